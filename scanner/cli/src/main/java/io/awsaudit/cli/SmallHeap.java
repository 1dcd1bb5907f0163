package io.awsaudit.cli;

import java.time.Duration;

/**
 * Keeps the heap of a collection near the size of what it holds. The collector that takes the least memory (Serial) lets what
 * is old pile up for as long as the heap may still grow; here it tidies up once there is a quarter more than it left the last
 * time. The launcher asks for it together with that collector: others do it by themselves.
 */
final class SmallHeap {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** What fills and is gone again between two looks, the young generation above all. */
    private static final long SLACK = 28L << 20;

    private SmallHeap() {}

    /** Begins, where the launcher asked for it; it ends with the program. */
    static void keep() {
        if (Boolean.getBoolean("awsaudit.smallheap")) {
            Thread tidy = new Thread(SmallHeap::tidy, "tidy");
            tidy.setDaemon(true);
            tidy.start();
        }
    }

    private static void tidy() {
        long left = used();
        try {
            while (true) {
                Thread.sleep(INTERVAL.toMillis());
                if (used() > left + left / 4 + SLACK) {
                    System.gc();
                    left = used();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

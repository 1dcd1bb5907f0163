package io.awsaudit.cli;

import io.awsaudit.collectors.Interruption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;

/**
 * What SIGINT and SIGTERM do: while an account is collected, they end the collection, which the command then keeps if it was
 * asked to; at any other time, and a second time, they end the program. Its exit code is 128 and the signal's number.
 */
final class Signals {
    /** After this much time the program ends, unless what was collected is being written just then. */
    private static final Duration GRACE = Duration.ofMillis(1500);

    private static final Duration GRACE_TO_WRITE = Duration.ofSeconds(30);

    private static final AtomicReference<@Nullable Interruption> COLLECTION = new AtomicReference<>();
    private static final AtomicReference<Runnable> DISPLAY = new AtomicReference<>(() -> {});
    private static volatile int received;
    private static volatile boolean writing;

    private Signals() {}

    /** Takes the signals over from the JVM. */
    static void handle() {
        for (String name : new String[] {"INT", "TERM"}) {
            try {
                Signal.handle(new Signal(name), Signals::received);
            } catch (IllegalArgumentException e) {
                // Started with -Xrs, or where there is no such signal: the JVM then ends as it does by itself.
                return;
            }
        }
    }

    private static void received(Signal signal) {
        boolean again = received != 0;
        received = signal.getNumber();
        Interruption collection = COLLECTION.get();
        if (again || collection == null) {
            end();
            return;
        }
        collection.request();
        Thread watch = new Thread(Signals::endAtLast, "end");
        watch.setDaemon(true);
        watch.start();
        Runnable display = DISPLAY.get();
        if (display != null) {
            display.run();
        }
    }

    private static void endAtLast() {
        long began = System.nanoTime();
        try {
            long limit = GRACE.toNanos();
            while (System.nanoTime() - began < limit) {
                Thread.sleep(20);
                limit = (writing ? GRACE_TO_WRITE : GRACE).toNanos();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end();
    }

    /** At once: what the JVM would still do when it exits, such as to write an archive of classes, takes seconds. */
    private static void end() {
        io.awsaudit.reports.ReportFiles.discardDrafts();
        Runtime.getRuntime().halt(exitCode());
    }

    /** Has the signals end a collection and not the program, until {@link #kept()}. */
    static Interruption collecting() {
        Interruption interruption = new Interruption();
        COLLECTION.set(interruption);
        return interruption;
    }

    /** Says what takes away what is drawn on the terminal at this time. */
    static void showing(Runnable erase) {
        DISPLAY.set(erase);
    }

    /** Says that the collection has come to its end, or been ended, and what it has is being kept. */
    static void keeping() {
        writing = true;
    }

    /** Says that there is nothing more to keep. */
    static void kept() {
        writing = false;
        COLLECTION.set(null);
    }

    /** {@return the exit code after a signal} */
    static int exitCode() {
        return 128 + received;
    }
}

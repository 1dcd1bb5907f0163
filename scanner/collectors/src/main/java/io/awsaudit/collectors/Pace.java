package io.awsaudit.collectors;

import java.time.Duration;

/**
 * How fast one service may be asked in one region: as fast as it goes until AWS throttles, then a bit slower than AWS answered
 * of late, and faster again by little, so that a scan neither starves the account's own workloads nor waits for nothing. Safe
 * for use by several threads.
 */
final class Pace {
    /** Calls a second below which a scan does not fall: each call also waits longer before each further attempt. */
    private static final double SLOWEST = 8;

    /** Of what AWS answered in the last second: a bucket of tokens that has run dry answers as fast as it fills. */
    private static final double CUT = 0.8;

    private static final double RISE = 0.2; // calls a second, for each that was answered
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private double rate = Double.POSITIVE_INFINITY;
    private long next = System.nanoTime();
    private long cut = next - SECOND;
    private long secondStart = next;
    private int thisSecond;
    private int lastSecond;

    /** Takes the next place in the row, and returns how long it is until its turn. */
    synchronized Duration reserve() {
        long now = System.nanoTime();
        if (Double.isInfinite(rate)) {
            return Duration.ZERO;
        }
        long slot = Math.max(now, next);
        next = slot + (long) (SECOND / rate);
        return Duration.ofNanos(slot - now);
    }

    /** Goes slower, at most once a second: answers to calls made before the last cut say nothing of the rate after it. */
    synchronized void throttled() {
        long now = System.nanoTime();
        if (now - cut < SECOND) {
            return;
        }
        cut = now;
        roll(now);
        rate = Math.max(SLOWEST, CUT * Math.min(rate, Math.max(thisSecond, lastSecond)));
    }

    synchronized void answered() {
        roll(System.nanoTime());
        thisSecond++;
        rate += RISE;
    }

    private void roll(long now) {
        if (now - secondStart >= SECOND) {
            lastSecond = now - secondStart < 2 * SECOND ? thisSecond : 0;
            thisSecond = 0;
            secondStart = now;
        }
    }
}

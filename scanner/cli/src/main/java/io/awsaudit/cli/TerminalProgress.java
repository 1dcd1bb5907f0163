package io.awsaudit.cli;

import io.awsaudit.collectors.Progress;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** A line on the terminal that says how a collection comes on, and is gone when it is done. */
final class TerminalProgress implements Progress {
    private static final long INTERVAL_NANOS = 100_000_000;
    private static final int WIDTH = 24;

    private final PrintWriter err;
    private int units;
    private long last;

    private TerminalProgress(PrintWriter err) {
        this.err = err;
    }

    /** Returns a progress display, or a silent one where nobody looks. */
    static Progress on(PrintWriter err, boolean quiet) {
        return quiet || !Ansi.AUTO.enabled() ? Progress.SILENT : new TerminalProgress(err);
    }

    @Override
    public synchronized void started(int units) {
        this.units = units;
    }

    @Override
    public synchronized void advanced(int done, int resources, long calls) {
        long now = System.nanoTime();
        if (now - last < INTERVAL_NANOS && done < units) {
            return;
        }
        last = now;
        int filled = units == 0 ? WIDTH : WIDTH * done / units;
        err.print("\r" + "█".repeat(filled) + "░".repeat(WIDTH - filled)
                + String.format(" %d/%d  %,d resources  %,d calls", done, units, resources, calls) + "\u001b[K");
        err.flush();
    }

    @Override
    public synchronized void finished() {
        err.print("\r\u001b[K");
        err.flush();
    }
}

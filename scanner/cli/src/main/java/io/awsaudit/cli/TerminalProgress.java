package io.awsaudit.cli;

import io.awsaudit.collectors.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says how a collection comes on. On a terminal that is a line that is drawn over, and is gone when the collection is done or
 * stopped; elsewhere, as in the log of a CI job, a line every half minute, so that nobody takes a long scan for one that hangs.
 *
 * <p>How many calls are left nobody knows, for what a listing holds decides that; how many units are left is known.
 */
final class TerminalProgress implements Progress {
    private static final Duration REDRAW = Duration.ofMillis(200);
    private static final Duration REPORT = Duration.ofSeconds(30);
    private static final String ERASE = "\r\u001b[K";
    private static final int BAR = 12;

    /**
     * What there is to say at a moment.
     *
     * @param slowest the unit that has been under way for longest; null between units
     */
    record Moment(@Nullable Unit slowest, int done, int units, long calls, int resources, Duration time) {}

    /** A piece of the line, and how much it matters; the least is what matters most. */
    private record Piece(String text, int rank) {}

    private final PrintWriter err;
    private final boolean redraws;
    private final Set<Unit> running = new LinkedHashSet<>();
    private final long start = System.nanoTime();
    private @Nullable Tally tally;
    private @Nullable ScheduledExecutorService clock;
    private int units;
    private boolean shown;
    private volatile boolean stopped;

    private TerminalProgress(PrintWriter err, boolean redraws) {
        this.err = err;
        this.redraws = redraws;
    }

    /** Returns a display for where the errors go, or none where nothing is to be said. */
    static Progress on(PrintWriter err, boolean quiet) {
        return quiet ? Progress.SILENT : new TerminalProgress(err, Terminal.redraws());
    }

    @Override
    public synchronized void started(int all, Tally of) {
        units = all;
        tally = of;
        long every = (redraws ? REDRAW : REPORT).toMillis();
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(this::show, every, every, TimeUnit.MILLISECONDS);
        if (redraws) {
            Terminal.watch();
            Signals.showing(this::stop);
        }
    }

    @Override
    public synchronized void began(Unit unit) {
        running.add(unit);
    }

    @Override
    public synchronized void ended(Unit unit) {
        running.remove(unit);
    }

    @Override
    public synchronized void finished() {
        if (clock != null) {
            clock.shutdownNow();
        }
        tally = null;
        erase();
        Signals.showing(() -> {});
    }

    /** For a signal, after which the collection takes a moment to end. */
    private void stop() {
        stopped = true;
        erase();
    }

    private synchronized void show() {
        Tally soFar = tally;
        if (soFar == null || stopped) {
            return;
        }
        Moment now = new Moment(
                running.stream().findFirst().orElse(null),
                soFar.units(),
                units,
                soFar.calls(),
                soFar.resources(),
                Duration.ofNanos(System.nanoTime() - start));
        if (redraws) {
            // One column stays free: some terminals begin a new line as soon as one is full.
            err.print(ERASE + line(now, Terminal.columns() - 1));
            shown = true;
        } else {
            err.println(sentence(now));
        }
        err.flush();
    }

    private synchronized void erase() {
        if (shown) {
            shown = false;
            err.print(ERASE);
            err.flush();
        }
    }

    /** {@return all that has room in so many columns, the most important of it where little has} */
    static String line(Moment now, int columns) {
        List<Piece> pieces = new ArrayList<>();
        Unit slowest = now.slowest();
        if (slowest != null) {
            pieces.add(new Piece(slowest.account(), 4));
            pieces.add(new Piece(slowest.region() + " " + slowest.service(), 1));
        }
        pieces.add(new Piece(bar(now), 6));
        pieces.add(new Piece(now.done() + "/" + now.units(), 0));
        pieces.add(new Piece(now.units() - now.done() + " left", 5));
        pieces.add(new Piece(number(now.calls()) + " calls", 3));
        pieces.add(new Piece(number(now.resources()) + " resources", 7));
        pieces.add(new Piece(clock(now.time()), 2));
        Set<Piece> chosen = new LinkedHashSet<>();
        int room = columns;
        for (Piece piece :
                pieces.stream().sorted(Comparator.comparingInt(Piece::rank)).toList()) {
            int width = piece.text().length() + (chosen.isEmpty() ? 0 : 2);
            if (width > room) {
                break;
            }
            chosen.add(piece);
            room -= width;
        }
        return pieces.stream().filter(chosen::contains).map(Piece::text).collect(Collectors.joining("  "));
    }

    /** {@return the same as a sentence, for a log} */
    static String sentence(Moment now) {
        Unit slowest = now.slowest();
        return now.done() + " of " + now.units() + " units read, " + (now.units() - now.done()) + " left, "
                + number(now.calls()) + " calls, " + number(now.resources()) + " resources, " + clock(now.time())
                + " so far"
                + (slowest == null
                        ? ""
                        : "; waiting for " + slowest.service() + " in " + slowest.region() + " of "
                                + slowest.account());
    }

    private static String bar(Moment now) {
        char[] bar = new char[BAR];
        Arrays.fill(bar, '-');
        Arrays.fill(bar, 0, now.units() == 0 ? BAR : (int) Math.min(BAR, (long) BAR * now.done() / now.units()), '#');
        return "[" + new String(bar) + "]";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String clock(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}

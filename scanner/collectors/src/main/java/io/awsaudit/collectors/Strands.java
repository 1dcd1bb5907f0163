package io.awsaudit.collectors;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads items at the same time, in no order: the thread that takes the results lists the items, ahead of those who read them,
 * since each page waits for the one before it; then it reads as well. Whichever other threads are free help. A result can be
 * taken as soon as it is there. When the items break off, so do the results, after the last.
 *
 * <p>One thread takes the results.
 */
final class Strands<T, R> implements Iterator<R> {
    /** Items that are listed and wait for somebody to read them, at most. */
    private static final int AHEAD = 1000;

    private final Iterator<T> items;
    private final Function<? super T, ? extends R> read;
    private final int mostHelpers;
    private final Workers workers;
    private final Interruption interruption;
    private final Queue<T> listed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ahead = new AtomicInteger();
    private final AtomicInteger helpers = new AtomicInteger();
    private final Queue<R> results = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    /** A failure to read, unlike one to list, ends the reading of what is listed. */
    private volatile boolean broken;

    private boolean ended;
    private int reading;

    /** @param mostHelpers how many other threads may help at once */
    Strands(
            Iterator<T> items,
            Function<? super T, ? extends R> read,
            int mostHelpers,
            Workers workers,
            Interruption interruption) {
        this.items = items;
        this.read = read;
        this.mostHelpers = mostHelpers;
        this.workers = workers;
        this.interruption = interruption;
    }

    @Override
    public boolean hasNext() {
        boolean goesOn = true;
        while (results.isEmpty() && goesOn) {
            goesOn = list() || readOne() || othersRead(); // it need not be this thread's result that comes first
        }
        if (results.isEmpty() && failure.get() instanceof Error error) {
            throw error;
        }
        if (results.isEmpty() && failure.get() instanceof RuntimeException exception) {
            throw exception;
        }
        return !results.isEmpty();
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return results.remove();
    }

    /** {@return whether there was one more item to list, and room for it} */
    private boolean list() {
        if (ended || broken || ahead.get() >= AHEAD) {
            return false;
        }
        try {
            heedInterruption();
            if (!items.hasNext()) {
                ended = true;
                return false;
            }
            listed.add(items.next());
            ahead.incrementAndGet();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            ended = true;
            return false;
        }
        if (helpers.get() < mostHelpers) {
            helpers.incrementAndGet();
            workers.help(this::help);
        }
        return true;
    }

    private void help() {
        try {
            while (readOne()) {
                // until nothing is listed
            }
        } finally {
            helpers.decrementAndGet();
        }
    }

    /** {@return whether there was an item to read} */
    private boolean readOne() {
        begin();
        try {
            T item = broken ? null : listed.poll();
            if (item == null) {
                return false;
            }
            ahead.decrementAndGet();
            heedInterruption();
            results.add(read.apply(item));
            return true;
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            broken = true;
            return false;
        } finally {
            end();
        }
    }

    private void heedInterruption() {
        if (interruption.isRequested()) {
            throw new ListingFailed(Reads.interrupted("rest of the listing"));
        }
    }

    private synchronized void begin() {
        reading++;
    }

    private synchronized void end() {
        reading--;
        notifyAll();
    }

    /** Waits for a result of another thread's, or until no other reads; {@return whether any other did} */
    private synchronized boolean othersRead() {
        boolean othersRead = reading > 0;
        try {
            while (reading > 0 && results.isEmpty()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.compareAndSet(null, new ListingFailed(Reads.interrupted("rest of the listing"), e));
            broken = true;
            return false;
        }
        return othersRead;
    }
}

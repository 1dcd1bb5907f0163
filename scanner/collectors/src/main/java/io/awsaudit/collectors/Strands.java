package io.awsaudit.collectors;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads items at the same time, in no order: the thread that takes the results reads as well, and whichever others are free
 * help. A result can be taken as soon as it is there. When the items break off, so do the results, after the last.
 */
final class Strands<T, R> implements Iterator<R> {
    private final Iterator<T> items;
    private final Function<? super T, ? extends R> read;
    private final Interruption interruption;
    private final Queue<R> results = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Object taking = new Object();
    private int reading;

    /** @param helpers how many other threads may help */
    Strands(
            Iterator<T> items,
            Function<? super T, ? extends R> read,
            int helpers,
            Workers workers,
            Interruption interruption) {
        this.items = items;
        this.read = read;
        this.interruption = interruption;
        for (int i = 0; i < helpers; i++) {
            workers.help(this::readAll);
        }
    }

    @Override
    public boolean hasNext() {
        while (results.isEmpty() && readOne()) {
            // It need not be this thread's result that comes first.
        }
        if (results.isEmpty()) {
            awaitOthers();
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

    private void readAll() {
        while (readOne()) {
            // until there is no more
        }
    }

    /** {@return whether there was an item to read} */
    private boolean readOne() {
        begin();
        try {
            T item;
            synchronized (taking) {
                if (failure.get() != null) {
                    return false;
                }
                if (interruption.isRequested()) {
                    throw new ListingFailed(Reads.interrupted("rest of the listing"));
                }
                try {
                    if (!items.hasNext()) {
                        return false;
                    }
                    item = items.next();
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e); // before another thread asks for the same page
                    return false;
                }
            }
            results.add(read.apply(item));
            return true;
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            return false;
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        reading++;
    }

    private synchronized void end() {
        reading--;
        notifyAll();
    }

    /** Waits for a result of another thread's, or until no other reads. */
    private synchronized void awaitOthers() {
        try {
            while (reading > 0 && results.isEmpty()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.compareAndSet(null, new ListingFailed(Reads.interrupted("rest of the listing"), e));
        }
    }
}

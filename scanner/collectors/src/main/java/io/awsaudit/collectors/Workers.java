package io.awsaudit.collectors;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The threads of a collection, as many as calls may be under way at once. */
final class Workers implements AutoCloseable {
    /** What has not begun goes before help: it may be the head of a long chain, and what has begun goes on by itself. */
    private record Task(int rank, long number, Runnable work) implements Runnable, Comparable<Task> {
        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Task other) {
            return rank != other.rank ? Integer.compare(rank, other.rank) : Long.compare(number, other.number);
        }
    }

    private final AtomicLong numbers = new AtomicLong();
    private final ThreadPoolExecutor threads;

    Workers(int count) {
        threads = new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "collection");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts work as soon as a thread is free; what it throws ends the future. */
    CompletableFuture<Void> start(Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        threads.execute(new Task(0, numbers.incrementAndGet(), () -> {
            try {
                work.run();
                done.complete(null);
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        }));
        return done;
    }

    /** Asks a thread to join in work that goes on without it too, whenever one is free; it throws nothing. */
    void help(Runnable work) {
        if (!threads.isShutdown()) {
            threads.execute(new Task(1, numbers.incrementAndGet(), work));
        }
    }

    /**
     * Has a thread do work whenever one is free; who needs the result does it, if none was.
     *
     * @return the result, for which it waits while another thread is at it; what the work throws, this throws
     */
    <T> Supplier<T> fork(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        help(task);
        return () -> {
            task.run(); // which does nothing if it was begun before
            return await(task);
        };
    }

    private static <T> T await(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause(); // for the work throws no other
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ListingFailed(Reads.interrupted("rest of the listing"), e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

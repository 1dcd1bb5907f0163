package io.awsaudit.collectors;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The threads of a collection, as many as calls may be under way at once. */
final class Workers implements AutoCloseable {
    /** Help for what has begun goes before what has not. */
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
        threads.execute(new Task(1, numbers.incrementAndGet(), () -> {
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
            threads.execute(new Task(0, numbers.incrementAndGet(), work));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package io.awsaudit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Does independent work side by side, as many pieces at a time as there are processors. */
final class Together {
    private Together() {}

    /**
     * Does all the work, and returns when all of it has ended.
     *
     * @return what comes of each piece, in their order
     * @throws RuntimeException that a piece of work threw, the first of them in their order
     */
    static <T> List<T> all(List<Callable<T>> work) {
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.max(1, Math.min(work.size(), Runtime.getRuntime().availableProcessors())), Together::daemon);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> piece : pool.invokeAll(work)) {
                results.add(result(piece));
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * Begins work that goes on beside the calling thread.
     *
     * @return what waits for its end, and then gives what came of it or throws what it threw
     */
    static <T> Supplier<T> begin(Callable<T> work) {
        FutureTask<T> begun = new FutureTask<>(work);
        daemon(begun).start();
        return () -> result(begun);
    }

    private static <T> T result(Future<T> piece) {
        try {
            return piece.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** One that does not keep the program from ending. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "work");
        thread.setDaemon(true);
        return thread;
    }
}

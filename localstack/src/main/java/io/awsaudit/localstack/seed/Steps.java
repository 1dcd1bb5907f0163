package io.awsaudit.localstack.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** What makes a large account, several things at a time: to make them one after another would take as long as a test may. */
public final class Steps {
    private final int threads;
    private final List<Callable<Object>> steps = new ArrayList<>();

    /** @param threads how many are made at once */
    public Steps(int threads) {
        this.threads = threads;
    }

    /** Adds things of a kind. */
    public Steps add(int count, IntConsumer make) {
        for (int i = 0; i < count; i++) {
            int number = i;
            steps.add(Executors.callable(() -> make.accept(number)));
        }
        return this;
    }

    /**
     * Makes them, in no order among themselves.
     *
     * @throws IllegalStateException when one cannot be made; the others may be there
     */
    public void run() {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Object> step : workers.invokeAll(steps)) {
                step.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}

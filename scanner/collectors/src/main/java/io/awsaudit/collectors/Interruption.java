package io.awsaudit.collectors;

import java.util.concurrent.CompletableFuture;

/** A way to end a collection before its end; what was read by then is kept. Safe for use by several threads. */
public final class Interruption {
    private final CompletableFuture<Void> requested = new CompletableFuture<>();

    /** Asks the collection to end; returns at once. */
    public void request() {
        requested.complete(null);
    }

    /** {@return whether the collection was asked to end} */
    public boolean isRequested() {
        return requested.isDone();
    }

    /** Waits until {@code work} is done, however it ends, or until this is requested. */
    void await(CompletableFuture<?> work) {
        CompletableFuture.anyOf(work, requested).join();
    }
}

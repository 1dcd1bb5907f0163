package io.awsaudit.collectors;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that tells of several resources: asked for by whoever needs it first, and kept for the others, as a failure is.
 *
 * @param <T> the answer
 */
public final class Once<T> implements Supplier<T> {
    private final Supplier<T> call;
    private @Nullable T answer;
    private @Nullable RuntimeException failure;

    public Once(Supplier<T> call) {
        this.call = call;
    }

    @Override
    public synchronized T get() {
        if (failure != null) {
            throw failure;
        }
        T known = answer;
        if (known == null) {
            try {
                known = call.get();
                answer = known;
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }
        return known;
    }
}

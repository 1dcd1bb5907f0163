package io.awsaudit.collectors;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The items of a listing for which the SDK has no paginator: page after page, as they are taken, until one has no token.
 *
 * @param <P> a page
 * @param <T> an item
 */
public final class TokenPages<P, T> implements Iterable<T> {
    private final Function<@Nullable String, P> call;
    private final Function<P, List<T>> items;
    private final Function<P, @Nullable String> next;

    private TokenPages(
            Function<@Nullable String, P> call, Function<P, List<T>> items, Function<P, @Nullable String> next) {
        this.call = call;
        this.items = items;
        this.next = next;
    }

    /**
     * Returns the items of a listing; no call is made before they are taken.
     *
     * @param call asks for the page of a token, which is null for the first one
     * @param next the token of the page after a page; null or empty after the last one
     */
    public static <P, T> Iterable<T> of(
            Function<@Nullable String, P> call, Function<P, List<T>> items, Function<P, @Nullable String> next) {
        return new TokenPages<>(call, items, next);
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {
            private Iterator<T> page = Collections.emptyIterator();
            private @Nullable String token;
            private boolean ended;

            @Override
            public boolean hasNext() {
                while (!page.hasNext() && !ended) {
                    P answer = call.apply(token);
                    page = items.apply(answer).iterator();
                    token = next.apply(answer);
                    ended = token == null || token.isEmpty();
                }
                return page.hasNext();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return page.next();
            }
        };
    }
}

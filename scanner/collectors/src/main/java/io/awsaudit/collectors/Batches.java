package io.awsaudit.collectors;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Calls that take several resources at a time, such as those for tags. */
public final class Batches {
    /**
     * A thing, and the answer that it shares with its neighbours.
     *
     * @param answer makes the call when it is first asked for, by any of them
     */
    public record Item<T, A>(T value, Supplier<A> answer) {}

    private Batches() {}

    /**
     * Returns each item with the answer to the call for it and its neighbours.
     *
     * <p>If {@code items} breaks off, so does the returned stream, after what came before.
     *
     * @param size how many the call takes
     */
    public static <T, A> Stream<Item<T, A>> of(Stream<T> items, int size, Function<List<T>, A> call) {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                new Parts<>(items.iterator(), size), Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .flatMap(part -> {
                    Supplier<A> answer = new Once<>(() -> call.apply(part));
                    return part.stream().map(item -> new Item<>(item, answer));
                });
    }

    private static final class Parts<T> implements Iterator<List<T>> {
        private final Iterator<T> items;
        private final int size;
        private List<T> part = List.of();
        private @Nullable RuntimeException failure;

        Parts(Iterator<T> items, int size) {
            this.items = items;
            this.size = size;
        }

        @Override
        public boolean hasNext() {
            if (part.isEmpty()) {
                part = nextPart();
            }
            if (part.isEmpty() && failure != null) {
                throw failure;
            }
            return !part.isEmpty();
        }

        private List<T> nextPart() {
            List<T> taken = new ArrayList<>();
            try {
                while (failure == null && taken.size() < size && items.hasNext()) {
                    taken.add(items.next());
                }
            } catch (RuntimeException e) {
                failure = e; // after those that came before it
            }
            return taken;
        }

        @Override
        public List<T> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            List<T> next = part;
            part = List.of();
            return next;
        }
    }
}

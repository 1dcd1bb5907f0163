package io.awsaudit.collectors;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A listing that several collectors read, each from its beginning, although it is asked for once: whoever is ahead takes the
 * next item, and the others get it as it was. Where the listing breaks off, it does so for all of them, after the same items.
 */
final class SharedListing<T> implements Iterable<T> {
    private final Supplier<Iterator<T>> listing;
    private final List<T> items = new ArrayList<>();
    private @Nullable Iterator<T> source;
    private @Nullable RuntimeException failure;

    /** @param listing begins it, when the first item is asked for */
    SharedListing(Supplier<Iterator<T>> listing) {
        this.listing = listing;
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return reaches(next);
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return item(next++);
            }
        };
    }

    /** {@return whether there is an item of that number, which is then known} */
    private synchronized boolean reaches(int number) {
        if (number < items.size()) {
            return true;
        }
        if (failure != null) {
            throw failure;
        }
        try {
            Iterator<T> begun = source;
            if (begun == null) {
                begun = listing.get();
                source = begun;
            }
            if (begun.hasNext()) {
                items.add(begun.next());
                return true;
            }
            return false;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private synchronized T item(int number) {
        return items.get(number);
    }
}

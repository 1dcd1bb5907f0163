package io.awsaudit.reports.json;

import org.jspecify.annotations.Nullable;

/**
 * Makes one of values that are equal, of those that come soon after one another: a result repeats the same few texts in each
 * of a million findings. It forgets what it has no room for, so it takes no more memory however many differ.
 */
final class Repeats<T> {
    private static final int ROOM = 1 << 14;

    private final @Nullable Object[] seen = new @Nullable Object[ROOM];

    /** Returns the value, or one that is equal to it and came before. */
    @SuppressWarnings("unchecked") // only what came as T is kept
    T one(T value) {
        int hash = value.hashCode();
        int place = (hash ^ hash >>> 16) & ROOM - 1;
        Object before = seen[place];
        if (value.equals(before)) {
            return (T) before;
        }
        seen[place] = value;
        return value;
    }
}

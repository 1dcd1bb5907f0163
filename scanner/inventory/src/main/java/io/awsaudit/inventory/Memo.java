package io.awsaudit.inventory;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a function made of the texts that it was asked for last. An account repeats the same few texts a million times. It
 * forgets what it has no room for, and keeps no long text, so it takes no more memory whatever it is asked; threads may
 * share one, since what they put there is immutable and any of them would make the same.
 */
public final class Memo<V> {
    private static final int LONGEST = 256;

    private record Entry<V>(String text, V value) {}

    private final @Nullable Entry<V>[] entries;

    /** @param room how many are remembered at most, a power of two */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array has no type argument
    public Memo(int room) {
        if (Integer.bitCount(room) != 1) {
            throw new IllegalArgumentException(room + " is no power of two");
        }
        entries = new Entry[room];
    }

    /** Returns what was made of a text before, or else makes it. */
    public V get(String text, Function<? super String, ? extends V> make) {
        if (text.length() > LONGEST) {
            return make.apply(text);
        }
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 16) & entries.length - 1;
        Entry<V> entry = entries[place];
        if (entry != null && entry.text().equals(text)) {
            return entry.value();
        }
        V made = make.apply(text);
        entries[place] = new Entry<>(text, made);
        return made;
    }
}

package io.awsaudit.collectors;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What several collectors of an account ask for alike in a region, and is asked for once, by whichever of them comes first. */
final class Shared {
    private record Key(String region, String what) {}

    private final Map<Key, Object> known = new ConcurrentHashMap<>();

    /**
     * Returns what goes by a name in a region.
     *
     * @param make makes it, without a call, when there is none yet
     */
    @SuppressWarnings("unchecked") // of a name there is one type
    <T> T of(String region, String what, Supplier<T> make) {
        return (T) known.computeIfAbsent(new Key(region, what), key -> make.get());
    }
}

package io.awsaudit.collectors;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Counts calls as they are answered, and keeps each that was not; safe for use by several threads. */
final class CallLog {
    private record Key(String region, String operation) {}

    private final Map<Key, LongAdder> answered = new ConcurrentHashMap<>();
    private final Map<Key, Queue<Coverage.Refusal>> refused = new ConcurrentHashMap<>();
    private final LongAdder total = new LongAdder();

    void answered(String region, String operation) {
        answered.computeIfAbsent(new Key(region, operation), key -> new LongAdder())
                .increment();
        total.increment();
    }

    void refused(String region, Optional<Arn> resource, Gap gap) {
        refused.computeIfAbsent(new Key(region, gap.operation()), key -> new ConcurrentLinkedQueue<>())
                .add(new Coverage.Refusal(resource, gap));
    }

    long answered() {
        return total.sum();
    }

    List<Coverage.Calls> calls(String account) {
        var keys = new java.util.HashSet<>(answered.keySet());
        keys.addAll(refused.keySet());
        return keys.stream()
                .sorted(Comparator.comparing(Key::region).thenComparing(Key::operation))
                .map(key -> new Coverage.Calls(
                        account,
                        key.region(),
                        key.operation(),
                        answered.getOrDefault(key, new LongAdder()).sum(),
                        refused.getOrDefault(key, new ConcurrentLinkedQueue<>()).stream()
                                .sorted(Comparator.comparing((Coverage.Refusal refusal) ->
                                        refusal.resource().map(Arn::value).orElse("")))
                                .toList()))
                .toList();
    }
}

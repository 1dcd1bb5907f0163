package io.awsaudit.rules;

import io.awsaudit.inventory.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What rules may ask besides facts, under the global name {@code audit}: the moment judged, and parameters. */
public final class Audit {
    private final Instant asOf;
    private final Settings settings;
    /** By rule, then by the type that it judges. */
    private final Map<String, Map<Class<?>, String>> families = new HashMap<>();
    /** By check and parameter: rules ask for them with each resource. */
    private final Map<String, Map<String, List<String>>> lists = new ConcurrentHashMap<>();

    Audit(Instant asOf, Settings settings, Collection<Check> checks) {
        this.asOf = asOf;
        this.settings = settings;
        checks.stream()
                .filter(check -> !check.rule().equals(check.id()))
                .forEach(check -> families.computeIfAbsent(check.rule(), rule -> new HashMap<>())
                        .put(check.resource(), check.id()));
    }

    /** {@return the moment that the inventory stands for} */
    public Instant asOf() {
        return asOf;
    }

    /** {@return whole days from a moment to the one judged; negative for a moment yet to come} */
    public long daysSince(Instant moment) {
        return Duration.between(moment, asOf).toDays();
    }

    /** {@return a check's parameter that is a whole number} */
    public long number(String check, String parameter) {
        return ((Number) settings.value(check, parameter)).longValue();
    }

    /** {@return whether a family of checks has one on resources of this type} */
    public boolean asks(String family, Resource subject) {
        return families.getOrDefault(family, Map.of()).containsKey(subject.getClass());
    }

    /** {@return a list of texts that is a parameter of the check that a family has on resources of this type} */
    public List<String> list(String family, Resource subject, String parameter) {
        String check = families.getOrDefault(family, Map.of()).get(subject.getClass());
        if (check == null) {
            throw new IllegalArgumentException(family + " has no check on " + subject.type());
        }
        return list(check, parameter);
    }

    /** {@return a check's parameter that is a list of texts} */
    public List<String> list(String check, String parameter) {
        return lists.computeIfAbsent(check, id -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        parameter,
                        name -> ((List<?>) settings.value(check, name))
                                .stream().map(String::valueOf).toList());
    }
}

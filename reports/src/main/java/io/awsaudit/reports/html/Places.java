package io.awsaudit.reports.html;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A dictionary: gives each value a number, in the order in which they come. */
final class Places<T> {
    private final Map<T, Integer> places = new LinkedHashMap<>();

    int of(T value) {
        return places.computeIfAbsent(value, missing -> places.size());
    }

    Set<T> values() {
        return places.keySet();
    }

    int size() {
        return places.size();
    }
}

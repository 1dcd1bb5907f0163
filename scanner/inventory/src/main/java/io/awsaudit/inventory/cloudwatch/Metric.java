package io.awsaudit.inventory.cloudwatch;

import io.awsaudit.inventory.Excerpt;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A metric as its publisher and its alarms name it; all three parts must agree.
 *
 * @param dimensions by name; a metric with dimensions is another than the one without
 */
public record Metric(String namespace, String name, Map<String, String> dimensions) {
    public Metric {
        dimensions = dimensions.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        dimension -> Excerpt.wellFormed(dimension.getKey()), Map.Entry::getValue, (one, other) -> one));
    }
}

package io.awsaudit.inventory.cloudwatch;

import java.util.Map;

/**
 * A metric as its publisher and its alarms name it; all three parts must agree.
 *
 * @param dimensions by name; a metric with dimensions is another than the one without
 */
public record Metric(String namespace, String name, Map<String, String> dimensions) {
    public Metric {
        dimensions = Map.copyOf(dimensions);
    }
}

package io.awsaudit.inventory.cloudwatchlogs;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.cloudwatch.Metric;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A filter that counts a log group's events of a kind; read whole by {@code logs:DescribeMetricFilters}.
 *
 * @param identity its ARN is ours, the group's followed by {@code :metric-filter:name}
 * @param filterPattern as written
 * @param fieldSelectionCriteria restricts the filter to events of some accounts or regions; empty where it does not
 * @param metrics those that it publishes without dimensions, which an alarm can watch whole
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricFilter.html">MetricFilter</a>
 */
@CloudFormationType("AWS::Logs::MetricFilter")
public record MetricFilter(
        Identity identity,
        Arn logGroup,
        String filterPattern,
        Optional<String> fieldSelectionCriteria,
        List<Metric> metrics)
        implements Resource {
    public MetricFilter {
        metrics = List.copyOf(metrics);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.WATCHES, logGroup));
    }

    /** {@return whether what the filter lets through can be told, so that {@link #pattern} is worth evaluating} */
    public boolean isUnderstood() {
        return fieldSelectionCriteria.isEmpty() && !(pattern() instanceof FilterPattern.NotUnderstood);
    }

    /** {@return its metrics, each as the alarms name it that watch it} */
    public List<Optional<Metric>> watchable() {
        return metrics.stream().map(Optional::of).toList();
    }

    /** {@return the parsed pattern} */
    public FilterPattern pattern() {
        return FilterPattern.parse(filterPattern);
    }
}

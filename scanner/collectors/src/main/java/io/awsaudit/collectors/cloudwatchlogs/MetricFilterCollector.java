package io.awsaudit.collectors.cloudwatchlogs;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.SharedServices;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.cloudwatch.Metric;
import io.awsaudit.inventory.cloudwatchlogs.LogGroup;
import io.awsaudit.inventory.cloudwatchlogs.MetricFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the metric filters of all log groups of a region in one listing. */
final class MetricFilterCollector implements Collector<MetricFilter> {
    private static final Operation DESCRIBE_METRIC_FILTERS =
            Operation.of("logs:DescribeMetricFilters").pages(50).where("there are log groups");

    @Override
    public Set<Class<? extends MetricFilter>> yields() {
        return Set.of(MetricFilter.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_METRIC_FILTERS);
    }

    @Override
    public Stream<MetricFilter> collect(Reads reads) {
        if (reads.isWithout(LogGroup.class, () -> LogGroupCollector.listed(reads))) {
            return Stream.empty(); // a metric filter is one of a log group
        }
        return reads.pages(
                        DESCRIBE_METRIC_FILTERS,
                        () -> reads.client(SharedServices.LOGS)
                                .describeMetricFiltersPaginator(request -> request.limit(50))
                                .metricFilters())
                .map(filter -> read(filter, reads));
    }

    private static MetricFilter read(
            software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter filter, Reads reads) {
        Arn group = reads.arn("logs", "log-group:" + filter.logGroupName());
        boolean bySystemField = !filter.emitSystemFieldDimensions().isEmpty();
        return new MetricFilter(
                Identity.untagged(
                        new Arn(group.value() + ":metric-filter:" + filter.filterName()),
                        reads.account(),
                        reads.region(),
                        filter.filterName()),
                group,
                filter.filterPattern() == null ? "" : filter.filterPattern(),
                Optional.ofNullable(filter.fieldSelectionCriteria()).filter(criteria -> !criteria.isBlank()),
                filter.metricTransformations().stream()
                        .filter(metric -> metric.dimensions().isEmpty() && !bySystemField)
                        .map(metric -> new Metric(metric.metricNamespace(), metric.metricName(), Map.of()))
                        .toList());
    }
}

package io.awsaudit.collectors.cloudwatchlogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.cloudwatchlogs.LogGroup;
import io.awsaudit.inventory.cloudwatchlogs.MetricFilter;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogGroupCollectorTest {
    @Test
    void bothPagesAreReadAndNoRetentionMeansForEver() {
        try (CannedAws aws = new CannedAws()
                .json("Logs_20140328.DescribeLogGroups", """
                        {"logGroups": [{"logGroupName": "one", "retentionInDays": 30, "logGroupClass": "DELIVERY"}], "nextToken": "two"}""")
                .json("\"nextToken\":\"two\"", "{\"logGroups\": [{\"logGroupName\": \"two\"}]}")) {
            List<LogGroup> groups = aws.collect(LogGroup.class).resources().stream()
                    .map(LogGroup.class::cast)
                    .toList();
            assertThat(groups).extracting(LogGroup::name).containsExactly("one", "two");
            assertThat(groups.get(0).logGroupClass()).isEqualTo(LogGroup.LogGroupClass.DELIVERY);
            assertThat(groups.get(1).retentionDays()).isEmpty();
            assertThat(groups.get(1).logGroupClass()).isEqualTo(LogGroup.LogGroupClass.STANDARD);
        }
    }

    @Test
    void withoutLogGroupsThereAreNoMetricFiltersToAskFor() {
        try (CannedAws aws = new CannedAws().json("Logs_20140328.DescribeLogGroups", "{\"logGroups\": []}")) {
            assertThat(aws.collect(LogGroup.class, MetricFilter.class)
                            .coverage()
                            .listings())
                    .hasSize(2)
                    .allMatch(listing -> listing.gap().isEmpty());
            assertThat(aws.requests()).noneMatch(request -> request.contains("DescribeMetricFilters"));
        }
    }

    @Test
    void aMetricWithDimensionsIsNoneThatAnAlarmCanWatchWhole() {
        try (CannedAws aws = new CannedAws().json("DescribeMetricFilters", """
                {"metricFilters": [{"filterName": "f", "logGroupName": "g", "filterPattern": "{ $.a = b }",
                 "fieldSelectionCriteria": "@aws.region = \\"us-east-1\\"", "metricTransformations": [
                 {"metricName": "whole", "metricNamespace": "N", "metricValue": "1"},
                 {"metricName": "split", "metricNamespace": "N", "metricValue": "1", "dimensions": {"Region": "$.awsRegion"}}]}]}""")) {
            MetricFilter filter =
                    (MetricFilter) aws.collect(MetricFilter.class).resources().get(0);
            assertThat(filter.metrics())
                    .singleElement()
                    .satisfies(metric -> assertThat(metric.name()).isEqualTo("whole"));
            assertThat(filter.isUnderstood()).isFalse();
            assertThat(filter.logGroup().value()).isEqualTo("arn:aws:logs:us-east-1:111122223333:log-group:g");
        }
    }
}

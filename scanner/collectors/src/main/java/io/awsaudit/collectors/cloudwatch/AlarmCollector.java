package io.awsaudit.collectors.cloudwatch;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.cloudwatch.Alarm;
import io.awsaudit.inventory.cloudwatch.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** Reads alarms, those on metrics and those on other alarms. */
final class AlarmCollector implements Collector<Alarm> {
    private static final AwsService<CloudWatchClient> CLOUDWATCH =
            AwsService.of("cloudwatch", CloudWatchClient::builder);
    private static final Operation DESCRIBE_ALARMS =
            Operation.of("cloudwatch:DescribeAlarms").pages(100);
    private static final Detail TAGS = Detail.of(Alarm.class, "tags", "cloudwatch:ListTagsForResource");

    @Override
    public Set<Class<? extends Alarm>> yields() {
        return Set.of(Alarm.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_ALARMS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Alarm> collect(Reads reads) {
        // Unless asked for, alarms on other alarms are left out.
        Stream<DescribeAlarmsResponse> pages = reads.pages(
                DESCRIBE_ALARMS,
                () -> reads.client(CLOUDWATCH)
                        .describeAlarmsPaginator(
                                request -> request.alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                                        .maxRecords(100)));
        return reads.each(
                Alarm.class,
                pages.flatMap(
                        page -> Stream.<Object>concat(page.metricAlarms().stream(), page.compositeAlarms().stream())),
                alarm -> new Arn(
                        alarm instanceof MetricAlarm onMetric
                                ? onMetric.alarmArn()
                                : ((CompositeAlarm) alarm).alarmArn()),
                alarm -> alarm instanceof MetricAlarm onMetric
                        ? read(onMetric, reads)
                        : read((CompositeAlarm) alarm, reads));
    }

    private static Alarm read(MetricAlarm alarm, Reads reads) {
        return new Alarm(
                identity(alarm.alarmArn(), alarm.alarmName(), reads),
                metricOf(alarm),
                metricsOf(alarm),
                alarm.metrics().stream().anyMatch(AlarmCollector::searches),
                Optional.empty(),
                new Alarm.State(String.valueOf(alarm.stateValueAsString())),
                Optional.ofNullable(alarm.stateTransitionedTimestamp())
                        .or(() -> Optional.ofNullable(alarm.stateUpdatedTimestamp())),
                !Boolean.FALSE.equals(alarm.actionsEnabled()), // not sent means the default, which is true
                arns(alarm.alarmActions()),
                arns(alarm.okActions()),
                arns(alarm.insufficientDataActions()));
    }

    private static Alarm read(CompositeAlarm alarm, Reads reads) {
        return new Alarm(
                identity(alarm.alarmArn(), alarm.alarmName(), reads),
                Optional.empty(),
                List.of(),
                false,
                Optional.ofNullable(alarm.alarmRule()),
                new Alarm.State(String.valueOf(alarm.stateValueAsString())),
                Optional.ofNullable(alarm.stateTransitionedTimestamp())
                        .or(() -> Optional.ofNullable(alarm.stateUpdatedTimestamp())),
                !Boolean.FALSE.equals(alarm.actionsEnabled()),
                arns(alarm.alarmActions()),
                arns(alarm.okActions()),
                arns(alarm.insufficientDataActions()));
    }

    private static Identity identity(String alarmArn, String name, Reads reads) {
        Arn arn = new Arn(alarmArn);
        Observed<Map<String, String>> tags =
                reads.observe(
                        TAGS,
                        arn,
                        () -> reads
                                .client(CLOUDWATCH)
                                .listTagsForResource(request -> request.resourceARN(alarmArn))
                                .tags()
                                .stream()
                                .collect(Collectors.toMap(tag -> tag.key(), tag -> tag.value())));
        return new Identity(arn, reads.account(), reads.region(), name, tags);
    }

    /** The one metric whose value is compared: the alarm's own, or the only query that returns data and computes nothing. */
    private static Optional<Metric> metricOf(MetricAlarm alarm) {
        if (alarm.metricName() != null) {
            return Optional.of(
                    new Metric(String.valueOf(alarm.namespace()), alarm.metricName(), dimensions(alarm.dimensions())));
        }
        List<MetricDataQuery> returned = alarm.metrics().stream()
                .filter(query -> !Boolean.FALSE.equals(query.returnData()))
                .toList();
        return returned.size() == 1
                        && returned.get(0).metricStat() != null
                        && returned.get(0).accountId() == null
                ? Optional.of(returned.get(0).metricStat().metric())
                        .map(metric ->
                                new Metric(metric.namespace(), metric.metricName(), dimensions(metric.dimensions())))
                : Optional.empty();
    }

    /** Those of another account are watched there. */
    private static List<Metric> metricsOf(MetricAlarm alarm) {
        return Stream.concat(
                        alarm.metricName() == null ? Stream.empty() : metricOf(alarm).stream(),
                        alarm.metrics().stream()
                                .filter(query -> query.metricStat() != null && query.accountId() == null)
                                .map(query -> query.metricStat().metric())
                                .map(metric -> new Metric(
                                        String.valueOf(metric.namespace()),
                                        String.valueOf(metric.metricName()),
                                        dimensions(metric.dimensions()))))
                .toList();
    }

    /**
     * Whether an expression finds its metrics itself: a search, or a query of Metrics Insights.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-alarms.html">Alarms
     *     on Metrics Insights queries</a>
     */
    private static boolean searches(MetricDataQuery query) {
        return query.expression() != null
                && query.expression().toUpperCase(Locale.ROOT).matches("(?s)\\s*SELECT\\b.*|.*\\bSEARCH\\s*\\(.*");
    }

    private static Map<String, String> dimensions(List<Dimension> dimensions) {
        return dimensions.stream().collect(Collectors.toMap(Dimension::name, Dimension::value));
    }

    private static List<Arn> arns(List<String> actions) {
        return actions.stream().map(Arn::new).toList();
    }
}

package io.awsaudit.collectors.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.cloudwatch.Alarm;
import io.awsaudit.inventory.cloudwatch.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of alarms, with AWS's documented responses. */
class AlarmCollectorTest {
    private static final String LIST = "Action=DescribeAlarms";
    private static final Metric ERRORS = new Metric("AWS/Lambda", "Errors", Map.of("FunctionName", "f"));

    @Test
    void aListingIsReadToItsLastPage() {
        try (CannedAws aws = tagged().xml(LIST, page(metricAlarm("one", ""), "<NextToken>more</NextToken>"))
                .xml("NextToken=more", page(metricAlarm("two", ""), ""))) {
            assertThat(aws.collect(Alarm.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void whenItsStateChangedIsOlderThanWhenThatWasSeenLast() {
        try (CannedAws aws = tagged().xml(LIST, page(metricAlarm("one", """
                        <MetricName>Errors</MetricName><Namespace>AWS/Lambda</Namespace><Dimensions><member>
                        <Name>FunctionName</Name><Value>f</Value></member></Dimensions>
                        <StateUpdatedTimestamp>2025-12-01T00:00:00Z</StateUpdatedTimestamp>
                        <StateTransitionedTimestamp>2025-11-01T00:00:00Z</StateTransitionedTimestamp>"""), ""))) {
            Alarm alarm = only(aws);
            assertThat(alarm.stateChangedAt()).contains(Instant.parse("2025-11-01T00:00:00Z"));
            assertThat(alarm.metric()).contains(ERRORS);
            assertThat(alarm.metrics()).containsExactly(ERRORS);
            assertThat(alarm.searches()).isFalse();
        }
    }

    @Test
    void allMetricsThatAnExpressionComputesWithAreRead() {
        try (CannedAws aws = tagged().xml(
                        LIST,
                        page(
                                metricAlarm(
                                        "one",
                                        "<Metrics>"
                                                + query("<Expression>m1 / m2</Expression><ReturnData>true</ReturnData>")
                                                + query(stat("Errors") + "<ReturnData>false</ReturnData>")
                                                + query(stat("Invocations") + "<ReturnData>false</ReturnData>")
                                                + query(
                                                        stat("Errors")
                                                                + "<AccountId>444455556666</AccountId><ReturnData>false</ReturnData>")
                                                + "</Metrics>"),
                                ""))) {
            Alarm alarm = only(aws);
            assertThat(alarm.metric()).isEmpty();
            assertThat(alarm.metrics())
                    .containsExactly(ERRORS, new Metric("AWS/Lambda", "Invocations", Map.of("FunctionName", "f")));
            assertThat(alarm.searches()).isFalse();
        }
    }

    @Test
    void anExpressionMayFindItsMetricsItself() {
        for (String expression : List.of(
                "SELECT MAX(Errors) FROM SCHEMA(\"AWS/Lambda\", FunctionName)",
                "SUM(SEARCH('{AWS/Lambda,FunctionName} Errors', 'Sum'))")) {
            try (CannedAws aws = tagged().xml(
                            LIST,
                            page(
                                    metricAlarm(
                                            "one",
                                            "<Metrics>" + query("<Expression>" + expression + "</Expression>")
                                                    + "</Metrics>"),
                                    ""))) {
                assertThat(only(aws).searches()).as(expression).isTrue();
            }
        }
    }

    @Test
    void anAlarmOnAlarmsHasNoMetrics() {
        try (CannedAws aws = tagged().xml(LIST, """
                <DescribeAlarmsResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><DescribeAlarmsResult>
                <CompositeAlarms><member><AlarmName>all</AlarmName>
                <AlarmArn>arn:aws:cloudwatch:us-east-1:111122223333:alarm:all</AlarmArn><AlarmRule>ALARM(one)</AlarmRule>
                <ActionsEnabled>true</ActionsEnabled><StateValue>ALARM</StateValue>
                <StateTransitionedTimestamp>2025-11-01T00:00:00Z</StateTransitionedTimestamp></member></CompositeAlarms>
                </DescribeAlarmsResult></DescribeAlarmsResponse>""")) {
            Alarm alarm = only(aws);
            assertThat(alarm.rule()).contains("ALARM(one)");
            assertThat(alarm.metrics()).isEmpty();
            assertThat(alarm.stateChangedAt()).contains(Instant.parse("2025-11-01T00:00:00Z"));
        }
    }

    private static CannedAws tagged() {
        return new CannedAws().xml("Action=ListTagsForResource", """
                <ListTagsForResourceResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/">
                <ListTagsForResourceResult><Tags/></ListTagsForResourceResult></ListTagsForResourceResponse>""");
    }

    private static String page(String alarms, String more) {
        return """
                <DescribeAlarmsResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><DescribeAlarmsResult>
                <MetricAlarms>%s</MetricAlarms>%s</DescribeAlarmsResult></DescribeAlarmsResponse>""".formatted(alarms, more);
    }

    private static String metricAlarm(String name, String members) {
        return """
                <member><AlarmName>%1$s</AlarmName><AlarmArn>arn:aws:cloudwatch:us-east-1:111122223333:alarm:%1$s</AlarmArn>
                <ActionsEnabled>true</ActionsEnabled><StateValue>OK</StateValue>%2$s</member>""".formatted(name, members);
    }

    private static String query(String members) {
        return "<member><Id>m</Id>" + members + "</member>";
    }

    private static String stat(String metric) {
        return """
                <MetricStat><Metric><Namespace>AWS/Lambda</Namespace><MetricName>%s</MetricName><Dimensions><member>
                <Name>FunctionName</Name><Value>f</Value></member></Dimensions></Metric><Period>60</Period><Stat>Sum</Stat>
                </MetricStat>""".formatted(metric);
    }

    private static Alarm only(CannedAws aws) {
        return (Alarm) aws.collect(Alarm.class).resources().get(0);
    }
}

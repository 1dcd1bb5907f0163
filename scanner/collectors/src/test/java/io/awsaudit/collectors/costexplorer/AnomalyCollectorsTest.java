package io.awsaudit.collectors.costexplorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.costexplorer.AnomalyMonitor;
import io.awsaudit.inventory.costexplorer.AnomalySubscription;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Anomaly detection, of which moto knows nothing, with AWS's documented responses. */
class AnomalyCollectorsTest {
    private static final String MONITORS = "AWSInsightsIndexService.GetAnomalyMonitors";
    private static final String SUBSCRIPTIONS = "AWSInsightsIndexService.GetAnomalySubscriptions";
    private static final String MONITOR = "arn:aws:ce::111122223333:anomalymonitor/";
    private static final String SUBSCRIPTION = "arn:aws:ce::111122223333:anomalysubscription/";

    @Test
    void monitorsAreReadToTheLastPageWithoutARequestForEach() {
        try (CannedAws aws = new CannedAws()
                .json(MONITORS, """
                        {"AnomalyMonitors": [{"MonitorArn": "%s1", "MonitorName": "services", "MonitorType": "DIMENSIONAL",
                        "MonitorDimension": "SERVICE"}], "NextPageToken": "more"}""".formatted(MONITOR))
                .json("\"NextPageToken\":\"more\"", """
                        {"AnomalyMonitors": [{"MonitorArn": "%s2", "MonitorName": "team", "MonitorType": "CUSTOM",
                        "MonitorSpecification": {"Tags": {"Key": "Owner", "Values": ["team"]}}}]}""".formatted(MONITOR))) {
            List<AnomalyMonitor> monitors = aws.collect(AnomalyMonitor.class).resources().stream()
                    .map(AnomalyMonitor.class::cast)
                    .toList();
            assertThat(monitors).extracting(AnomalyMonitor::name).containsExactly("services", "team");
            assertThat(monitors.get(0).monitorDimension()).contains("SERVICE");
            assertThat(monitors.get(1).monitorDimension()).isEmpty();
            assertThat(monitors.get(0).tags().unknownBecause().map(Gap::cause)).contains(Gap.Cause.SKIPPED);
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("AWSInsightsIndexService"))
                    .hasSize(2); // each of which AWS bills
        }
    }

    @Test
    void subscriptionsAreReadToTheLastPageWithoutAddresses() {
        try (CannedAws aws = new CannedAws()
                .json(SUBSCRIPTIONS, """
                        {"AnomalySubscriptions": [{"SubscriptionArn": "%s1", "SubscriptionName": "daily", "Frequency": "DAILY",
                        "MonitorArnList": ["%s1"], "Subscribers": [{"Type": "EMAIL", "Address": "jane@example.com", "Status": "CONFIRMED"},
                        {"Type": "EMAIL", "Address": "joe@example.com", "Status": "DECLINED"}]}], "NextPageToken": "more"}""".formatted(SUBSCRIPTION, MONITOR))
                .json("\"NextPageToken\":\"more\"", """
                        {"AnomalySubscriptions": [{"SubscriptionArn": "%s2", "SubscriptionName": "nobody", "Frequency": "WEEKLY",
                        "MonitorArnList": ["%s1"], "Subscribers": [{"Type": "EMAIL", "Address": "joe@example.com", "Status": "DECLINED"}]}]}""".formatted(SUBSCRIPTION, MONITOR))) {
            List<AnomalySubscription> subscriptions = aws.collect(AnomalySubscription.class).resources().stream()
                    .map(AnomalySubscription.class::cast)
                    .toList();
            assertThat(subscriptions).extracting(AnomalySubscription::isHeard).containsExactly(true, false);
            assertThat(subscriptions.get(0).tellsOf(new Arn(MONITOR + 1))).isTrue();
            assertThat(subscriptions.get(0).tellsOf(new Arn(MONITOR + 2))).isFalse();
            assertThat(subscriptions.get(0).edges())
                    .containsExactly(new Edge(subscriptions.get(0).arn(), Relation.WATCHES, new Arn(MONITOR + 1)));
            assertThat(subscriptions.toString()).doesNotContain("example.com");
        }
    }

    @Test
    void whereCostExplorerWasNeverTurnedOnNothingIsKnown() {
        try (CannedAws aws = new CannedAws().answer(MONITORS, 400, "application/x-amz-json-1.1", """
                        {"__type": "AccessDeniedException", "Message": "User not enabled for cost explorer access"}""")) {
            Inventory inventory = aws.collect(AnomalyMonitor.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .anyMatch(listing -> listing.gap().isPresent());
        }
    }
}

package io.awsaudit.collectors.globalaccelerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.globalaccelerator.Accelerator;
import io.awsaudit.inventory.globalaccelerator.EndpointGroup;
import io.awsaudit.inventory.globalaccelerator.Listener;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Global Accelerator, of which moto knows nothing, with AWS's documented responses. */
class GlobalAcceleratorCollectorsTest {
    private static final String TARGET = "GlobalAccelerator_V20180706.";
    private static final String ACCELERATOR = "arn:aws:globalaccelerator::111122223333:accelerator/";
    private static final String BALANCER =
            "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/shop/0a";

    private static CannedAws aws() {
        return new CannedAws()
                .json(TARGET + "ListAccelerators", """
                {"Accelerators": [{"AcceleratorArn": "%sa", "Name": "shop", "Enabled": true, "Status": "DEPLOYED"}],
                "NextToken": "more"}""".formatted(ACCELERATOR))
                .json("\"NextToken\":\"more\"", """
                {"Accelerators": [{"AcceleratorArn": "%sb", "Name": "old", "Enabled": false, "Status": "DEPLOYED"}]}""".formatted(ACCELERATOR))
                .json(TARGET + "ListListeners", """
                {"Listeners": []}""")
                .json("\"AcceleratorArn\":\"" + ACCELERATOR + "a\",\"MaxResults\"", """
                {"Listeners": [{"ListenerArn": "%sa/listener/l", "Protocol": "TCP",
                "PortRanges": [{"FromPort": 443, "ToPort": 443}]}]}""".formatted(ACCELERATOR))
                .json(TARGET + "ListEndpointGroups", """
                {"EndpointGroups": [{"EndpointGroupArn": "%sa/listener/l/endpoint-group/g", "EndpointGroupRegion": "us-east-1",
                "TrafficDialPercentage": 100.0, "EndpointDescriptions": [{"EndpointId": "%s", "Weight": 128,
                "HealthState": "UNHEALTHY", "HealthReason": "The health check failed"}]},
                {"EndpointGroupArn": "%sa/listener/l/endpoint-group/h", "EndpointGroupRegion": "eu-west-1",
                "TrafficDialPercentage": 0.0}]}""".formatted(ACCELERATOR, BALANCER, ACCELERATOR))
                .json(TARGET + "DescribeAcceleratorAttributes", """
                {"AcceleratorAttributes": {"FlowLogsEnabled": false}}""")
                .json(TARGET + "ListTagsForResource", """
                {"Tags": [{"Key": "Owner", "Value": "team"}]}""");
    }

    @Test
    void acceleratorsAreReadToTheLastPageWithWhetherFlowIsRecorded() {
        try (CannedAws aws = aws()) {
            List<Accelerator> accelerators = aws.collect(Accelerator.class).resources().stream()
                    .map(Accelerator.class::cast)
                    .toList();
            assertThat(accelerators).extracting(Accelerator::name).containsExactly("shop", "old");
            assertThat(accelerators).extracting(Accelerator::enabled).containsExactly(true, false);
            assertThat(accelerators.get(0).flowLogsEnabled()).isEqualTo(Observed.known(false));
            assertThat(accelerators.get(0).tags()).isEqualTo(Observed.known(Map.of("Owner", "team")));
            assertThat(accelerators.get(0).region()).isEqualTo("global");
        }
    }

    @Test
    void whatStandsBelowAnAcceleratorIsFoundWithOneListingOfEach() {
        try (CannedAws aws = aws()) {
            Inventory inventory = aws.collect(EndpointGroup.class, Listener.class);
            assertThat(inventory.coverage().listings())
                    .allMatch(listing -> listing.gap().isEmpty());
            List<EndpointGroup> groups = inventory.resources().stream()
                    .filter(EndpointGroup.class::isInstance)
                    .map(EndpointGroup.class::cast)
                    .toList();
            assertThat(groups).extracting(EndpointGroup::endpointRegion).containsExactly("us-east-1", "eu-west-1");
            assertThat(groups).extracting(EndpointGroup::takesTraffic).containsExactly(true, false);
            EndpointGroup group = groups.get(0);
            assertThat(group.accelerator()).isEqualTo(new Arn(ACCELERATOR + "a"));
            assertThat(group.unhealthyEndpoints()).containsExactly(BALANCER);
            assertThat(group.edges())
                    .containsExactlyInAnyOrder(
                            new Edge(group.arn(), Relation.IN, new Arn(ACCELERATOR + "a/listener/l")),
                            new Edge(group.arn(), Relation.ROUTES_TO, new Arn(BALANCER)));
            assertThat(inventory.resources())
                    .filteredOn(Listener.class::isInstance)
                    .singleElement()
                    .satisfies(listener -> {
                        assertThat(((Listener) listener).accelerator()).isEqualTo(new Arn(ACCELERATOR + "a"));
                        assertThat(((Listener) listener).ports()).containsExactly("443-443");
                    });
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(TARGET + "ListListeners"))
                    .hasSize(2); // one an accelerator
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(TARGET + "ListAccelerators"))
                    .hasSize(2); // two pages
        }
    }

    @Test
    void aRefusalBelowIsAGapOfWhatStandsThere() {
        try (CannedAws aws = aws().answer(TARGET + "ListEndpointGroups", 400, "application/x-amz-json-1.1", """
                        {"__type": "AccessDeniedException", "Message": "no"}""")) {
            Inventory inventory = aws.collect(EndpointGroup.class);
            assertThat(inventory.coverage().listings())
                    .anyMatch(listing -> listing.gap().isPresent());
        }
    }
}

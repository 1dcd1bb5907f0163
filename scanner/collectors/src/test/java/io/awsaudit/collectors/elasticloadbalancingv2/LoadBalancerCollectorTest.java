package io.awsaudit.collectors.elasticloadbalancingv2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.elasticloadbalancingv2.LoadBalancer;
import io.awsaudit.inventory.elasticloadbalancingv2.LoadBalancerAttributes;
import io.awsaudit.inventory.elasticloadbalancingv2.LoadBalancerAttributes.DesyncMitigationMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of load balancers, with AWS's documented responses. */
class LoadBalancerCollectorTest {
    private static final String LIST = "Action=DescribeLoadBalancers&";
    private static final String ATTRIBUTES = "Action=DescribeLoadBalancerAttributes";
    private static final String TAGS = "Action=DescribeTags";

    @Test
    void aListingIsReadToItsLastPage() {
        try (CannedAws aws = new CannedAws()
                .xml(ATTRIBUTES, attributes("deletion_protection.enabled", "true"))
                .xml(LIST, answer("<NextMarker>more</NextMarker>", balancer("one", "")))
                .xml("Marker=more", answer("", balancer("two", "")))) {
            assertThat(aws.collect(LoadBalancer.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void tagsOfTwentyComeInOneAnswer() {
        String[] names =
                IntStream.range(0, 21).mapToObj(number -> "lb-" + number).toArray(String[]::new);
        try (CannedAws aws = new CannedAws()
                .xml(ATTRIBUTES, attributes("deletion_protection.enabled", "true"))
                .xml(
                        LIST,
                        answer(
                                "",
                                Arrays.stream(names)
                                        .map(name -> balancer(name, ""))
                                        .toArray(String[]::new)))
                .xml(TAGS, tags(Arrays.copyOf(names, 20)))
                .xml("ResourceArns.member.1=" + encoded("lb-20"), tags("lb-20"))) {
            assertThat(aws.collect(LoadBalancer.class).resources())
                    .hasSize(21)
                    .allSatisfy(resource -> assertThat(resource.tags().knownToBe(Map.of("Name", resource.name())))
                            .isTrue());
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(TAGS))
                    .hasSize(2);
        }
    }

    @Test
    void whoseNeighbourIsGoneIsAskedForItsTagsAlone() {
        String gone = """
                <ErrorResponse><Error><Type>Sender</Type><Code>LoadBalancerNotFound</Code><Message>One or more load \
                balancers not found</Message></Error></ErrorResponse>""";
        try (CannedAws aws = new CannedAws()
                .xml(ATTRIBUTES, attributes("deletion_protection.enabled", "true"))
                .xml(LIST, answer("", balancer("gone", ""), balancer("there", "")))
                .xml("ResourceArns.member.1=" + encoded("there"), tags("there"))
                .answer("ResourceArns.member.1=" + encoded("gone"), 400, "text/xml", gone)) {
            Map<String, Boolean> known = aws.collect(LoadBalancer.class).resources().stream()
                    .collect(Collectors.toMap(
                            Resource::name, resource -> resource.tags().isKnown()));
            assertThat(known).isEqualTo(Map.of("gone", false, "there", true));
        }
    }

    @Test
    void attributesThatAreNotSentHaveTheirDocumentedDefault() {
        assertThat(only("", attributes("deletion_protection.enabled", "false")).attributes())
                .satisfies(known -> assertThat(known.knownToBe(new LoadBalancerAttributes(
                                false, Optional.empty(), false, DesyncMitigationMode.DEFENSIVE, false)))
                        .isTrue());
    }

    @Test
    void attributesAreReadAsTheyAreSet() {
        LoadBalancer balancer = only(
                "",
                attributes(
                        "deletion_protection.enabled", "true",
                        "access_logs.s3.enabled", "true",
                        "access_logs.s3.bucket", "logs",
                        "routing.http.drop_invalid_header_fields.enabled", "true",
                        "routing.http.desync_mitigation_mode", "monitor",
                        "load_balancing.cross_zone.enabled", "true"));
        assertThat(balancer.attributes()
                        .knownToBe(new LoadBalancerAttributes(
                                true,
                                Optional.of(new Arn("arn:aws:s3:::logs")),
                                true,
                                DesyncMitigationMode.MONITOR,
                                true)))
                .isTrue();
    }

    @Test
    void aBucketThatLogsOnceWentToIsNoneOfTodays() {
        assertThat(only(
                                "",
                                attributes(
                                        "deletion_protection.enabled", "true",
                                        "access_logs.s3.enabled", "false",
                                        "access_logs.s3.bucket", "logs"))
                        .attributes()
                        .knownTo(LoadBalancerAttributes.WITHOUT_ACCESS_LOGS))
                .isTrue();
    }

    @Test
    void withoutTheOneAttributeThatAllHaveThereWasNoAnswer() {
        assertThat(only("", attributes("load_balancing.cross_zone.enabled", "true"))
                        .attributes()
                        .isKnown())
                .isFalse();
    }

    @Test
    void aGatewayLoadBalancerHasNeitherSchemeNorSecurityGroups() {
        LoadBalancer gateway = only(
                "<Type>gateway</Type><AvailabilityZones><member><ZoneName>us-east-1b</ZoneName><SubnetId>subnet-2</SubnetId>"
                        + "</member><member><ZoneName>us-east-1a</ZoneName><SubnetId>subnet-1</SubnetId></member>"
                        + "</AvailabilityZones>",
                attributes("deletion_protection.enabled", "false"));
        assertThat(gateway.loadBalancerType()).isEqualTo(LoadBalancer.Type.GATEWAY);
        assertThat(gateway.scheme()).isEmpty();
        assertThat(gateway.securityGroups()).isEmpty();
        assertThat(gateway.availabilityZones()).containsExactly("us-east-1a", "us-east-1b");
        assertThat(gateway.onOutpost()).isFalse();
    }

    @Test
    void aLoadBalancerOnAnOutpostIsKnownByItsSubnet() {
        assertThat(only(
                                "<Type>application</Type><AvailabilityZones><member><ZoneName>us-east-1a</ZoneName>"
                                        + "<SubnetId>subnet-1</SubnetId><OutpostId>op-1</OutpostId></member></AvailabilityZones>",
                                attributes("deletion_protection.enabled", "false"))
                        .onOutpost())
                .isTrue();
    }

    private static LoadBalancer only(String parts, String attributes) {
        try (CannedAws aws = new CannedAws()
                .xml(LIST, answer("", balancer("one", parts)))
                .xml(TAGS, tags("one"))
                .xml(ATTRIBUTES, attributes)) {
            Inventory inventory = aws.collect(LoadBalancer.class);
            return (LoadBalancer) inventory.resources().get(0);
        }
    }

    private static String arn(String name) {
        return "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/" + name + "/1";
    }

    private static String encoded(String name) {
        return java.net.URLEncoder.encode(arn(name), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String balancer(String name, String parts) {
        return "<member><LoadBalancerArn>" + arn(name) + "</LoadBalancerArn><LoadBalancerName>" + name
                + "</LoadBalancerName>" + (parts.contains("<Type>") ? "" : "<Type>application</Type>") + parts
                + "</member>";
    }

    private static String answer(String marker, String... balancers) {
        return "<DescribeLoadBalancersResponse><DescribeLoadBalancersResult><LoadBalancers>"
                + String.join("", balancers) + "</LoadBalancers>" + marker
                + "</DescribeLoadBalancersResult></DescribeLoadBalancersResponse>";
    }

    private static String attributes(String... keysAndValues) {
        List<String> members = IntStream.range(0, keysAndValues.length / 2)
                .mapToObj(pair -> "<member><Key>" + keysAndValues[2 * pair] + "</Key><Value>"
                        + keysAndValues[2 * pair + 1] + "</Value></member>")
                .toList();
        return "<DescribeLoadBalancerAttributesResponse><DescribeLoadBalancerAttributesResult><Attributes>"
                + String.join("", members)
                + "</Attributes></DescribeLoadBalancerAttributesResult></DescribeLoadBalancerAttributesResponse>";
    }

    private static String tags(String... names) {
        return "<DescribeTagsResponse><DescribeTagsResult><TagDescriptions>"
                + Arrays.stream(names)
                        .map(name -> "<member><ResourceArn>" + arn(name)
                                + "</ResourceArn><Tags><member><Key>Name</Key><Value>" + name
                                + "</Value></member></Tags></member>")
                        .collect(Collectors.joining())
                + "</TagDescriptions></DescribeTagsResult></DescribeTagsResponse>";
    }
}

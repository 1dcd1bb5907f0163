package io.awsaudit.collectors.elasticloadbalancing;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.elasticloadbalancing.LoadBalancer;
import io.awsaudit.inventory.elasticloadbalancing.LoadBalancerAttributes;
import io.awsaudit.inventory.elasticloadbalancing.LoadBalancerAttributes.DesyncMitigationMode;
import io.awsaudit.inventory.elasticloadbalancing.NegotiationPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of classic load balancers, with AWS's documented responses. */
class LoadBalancerCollectorTest {
    private static final String LIST = "Action=DescribeLoadBalancers&";
    private static final String ATTRIBUTES = "Action=DescribeLoadBalancerAttributes";
    private static final String POLICIES = "Action=DescribeLoadBalancerPolicies";
    private static final String TAGS = "Action=DescribeTags";

    @Test
    void aListingIsReadToItsLastPage() {
        try (CannedAws aws = aws().xml(LIST, answer("<NextMarker>more</NextMarker>", balancer("one", "")))
                .xml("Marker=more", answer("", balancer("two", "")))) {
            assertThat(aws.collect(LoadBalancer.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void attributesAreReadAsTheyAreSet() {
        LoadBalancer balancer = only(
                "",
                attributes(
                        "true",
                        "true",
                        "<AdditionalAttributes><member>"
                                + "<Key>elb.http.desyncmitigationmode</Key><Value>strictest</Value></member></AdditionalAttributes>"));
        assertThat(balancer.attributes()
                        .knownToBe(new LoadBalancerAttributes(
                                true, Optional.of(new Arn("arn:aws:s3:::logs")), true, DesyncMitigationMode.STRICTEST)))
                .isTrue();
    }

    @Test
    void withoutAModeItIsTheDefault() {
        assertThat(only("", attributes("false", "false", "<AdditionalAttributes/>"))
                        .attributes()
                        .knownToBe(new LoadBalancerAttributes(
                                false, Optional.empty(), false, DesyncMitigationMode.DEFENSIVE)))
                .isTrue();
    }

    @Test
    void withoutAttributesThatAllHaveThereWasNoAnswer() {
        assertThat(only(
                                "",
                                "<DescribeLoadBalancerAttributesResponse><DescribeLoadBalancerAttributesResult>"
                                        + "<LoadBalancerAttributes><AccessLog><Enabled>false</Enabled></AccessLog></LoadBalancerAttributes>"
                                        + "</DescribeLoadBalancerAttributesResult></DescribeLoadBalancerAttributesResponse>")
                        .attributes()
                        .isKnown())
                .isFalse();
    }

    @Test
    void ofPoliciesThoseThatNegotiateTlsAreRead() {
        try (CannedAws aws = aws().xml(
                        LIST, answer("", balancer("one", listener("HTTPS", 443, "sticky", "tls", "own"))))
                .xml(POLICIES, """
                        <DescribeLoadBalancerPoliciesResponse><DescribeLoadBalancerPoliciesResult><PolicyDescriptions>
                        <member><PolicyName>tls</PolicyName><PolicyTypeName>SSLNegotiationPolicyType</PolicyTypeName>
                        <PolicyAttributeDescriptions><member><AttributeName>Reference-Security-Policy</AttributeName>
                        <AttributeValue>ELBSecurityPolicy-2016-08</AttributeValue></member><member><AttributeName>Protocol-TLSv1</AttributeName>
                        <AttributeValue>true</AttributeValue></member></PolicyAttributeDescriptions></member>
                        <member><PolicyName>own</PolicyName><PolicyTypeName>SSLNegotiationPolicyType</PolicyTypeName>
                        <PolicyAttributeDescriptions><member><AttributeName>Protocol-SSLv3</AttributeName>
                        <AttributeValue>true</AttributeValue></member></PolicyAttributeDescriptions></member>
                        <member><PolicyName>sticky</PolicyName><PolicyTypeName>LBCookieStickinessPolicyType</PolicyTypeName>
                        <PolicyAttributeDescriptions/></member>
                        </PolicyDescriptions></DescribeLoadBalancerPoliciesResult></DescribeLoadBalancerPoliciesResponse>""")) {
            LoadBalancer balancer =
                    (LoadBalancer) aws.collect(LoadBalancer.class).resources().get(0);
            assertThat(balancer.negotiationPolicies()
                            .knownToBe(List.of(
                                    new NegotiationPolicy("tls", Optional.of("ELBSecurityPolicy-2016-08")),
                                    new NegotiationPolicy("own", Optional.empty()))))
                    .isTrue();
        }
    }

    @Test
    void policiesAreAskedForOnlyWhereTlsEnds() {
        try (CannedAws aws = aws().xml(LIST, answer("", balancer("one", listener("HTTP", 80, "sticky"))))) {
            LoadBalancer balancer =
                    (LoadBalancer) aws.collect(LoadBalancer.class).resources().get(0);
            assertThat(balancer.negotiationPolicies().knownToBe(List.of())).isTrue();
            assertThat(aws.requests()).noneMatch(request -> request.contains(POLICIES));
        }
    }

    @Test
    void tagsAreReadByName() {
        assertThat(only("", attributes("true", "true", "")).tags().knownToBe(Map.of("Name", "web")))
                .isTrue();
    }

    private static CannedAws aws() {
        return new CannedAws()
                .xml(ATTRIBUTES, attributes("true", "true", ""))
                .xml(
                        TAGS,
                        "<DescribeTagsResponse><DescribeTagsResult><TagDescriptions><member>"
                                + "<LoadBalancerName>one</LoadBalancerName><Tags><member><Key>Name</Key><Value>web</Value></member></Tags>"
                                + "</member></TagDescriptions></DescribeTagsResult></DescribeTagsResponse>");
    }

    private static LoadBalancer only(String parts, String attributes) {
        try (CannedAws aws = aws().xml(LIST, answer("", balancer("one", parts))).xml(ATTRIBUTES, attributes)) {
            return (LoadBalancer) aws.collect(LoadBalancer.class).resources().get(0);
        }
    }

    private static String listener(String protocol, int port, String... policies) {
        StringBuilder names = new StringBuilder();
        for (String policy : policies) {
            names.append("<member>").append(policy).append("</member>");
        }
        return "<ListenerDescriptions><member><Listener><Protocol>" + protocol + "</Protocol><LoadBalancerPort>" + port
                + "</LoadBalancerPort><InstanceProtocol>HTTP</InstanceProtocol><InstancePort>80</InstancePort></Listener>"
                + "<PolicyNames>" + names + "</PolicyNames></member></ListenerDescriptions>";
    }

    private static String balancer(String name, String parts) {
        return "<member><LoadBalancerName>" + name + "</LoadBalancerName>" + parts + "</member>";
    }

    private static String answer(String marker, String balancers) {
        return "<DescribeLoadBalancersResponse><DescribeLoadBalancersResult><LoadBalancerDescriptions>" + balancers
                + "</LoadBalancerDescriptions>" + marker
                + "</DescribeLoadBalancersResult></DescribeLoadBalancersResponse>";
    }

    private static String attributes(String switches, String logging, String additional) {
        return """
                <DescribeLoadBalancerAttributesResponse><DescribeLoadBalancerAttributesResult><LoadBalancerAttributes>
                <CrossZoneLoadBalancing><Enabled>%s</Enabled></CrossZoneLoadBalancing>
                <ConnectionDraining><Enabled>%s</Enabled><Timeout>300</Timeout></ConnectionDraining>
                <AccessLog><Enabled>%s</Enabled><S3BucketName>logs</S3BucketName></AccessLog>%s
                </LoadBalancerAttributes></DescribeLoadBalancerAttributesResult></DescribeLoadBalancerAttributesResponse>""".formatted(switches, switches, logging, additional);
    }
}

package io.awsaudit.collectors.elasticloadbalancingv2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.elasticloadbalancingv2.Action;
import io.awsaudit.inventory.elasticloadbalancingv2.Listener;
import io.awsaudit.inventory.elasticloadbalancingv2.Protocol;
import io.awsaudit.inventory.elasticloadbalancingv2.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of listeners, with AWS's documented responses. */
class ListenerCollectorTest {
    private static final String BALANCERS = "Action=DescribeLoadBalancers&";
    private static final String LISTENERS = "Action=DescribeListeners&";
    private static final String RULES = "Action=DescribeRules";
    private static final String CERTIFICATES = "Action=DescribeListenerCertificates";
    private static final String TAGS = "Action=DescribeTags";
    private static final String NO_TAGS =
            "<DescribeTagsResponse><DescribeTagsResult><TagDescriptions/></DescribeTagsResult></DescribeTagsResponse>";

    @Test
    void theListenersOfEachLoadBalancerAreReadToTheLastPage() {
        try (CannedAws aws = new CannedAws()
                .xml(TAGS, NO_TAGS)
                .xml(BALANCERS, balancers("one", "two"))
                .xml("%2Fone%2F1&", listeners("<NextMarker>more</NextMarker>", listener("one", "TCP", 1, "")))
                .xml("Marker=more", listeners("", listener("one", "TCP", 2, "")))
                .xml("%2Ftwo%2F1&", listeners("", listener("two", "UDP", 3, "")))) {
            assertThat(aws.collect(Listener.class).resources())
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one TCP:1", "one TCP:2", "two UDP:3");
        }
    }

    @Test
    void aLoadBalancerThatIsGoneByNowHasNoListeners() {
        try (CannedAws aws = new CannedAws()
                .xml(TAGS, NO_TAGS)
                .xml(BALANCERS, balancers("gone", "there"))
                .answer("%2Fgone%2F1&", 400, "text/xml", """
                        <ErrorResponse><Error><Type>Sender</Type><Code>LoadBalancerNotFound</Code><Message>One or more load \
                        balancers not found</Message></Error></ErrorResponse>""")
                .xml("%2Fthere%2F1&", listeners("", listener("there", "TCP", 80, "")))) {
            Inventory inventory = aws.collect(Listener.class);
            assertThat(inventory.resources()).hasSize(1);
            assertThat(inventory.coverage().listings())
                    .allSatisfy(listing -> assertThat(listing.gap()).isEmpty());
        }
    }

    @Test
    void whereListenersAreRefusedTheListingHasAGap() {
        try (CannedAws aws = new CannedAws().xml(BALANCERS, balancers("one")).answer(LISTENERS, 403, "text/xml", """
                        <ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: arn:aws:iam::111122223333:user/a \
                        is not authorized to perform: elasticloadbalancing:DescribeListeners</Message></Error></ErrorResponse>""")) {
            assertThat(aws.collect(Listener.class).coverage().listings())
                    .filteredOn(listing -> listing.type().endsWith("Listener"))
                    .singleElement()
                    .satisfies(listing -> assertThat(listing.gap()).isPresent());
        }
    }

    @Test
    void rulesAreReadOfHttpAlone() {
        try (CannedAws aws = new CannedAws()
                .xml(TAGS, NO_TAGS)
                .xml(BALANCERS, balancers("one"))
                .xml(LISTENERS, listeners("", listener("one", "HTTP", 80, redirect("HTTPS"))))
                .xml(
                        RULES,
                        rules(
                                "<NextMarker>more</NextMarker>",
                                "<member><Priority>1</Priority><Actions><member><Type>forward</Type><TargetGroupArn>arn:tg</TargetGroupArn>"
                                        + "</member></Actions></member>"))
                .xml(
                        "Marker=more",
                        rules(
                                "",
                                "<member><Priority>default</Priority><Actions>" + redirectAction("HTTPS")
                                        + "</Actions></member>"))) {
            Listener listener =
                    (Listener) aws.collect(Listener.class).resources().get(0);
            assertThat(listener.redirectsByDefault()).isTrue();
            assertThat(listener.rules()
                            .knownToBe(List.of(
                                    new Rule(
                                            "1",
                                            List.of(new Action(
                                                    Action.Type.FORWARD,
                                                    Optional.empty(),
                                                    List.of(new Arn("arn:tg"))))),
                                    new Rule(
                                            "default",
                                            List.of(new Action(
                                                    Action.Type.REDIRECT, Optional.of(Protocol.HTTPS), List.of()))))))
                    .isTrue();
            assertThat(listener.plaintextRules()).containsExactly("1");
            assertThat(aws.requests()).noneMatch(request -> request.contains(CERTIFICATES));
        }
    }

    @Test
    void theDefaultCertificateCountsOnceThoughItComesTwice() {
        String certificate = "<CertificateArn>arn:aws:acm:us-east-1:111122223333:certificate/1</CertificateArn>";
        try (CannedAws aws = new CannedAws()
                .xml(TAGS, NO_TAGS)
                .xml(BALANCERS, balancers("one"))
                .xml(LISTENERS, listeners("", listener("one", "TLS", 443, "<SslPolicy>some</SslPolicy>")))
                .xml(CERTIFICATES, """
                        <DescribeListenerCertificatesResponse><DescribeListenerCertificatesResult><Certificates>
                        <member>%s<IsDefault>true</IsDefault></member><member>%s<IsDefault>false</IsDefault></member>
                        </Certificates></DescribeListenerCertificatesResult></DescribeListenerCertificatesResponse>""".formatted(certificate, certificate))) {
            Listener listener =
                    (Listener) aws.collect(Listener.class).resources().get(0);
            assertThat(listener.certificates()
                            .knownToBe(List.of(new Arn("arn:aws:acm:us-east-1:111122223333:certificate/1"))))
                    .isTrue();
            assertThat(listener.sslPolicy()).contains("some");
            assertThat(aws.requests()).noneMatch(request -> request.contains(RULES));
        }
    }

    @Test
    void aForwardToSeveralTargetGroupsLeadsToEach() {
        Listener listener = only("""
                <Protocol>TCP</Protocol><Port>443</Port><DefaultActions><member><Type>forward</Type><ForwardConfig><TargetGroups>
                <member><TargetGroupArn>arn:b</TargetGroupArn><Weight>1</Weight></member>
                <member><TargetGroupArn>arn:a</TargetGroupArn><Weight>1</Weight></member>
                </TargetGroups></ForwardConfig></member></DefaultActions>""");
        assertThat(listener.defaultActions())
                .containsExactly(
                        new Action(Action.Type.FORWARD, Optional.empty(), List.of(new Arn("arn:a"), new Arn("arn:b"))));
    }

    @Test
    void aListenerOfAGatewayLoadBalancerHasNeitherProtocolNorPort() {
        Listener listener = only("<DefaultActions/>");
        assertThat(listener.isOfGateway()).isTrue();
        assertThat(listener.name()).isEqualTo("one");
        assertThat(listener.port()).isZero();
    }

    private static Listener only(String parts) {
        try (CannedAws aws = new CannedAws()
                .xml(TAGS, NO_TAGS)
                .xml(BALANCERS, balancers("one"))
                .xml(
                        LISTENERS,
                        listeners(
                                "",
                                "<member><ListenerArn>arn:aws:elasticloadbalancing:us-east-1:111122223333:"
                                        + "listener/gwy/one/1/2</ListenerArn><LoadBalancerArn>" + arn("one")
                                        + "</LoadBalancerArn>" + parts
                                        + "</member>"))) {
            return (Listener) aws.collect(Listener.class).resources().get(0);
        }
    }

    private static String arn(String balancer) {
        return "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/" + balancer + "/1";
    }

    private static String balancers(String... names) {
        StringBuilder members = new StringBuilder();
        for (String name : names) {
            members.append("<member><LoadBalancerArn>")
                    .append(arn(name))
                    .append("</LoadBalancerArn><LoadBalancerName>")
                    .append(name)
                    .append("</LoadBalancerName><Type>application</Type></member>");
        }
        return "<DescribeLoadBalancersResponse><DescribeLoadBalancersResult><LoadBalancers>" + members
                + "</LoadBalancers></DescribeLoadBalancersResult></DescribeLoadBalancersResponse>";
    }

    private static String listener(String balancer, String protocol, int port, String parts) {
        return "<member><ListenerArn>arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/" + balancer
                + "/1/" + port + "</ListenerArn><LoadBalancerArn>" + arn(balancer) + "</LoadBalancerArn><Protocol>"
                + protocol + "</Protocol><Port>" + port + "</Port>" + parts + "</member>";
    }

    private static String listeners(String marker, String... listeners) {
        return "<DescribeListenersResponse><DescribeListenersResult><Listeners>" + String.join("", listeners)
                + "</Listeners>" + marker + "</DescribeListenersResult></DescribeListenersResponse>";
    }

    private static String redirect(String protocol) {
        return "<DefaultActions>" + redirectAction(protocol) + "</DefaultActions>";
    }

    private static String redirectAction(String protocol) {
        return "<member><Type>redirect</Type><RedirectConfig><Protocol>" + protocol
                + "</Protocol><StatusCode>HTTP_301</StatusCode></RedirectConfig></member>";
    }

    private static String rules(String marker, String rules) {
        return "<DescribeRulesResponse><DescribeRulesResult><Rules>" + rules + "</Rules>" + marker
                + "</DescribeRulesResult></DescribeRulesResponse>";
    }
}

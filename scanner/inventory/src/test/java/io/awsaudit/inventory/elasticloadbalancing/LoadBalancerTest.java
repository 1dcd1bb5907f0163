package io.awsaudit.inventory.elasticloadbalancing;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadBalancerTest {
    private static final List<String> GOOD = List.of("ELBSecurityPolicy-TLS-1-2-2017-01");

    @Test
    void eachEncryptedListenerHasToHeedAPredefinedPolicy() {
        LoadBalancer balancer = balancer(
                Observed.known(List.of(
                        new NegotiationPolicy("good", Optional.of("ELBSecurityPolicy-TLS-1-2-2017-01")),
                        new NegotiationPolicy("old", Optional.of("ELBSecurityPolicy-2016-08")),
                        new NegotiationPolicy("own", Optional.empty()))),
                listener("HTTPS", 1, "good", "sticky"),
                listener("HTTPS", 2, "old"),
                listener("SSL", 3, "own"),
                listener("SSL", 4),
                listener("SSL", 5, "good", "old"),
                listener("TCP", 6));
        assertThat(balancer.listenersBeside(GOOD)).containsExactly("HTTPS:2", "SSL:3", "SSL:4", "SSL:5");
    }

    @Test
    void aPolicyIsKnownByWhatItRefersToAndNotByItsName() {
        LoadBalancer balancer = balancer(
                Observed.known(List.of(new NegotiationPolicy("ELBSecurityPolicy-TLS-1-2-2017-01", Optional.empty()))),
                listener("HTTPS", 443, "ELBSecurityPolicy-TLS-1-2-2017-01"));
        assertThat(balancer.listenersBeside(GOOD)).containsExactly("HTTPS:443");
    }

    @Test
    void nothingIsSaidOfPoliciesThatWereNotRead() {
        Gap gap = new Gap(Gap.Cause.DENIED, "test:Refused", Optional.empty(), "refused for the test");
        assertThat(balancer(Observed.unknown(gap), listener("HTTPS", 443)).listenersBeside(GOOD))
                .isEmpty();
    }

    @Test
    void aCertificateOfAcmIsKnownByItsArn() {
        assertThat(certificate("arn:aws:acm:us-east-1:111122223333:certificate/1"))
                .isTrue();
        assertThat(certificate("arn:aws-us-gov:acm:us-gov-west-1:111122223333:certificate/1"))
                .isTrue();
        assertThat(certificate("arn:aws:iam::111122223333:server-certificate/acm"))
                .isFalse();
        assertThat(certificate("Invalid-Certificate")).isFalse();
        assertThat(certificate("arn:")).isFalse();
    }

    private static boolean certificate(String name) {
        return new Listener(Listener.Protocol.HTTPS, 443, Listener.Protocol.HTTPS, 443, Optional.of(name), List.of())
                .hasAcmCertificate();
    }

    private static Listener listener(String protocol, int port, String... policies) {
        return new Listener(
                new Listener.Protocol(protocol),
                port,
                Listener.Protocol.TCP,
                port,
                Optional.empty(),
                List.of(policies));
    }

    private static LoadBalancer balancer(Observed<List<NegotiationPolicy>> policies, Listener... listeners) {
        Arn arn = new Arn("arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/web");
        return new LoadBalancer(
                Identity.tagged(arn, "111122223333", "us-east-1", "web", Map.of()),
                Optional.empty(),
                Optional.empty(),
                List.of(listeners),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Observed.known(new LoadBalancerAttributes(
                        true, Optional.empty(), true, LoadBalancerAttributes.DesyncMitigationMode.DEFENSIVE)),
                policies);
    }
}

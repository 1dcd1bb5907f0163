package io.awsaudit.inventory.elasticloadbalancingv2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final Action TO_HTTPS = redirect("HTTPS");
    private static final Action FORWARD = action("forward");
    private static final Action FIXED = action("fixed-response");

    @Test
    void onlyARedirectThatNamesHttpsLeadsThere() {
        assertThat(TO_HTTPS.redirectsToHttps()).isTrue();
        assertThat(Stream.of(FORWARD, FIXED, redirect("HTTP"), redirect("#{protocol}"), action("redirect")))
                .noneMatch(Action::redirectsToHttps);
    }

    @Test
    void aRuleServesPlaintextUnlessItRedirectsOrRefuses() {
        assertThat(new Rule("1", List.of(TO_HTTPS)).servesPlaintext()).isFalse();
        assertThat(new Rule("1", List.of(FIXED)).servesPlaintext()).isFalse();
        assertThat(new Rule("1", List.of(FORWARD)).servesPlaintext()).isTrue();
        assertThat(new Rule("1", List.of(redirect("HTTP"))).servesPlaintext()).isTrue();
        assertThat(new Rule("1", List.of(action("something-new"))).servesPlaintext())
                .isTrue();
    }

    @Test
    void whatIsEncryptedIsKnownByTheProtocol() {
        assertThat(Stream.of("HTTPS", "TLS", "QUIC").map(ListenerTest::listener))
                .allMatch(Listener::isEncrypted);
        assertThat(Stream.of("HTTP", "TCP", "UDP", "TCP_UDP", "TCP_QUIC", "SOMETHING_NEW")
                        .map(ListenerTest::listener))
                .noneMatch(Listener::isEncrypted);
        assertThat(listener("QUIC").endsTls()).isFalse();
    }

    @Test
    void withoutProtocolItIsOneOfAGateway() {
        Listener gateway = listener(Optional.empty());
        assertThat(gateway.isOfGateway()).isTrue();
        assertThat(gateway.isHttp()).isFalse();
        assertThat(listener("TCP").isOfGateway()).isFalse();
    }

    private static Listener listener(String protocol) {
        return listener(Optional.of(new Protocol(protocol)));
    }

    private static Listener listener(Optional<Protocol> protocol) {
        Arn arn = new Arn("arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/web/1/2");
        return new Listener(
                Identity.tagged(arn, "111122223333", "us-east-1", "web", Map.of()),
                new Arn("arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/web/1"),
                protocol,
                443,
                Optional.empty(),
                List.of(FORWARD),
                Observed.known(List.of()),
                Observed.known(List.of()));
    }

    private static Action redirect(String protocol) {
        return new Action(Action.Type.REDIRECT, Optional.of(new Protocol(protocol)), List.of());
    }

    private static Action action(String type) {
        return new Action(new Action.Type(type), Optional.empty(), List.of());
    }
}

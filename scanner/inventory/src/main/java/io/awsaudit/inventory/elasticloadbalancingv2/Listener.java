package io.awsaudit.inventory.elasticloadbalancingv2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A port on which an application, network or gateway load balancer takes requests, read by
 * {@code elasticloadbalancing:DescribeListeners}. It has no name of its own: here it has its load balancer's, with protocol and
 * port.
 *
 * @param protocol empty for a gateway load balancer, which takes every kind of packet
 * @param port 0 for a gateway load balancer
 * @param sslPolicy the versions and ciphers that it accepts, by the policy's name; empty without TLS
 * @param certificates all that it may show to clients, the default one included; empty without TLS
 * @param rules in order of evaluation, the default one included; empty unless it speaks {@code HTTP}
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Listener.html">Listener</a>
 */
@CloudFormationType("AWS::ElasticLoadBalancingV2::Listener")
public record Listener(
        Identity identity,
        Arn loadBalancer,
        Optional<Protocol> protocol,
        int port,
        Optional<String> sslPolicy,
        List<Action> defaultActions,
        Observed<List<Arn>> certificates,
        Observed<List<Rule>> rules)
        implements Resource {
    /** Holds of rules some of which answer in the clear. */
    public static final Predicate<List<Rule>> SERVING_PLAINTEXT =
            rules -> rules.stream().anyMatch(Rule::servesPlaintext);

    /** Holds of certificates not all of which come from AWS Certificate Manager. */
    public static final Predicate<List<Arn>> NOT_ALL_FROM_ACM = certificates ->
            certificates.stream().anyMatch(certificate -> !certificate.service().equals("acm"));

    public Listener {
        defaultActions = List.copyOf(defaultActions);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                Stream.of(new Edge(arn(), Relation.ATTACHED_TO, loadBalancer)),
                defaultActions.stream()
                        .flatMap(action -> action.targetGroups().stream())
                        .distinct()
                        .map(group -> new Edge(arn(), Relation.ROUTES_TO, group)));
    }

    /** {@return whether it is one of a gateway load balancer} */
    public boolean isOfGateway() {
        return protocol.isEmpty() || protocol.get().equals(Protocol.GENEVE);
    }

    /** {@return whether it takes requests in plain HTTP} */
    public boolean isHttp() {
        return protocol.equals(Optional.of(Protocol.HTTP));
    }

    /** {@return whether the load balancer holds the certificate for it, and ends TLS} */
    public boolean endsTls() {
        return protocol.equals(Optional.of(Protocol.HTTPS)) || protocol.equals(Optional.of(Protocol.TLS));
    }

    /** {@return whether it only speaks encrypted} */
    public boolean isEncrypted() {
        return protocol.filter(Protocol::isEncrypted).isPresent();
    }

    /** {@return whether it sends to HTTPS what no rule is for} */
    public boolean redirectsByDefault() {
        return defaultActions.stream().anyMatch(Action::redirectsToHttps);
    }

    /** {@return the rules that answer in the clear, by priority, as evidence} */
    public List<String> plaintextRules() {
        return rules.asOptional().orElse(List.of()).stream()
                .filter(Rule::servesPlaintext)
                .map(Rule::priority)
                .toList();
    }
}

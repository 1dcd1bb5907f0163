package io.awsaudit.inventory.elasticloadbalancing;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A classic load balancer, read by {@code elasticloadbalancing:DescribeLoadBalancers} of the API version 2012-06-01, which
 * knows no others.
 *
 * @param scheme {@code internet-facing} or {@code internal}
 * @param availabilityZones those that it has nodes in
 * @param instances those registered with it
 * @param negotiationPolicies those that its encrypted listeners heed; empty where none does
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_LoadBalancerDescription.html">LoadBalancerDescription</a>
 */
@CloudFormationType("AWS::ElasticLoadBalancing::LoadBalancer")
public record LoadBalancer(
        Identity identity,
        Optional<String> scheme,
        Optional<Arn> vpc,
        List<Listener> listeners,
        List<String> availabilityZones,
        List<Arn> subnets,
        List<Arn> securityGroups,
        List<Arn> instances,
        Observed<LoadBalancerAttributes> attributes,
        Observed<List<NegotiationPolicy>> negotiationPolicies)
        implements Resource {
    public LoadBalancer {
        listeners = List.copyOf(listeners);
        availabilityZones = List.copyOf(availabilityZones);
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
        instances = List.copyOf(instances);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        // The subnets say which VPC they are in.
                        subnets.isEmpty()
                                ? vpc.stream().map(place -> new Edge(arn(), Relation.IN, place))
                                : subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                        instances.stream().map(instance -> new Edge(arn(), Relation.ROUTES_TO, instance)),
                        attributes.asOptional().flatMap(LoadBalancerAttributes::accessLogs).stream()
                                .map(bucket -> new Edge(arn(), Relation.LOGS_TO, bucket)))
                .flatMap(edges -> edges);
    }

    /** {@return whether some listener is encrypted} */
    public boolean isEncryptedSomewhere() {
        return listeners.stream().anyMatch(Listener::isEncrypted);
    }

    /** {@return its listeners that are not encrypted, each as {@code HTTP:80}} */
    public List<String> plaintextListeners() {
        return listeners.stream()
                .filter(listener -> !listener.isEncrypted())
                .map(Listener::label)
                .toList();
    }

    /** {@return its encrypted listeners whose certificate is not one of AWS Certificate Manager, each as {@code HTTPS:443}} */
    public List<String> listenersWithoutAcmCertificate() {
        return listeners.stream()
                .filter(listener -> listener.isEncrypted() && !listener.hasAcmCertificate())
                .map(Listener::label)
                .toList();
    }

    /**
     * Returns its encrypted listeners that accept something else than some predefined policies do, each as {@code HTTPS:443};
     * none where that was not read. A listener with no such policy heeds AWS's default, {@code ELBSecurityPolicy-2016-08}.
     */
    public List<String> listenersBeside(List<String> predefined) {
        return negotiationPolicies
                .asOptional()
                .map(known -> listeners.stream()
                        .filter(listener -> listener.isEncrypted() && !heedsOneOf(listener, known, predefined))
                        .map(Listener::label)
                        .toList())
                .orElse(List.of());
    }

    private static boolean heedsOneOf(Listener listener, List<NegotiationPolicy> known, List<String> predefined) {
        List<NegotiationPolicy> heeded = known.stream()
                .filter(policy -> listener.policies().contains(policy.name()))
                .toList();
        return !heeded.isEmpty()
                && heeded.stream()
                        .allMatch(policy -> policy.referenceSecurityPolicy()
                                .filter(predefined::contains)
                                .isPresent());
    }
}

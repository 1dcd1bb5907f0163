package io.awsaudit.inventory.elasticloadbalancingv2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An application, network or gateway load balancer, read by {@code elasticloadbalancing:DescribeLoadBalancers} of the API
 * version 2015-12-01, which knows no classic ones.
 *
 * @param scheme empty for gateway load balancers
 * @param availabilityZones those that it has nodes in
 * @param onOutpost whether its one subnet is on an Outpost, where it cannot have a second
 * @param securityGroups empty for gateway load balancers, and for network load balancers made without
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html">LoadBalancer</a>
 */
@CloudFormationType("AWS::ElasticLoadBalancingV2::LoadBalancer")
public record LoadBalancer(
        Identity identity,
        Type loadBalancerType,
        Optional<Scheme> scheme,
        Optional<Arn> vpc,
        List<String> availabilityZones,
        boolean onOutpost,
        List<Arn> subnets,
        List<Arn> securityGroups,
        Observed<LoadBalancerAttributes> attributes)
        implements Resource {
    /** What it balances: requests, connections, or packets on their way through appliances. */
    public record Type(String value) implements OpenValue {
        public static final Type APPLICATION = new Type("application");
        public static final Type GATEWAY = new Type("gateway");
        public static final Type NETWORK = new Type("network");
    }

    /** Whose addresses its nodes have. */
    public record Scheme(String value) implements OpenValue {
        public static final Scheme INTERNAL = new Scheme("internal");
        public static final Scheme INTERNET_FACING = new Scheme("internet-facing");
    }

    public LoadBalancer {
        availabilityZones = List.copyOf(availabilityZones);
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        // The subnets say which VPC they are in.
                        subnets.isEmpty()
                                ? vpc.stream().map(place -> new Edge(arn(), Relation.IN, place))
                                : subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                        attributes.asOptional().flatMap(LoadBalancerAttributes::accessLogs).stream()
                                .map(bucket -> new Edge(arn(), Relation.LOGS_TO, bucket)))
                .flatMap(edges -> edges);
    }

    /** {@return whether it understands HTTP} */
    public boolean isApplication() {
        return loadBalancerType.equals(Type.APPLICATION);
    }

    /** {@return whether it balances connections} */
    public boolean isNetwork() {
        return loadBalancerType.equals(Type.NETWORK);
    }
}

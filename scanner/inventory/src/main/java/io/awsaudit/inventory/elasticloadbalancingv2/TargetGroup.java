package io.awsaudit.inventory.elasticloadbalancingv2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a load balancer sends what it takes, read whole by {@code elasticloadbalancing:DescribeTargetGroups} but for its
 * tags.
 *
 * @param protocol empty for a Lambda function, which is called through Lambda's API
 * @param healthCheckProtocol empty for a Lambda function
 * @param loadBalancers those that use it; AWS allows one
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html">TargetGroup</a>
 */
@CloudFormationType("AWS::ElasticLoadBalancingV2::TargetGroup")
public record TargetGroup(
        Identity identity,
        TargetType targetType,
        Optional<Protocol> protocol,
        Optional<Protocol> healthCheckProtocol,
        Optional<Arn> vpc,
        List<Arn> loadBalancers)
        implements Resource {
    /** What is registered with it. */
    public record TargetType(String value) implements OpenValue {
        public static final TargetType ALB = new TargetType("alb");
        public static final TargetType INSTANCE = new TargetType("instance");
        public static final TargetType IP = new TargetType("ip");
        public static final TargetType LAMBDA = new TargetType("lambda");
    }

    public TargetGroup {
        loadBalancers = List.copyOf(loadBalancers);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                vpc.stream().map(place -> new Edge(arn(), Relation.IN, place)),
                loadBalancers.stream().map(balancer -> new Edge(arn(), Relation.ATTACHED_TO, balancer)));
    }

    /** {@return whether its target is a Lambda function} */
    public boolean isLambda() {
        return targetType.equals(TargetType.LAMBDA);
    }

    /** {@return whether its target is an application load balancer, behind a network one} */
    public boolean isLoadBalancer() {
        return targetType.equals(TargetType.ALB);
    }

    /** {@return whether it holds the appliances of a gateway load balancer, which get packets wrapped in GENEVE} */
    public boolean isOfGateway() {
        return protocol.equals(Optional.of(Protocol.GENEVE));
    }

    /** {@return whether targets are spoken to encrypted} */
    public boolean isEncrypted() {
        return protocol.filter(Protocol::isEncrypted).isPresent();
    }

    /** {@return whether health checks are encrypted, which is only so with HTTPS} */
    public boolean isHealthCheckEncrypted() {
        return healthCheckProtocol.equals(Optional.of(Protocol.HTTPS));
    }
}

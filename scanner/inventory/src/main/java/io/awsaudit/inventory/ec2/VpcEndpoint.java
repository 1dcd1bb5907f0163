package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A VPC endpoint, read whole by {@code ec2:DescribeVpcEndpoints}.
 *
 * @param state as AWS documents it, in lower case, since the API sends either
 * @param requesterManaged whether a service of AWS made it, and only that service may change it
 * @param routeTables those in which a gateway endpoint has a route
 * @param policy {@link Policy#NONE} where the endpoint can have none; unknown where the document cannot be read
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html">VpcEndpoint</a>
 */
@CloudFormationType("AWS::EC2::VPCEndpoint")
public record VpcEndpoint(
        Identity identity,
        Arn vpc,
        Type endpointType,
        String serviceName,
        String state,
        boolean requesterManaged,
        List<Arn> routeTables,
        List<Arn> subnets,
        Observed<Policy> policy)
        implements Resource {
    /** Holds of policies that let everyone do everything through the endpoint, as the one that AWS puts there does. */
    public static final Predicate<Policy> FULL_ACCESS =
            policy -> policy.any(statement -> statement.allowsEveryone() && statement.allowsEverything());

    private static final Set<String> OUT_OF_SERVICE = Set.of("expired", "failed", "pendingacceptance", "rejected");

    /** How an endpoint leads to its service. */
    public record Type(String value) implements OpenValue {
        public static final Type GATEWAY = new Type("Gateway");
        public static final Type GATEWAY_LOAD_BALANCER = new Type("GatewayLoadBalancer");
        public static final Type INTERFACE = new Type("Interface");
    }

    public VpcEndpoint {
        state = state.toLowerCase(Locale.ROOT);
        routeTables = List.copyOf(routeTables);
        subnets = List.copyOf(subnets);
    }

    /** {@return whether it is there, or about to be} */
    public boolean isLive() {
        return state.equals("available") || state.startsWith("pending") || state.equals("partial");
    }

    /** {@return whether it failed, or the owner of the service has not let it in} */
    public boolean isOutOfService() {
        return OUT_OF_SERVICE.contains(state);
    }

    /** {@return whether S3 is reached through it from some route table, free of charge} */
    public boolean isS3Gateway() {
        return isGatewayTo("s3");
    }

    /** {@return whether DynamoDB is reached through it from some route table, free of charge} */
    public boolean isDynamoDbGateway() {
        return isGatewayTo("dynamodb");
    }

    private boolean isGatewayTo(String service) {
        return endpointType.equals(Type.GATEWAY)
                && serviceName.endsWith("." + service)
                && isLive()
                && !routeTables.isEmpty();
    }

    /** {@return whether it is a private way to a service of AWS in its own region, such as {@code ecr.api}} */
    public boolean isInterfaceTo(String service) {
        return endpointType.equals(Type.INTERFACE)
                && leadsToAws()
                && serviceName.endsWith("." + region() + "." + service)
                && isLive();
    }

    /** {@return whether it leads to a service of AWS, rather than to one that a customer or partner offers} */
    public boolean leadsToAws() {
        return !serviceName.contains(".vpce.") && !serviceName.contains(".vpce-svc-");
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        Stream.of(new Edge(arn(), Relation.IN, vpc)),
                        subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                        routeTables.stream().map(table -> new Edge(arn(), Relation.ATTACHED_TO, table)))
                .flatMap(edges -> edges);
    }
}

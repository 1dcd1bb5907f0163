package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A network interface that the account owns, read whole by {@code ec2:DescribeNetworkInterfaces}: those of its instances,
 * and those that services of AWS make in its subnets.
 *
 * @param requesterManaged whether a service of AWS made it, and only that service may change it
 * @param sourceDestCheck whether it drops traffic that is neither from nor for itself
 * @param instance that it is attached to; empty where it is attached to nothing, or to something else
 * @param operator the service that manages it in the account's place
 * @param status {@link Status#AVAILABLE} while nothing has it
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html">NetworkInterface</a>
 */
@CloudFormationType("AWS::EC2::NetworkInterface")
public record NetworkInterface(
        Identity identity,
        Type interfaceType,
        boolean requesterManaged,
        boolean sourceDestCheck,
        Optional<Arn> vpc,
        Optional<Arn> subnet,
        Optional<Arn> instance,
        List<Arn> securityGroups,
        Optional<String> operator,
        Status status)
        implements Resource {
    /** Whether an interface is in use. */
    public record Status(String value) implements OpenValue {
        public static final Status AVAILABLE = new Status("available");
        public static final Status IN_USE = new Status("in-use");
    }

    /** What an interface is for. */
    public record Type(String value) implements OpenValue {
        public static final Type INTERFACE = new Type("interface");
        public static final Type BRANCH = new Type("branch");
        public static final Type EFA = new Type("efa");
        public static final Type LAMBDA = new Type("lambda");
        public static final Type NAT_GATEWAY = new Type("natGateway");

        /** Those whose source and destination check is the account's to set, by AWS's own control. */
        private static final Set<String> CHECKED =
                Set.of("interface", "branch", "efa", "lambda", "quicksight", "aws_codestar_connections_managed");
    }

    public NetworkInterface {
        securityGroups = List.copyOf(securityGroups);
    }

    /** {@return whether AWS runs it: it routes by nature, as a NAT gateway's does, or is not the account's to change} */
    @Override
    public boolean isServiceOwned() {
        return requesterManaged || operator.isPresent() || !Type.CHECKED.contains(interfaceType.value());
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        subnet.or(() -> vpc).stream().map(place -> new Edge(arn(), Relation.IN, place)),
                        instance.stream().map(owner -> new Edge(arn(), Relation.ATTACHED_TO, owner)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)))
                .flatMap(edges -> edges);
    }

    /** {@return whether nothing has it} */
    public boolean isUnattached() {
        return status.equals(Status.AVAILABLE) && instance.isEmpty();
    }
}

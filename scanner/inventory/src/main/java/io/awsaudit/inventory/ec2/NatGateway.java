package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A NAT gateway, read whole by {@code ec2:DescribeNatGateways}, which shows deleted ones for an hour more.
 *
 * @param subnet where a zonal gateway stands; empty for a regional one, which spreads over zones by itself
 * @param connectivityType a private one reaches other networks, but not the internet
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html">NatGateway</a>
 */
@CloudFormationType("AWS::EC2::NatGateway")
public record NatGateway(
        Identity identity,
        Arn vpc,
        Optional<Arn> subnet,
        State state,
        ConnectivityType connectivityType,
        boolean regional)
        implements Resource {
    /** Where a NAT gateway is in its life. */
    public record State(String value) implements OpenValue {
        public static final State AVAILABLE = new State("available");
        public static final State DELETED = new State("deleted");
        public static final State DELETING = new State("deleting");
        public static final State FAILED = new State("failed");
        public static final State PENDING = new State("pending");
    }

    /** Where its traffic may go. */
    public record ConnectivityType(String value) implements OpenValue {
        public static final ConnectivityType PRIVATE = new ConnectivityType("private");
        public static final ConnectivityType PUBLIC = new ConnectivityType("public");
    }

    /** {@return whether it is there, or about to be} */
    public boolean isLive() {
        return state.equals(State.AVAILABLE) || state.equals(State.PENDING);
    }

    /** {@return whether it is there, or about to be, and leads to the internet} */
    public boolean leadsToInternet() {
        return isLive() && !connectivityType.equals(ConnectivityType.PRIVATE);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.IN, subnet.orElse(vpc)));
    }
}

package io.awsaudit.inventory.ssm;

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
 * A machine that Systems Manager has heard of, read by {@code ssm:DescribeInstanceInformation}; one outside EC2 has an id
 * that begins with {@code mi-}.
 *
 * <p>CloudFormation has no type for it.
 *
 * @param instance the EC2 instance that it is; empty for a machine elsewhere
 * @param latestAgent whether no newer version of the agent is there; AWS tells it of Linux alone
 * @param platform such as {@code Linux}
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_InstanceInformation.html">InstanceInformation</a>
 */
@CloudFormationType("AWS::SSM::ManagedInstance")
public record ManagedInstance(
        Identity identity,
        Optional<Arn> instance,
        PingStatus pingStatus,
        Optional<String> agentVersion,
        Optional<Boolean> latestAgent,
        Optional<String> platform)
        implements Resource {
    /** Whether its agent answers. */
    public record PingStatus(String value) implements OpenValue {
        public static final PingStatus ONLINE = new PingStatus("Online");
        public static final PingStatus CONNECTION_LOST = new PingStatus("ConnectionLost");
        public static final PingStatus INACTIVE = new PingStatus("Inactive");
    }

    @Override
    public Stream<Edge> edges() {
        return instance.stream().map(machine -> new Edge(arn(), Relation.WATCHES, machine));
    }

    /** {@return whether it is an EC2 instance, and its agent answers} */
    public boolean manages(Arn machine) {
        return pingStatus.equals(PingStatus.ONLINE) && instance.equals(Optional.of(machine));
    }
}

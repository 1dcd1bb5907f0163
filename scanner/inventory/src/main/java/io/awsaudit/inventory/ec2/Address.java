package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An elastic IP address, read whole by {@code ec2:DescribeAddresses}.
 *
 * @param associationId empty while it is associated with nothing
 * @param instance empty where it is associated with a network interface that belongs to no instance
 * @param serviceManaged the service that allocated it and will release it, such as {@code alb}
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Address.html">Address</a>
 */
@CloudFormationType("AWS::EC2::EIP")
public record Address(
        Identity identity,
        String publicIp,
        Optional<String> associationId,
        Optional<Arn> instance,
        Optional<Arn> networkInterface,
        Optional<String> serviceManaged)
        implements Resource {
    @Override
    public Stream<Edge> edges() {
        return Stream.concat(instance.stream(), networkInterface.stream())
                .map(user -> new Edge(arn(), Relation.ATTACHED_TO, user));
    }

    /** {@return whether an instance or a network interface has it} */
    public boolean isAssociated() {
        return associationId.isPresent() || instance.isPresent() || networkInterface.isPresent();
    }
}

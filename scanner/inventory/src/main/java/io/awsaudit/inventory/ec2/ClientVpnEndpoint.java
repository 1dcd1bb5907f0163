package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An endpoint that people connect to with a VPN client, read whole by {@code ec2:DescribeClientVpnEndpoints}; one that is
 * being deleted is none any more.
 *
 * @param logsConnections whether CloudWatch gets a log of who connected, when, and from where
 * @param logGroup the name of the log group for that
 * @param vpc empty while no subnet is associated with it
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ClientVpnEndpoint.html">ClientVpnEndpoint</a>
 */
@CloudFormationType("AWS::EC2::ClientVpnEndpoint")
public record ClientVpnEndpoint(
        Identity identity,
        boolean logsConnections,
        Optional<String> logGroup,
        Optional<Arn> vpc,
        List<Arn> securityGroups)
        implements Resource {
    public ClientVpnEndpoint {
        securityGroups = List.copyOf(securityGroups);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                vpc.stream().map(place -> new Edge(arn(), Relation.IN, place)),
                securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)));
    }
}

package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * An internet gateway, read whole by {@code ec2:DescribeInternetGateways}.
 *
 * @param vpcs the one that it is attached to, or none
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InternetGateway.html">InternetGateway</a>
 */
@CloudFormationType("AWS::EC2::InternetGateway")
public record InternetGateway(Identity identity, List<Arn> vpcs) implements Resource {
    public InternetGateway {
        vpcs = List.copyOf(vpcs);
    }

    @Override
    public Stream<Edge> edges() {
        return vpcs.stream().map(vpc -> new Edge(arn(), Relation.ATTACHED_TO, vpc));
    }
}

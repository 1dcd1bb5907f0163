package io.awsaudit.inventory.redshift;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * The subnets that clusters may be placed in, read whole by {@code redshift:DescribeClusterSubnetGroups}.
 *
 * @param availabilityZones those of its subnets, each once
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_ClusterSubnetGroup.html">ClusterSubnetGroup</a>
 */
@CloudFormationType("AWS::Redshift::ClusterSubnetGroup")
public record ClusterSubnetGroup(Identity identity, List<Arn> subnets, List<String> availabilityZones)
        implements Resource {
    public ClusterSubnetGroup {
        subnets = List.copyOf(subnets);
        availabilityZones = List.copyOf(availabilityZones);
    }

    @Override
    public Stream<Edge> edges() {
        return subnets.stream().map(subnet -> new Edge(arn(), Relation.CONTAINS, subnet));
    }
}

package io.awsaudit.inventory.databasemigration;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where replication instances may be placed, read by {@code dms:DescribeReplicationSubnetGroups} but for its tags.
 *
 * <p>DMS tells no ARN of it; the one here is as the service authorization reference writes it.
 *
 * @see <a href="https://docs.aws.amazon.com/dms/latest/APIReference/API_ReplicationSubnetGroup.html">ReplicationSubnetGroup</a>
 */
@CloudFormationType("AWS::DMS::ReplicationSubnetGroup")
public record ReplicationSubnetGroup(Identity identity, List<Arn> subnets) implements Resource {
    public ReplicationSubnetGroup {
        subnets = List.copyOf(subnets);
    }

    @Override
    public Stream<Edge> edges() {
        return subnets.stream().map(subnet -> new Edge(arn(), Relation.CONTAINS, subnet));
    }
}

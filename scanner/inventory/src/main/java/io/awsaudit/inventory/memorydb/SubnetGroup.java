package io.awsaudit.inventory.memorydb;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where clusters of MemoryDB may be placed, read by {@code memorydb:DescribeSubnetGroups} but for its tags.
 *
 * @see <a href="https://docs.aws.amazon.com/memorydb/latest/APIReference/API_SubnetGroup.html">SubnetGroup</a>
 */
@CloudFormationType("AWS::MemoryDB::SubnetGroup")
public record SubnetGroup(Identity identity, List<Arn> subnets) implements Resource {
    public SubnetGroup {
        subnets = List.copyOf(subnets);
    }

    @Override
    public Stream<Edge> edges() {
        return subnets.stream().map(subnet -> new Edge(arn(), Relation.CONTAINS, subnet));
    }

    /** {@return whether it is the group that AWS makes of a default VPC} */
    @Override
    public boolean isServiceOwned() {
        return name().equals("default");
    }
}

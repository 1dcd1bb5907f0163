package io.awsaudit.collectors.redshift;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.redshift.ClusterSubnetGroup;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.redshift.model.Subnet;

/** Reads which subnets data warehouses may be placed in. */
final class ClusterSubnetGroupCollector implements Collector<ClusterSubnetGroup> {
    private static final Operation DESCRIBE =
            Operation.of("redshift:DescribeClusterSubnetGroups").ownPages(100);

    @Override
    public Set<Class<? extends ClusterSubnetGroup>> yields() {
        return Set.of(ClusterSubnetGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<ClusterSubnetGroup> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Redshift.REDSHIFT)
                                .describeClusterSubnetGroupsPaginator()
                                .clusterSubnetGroups())
                .map(group -> read(group, reads));
    }

    private static ClusterSubnetGroup read(
            software.amazon.awssdk.services.redshift.model.ClusterSubnetGroup group, Reads reads) {
        String name = group.clusterSubnetGroupName();
        return new ClusterSubnetGroup(
                Identity.tagged(
                        reads.arn("redshift", "subnetgroup:" + name),
                        reads.account(),
                        reads.region(),
                        name,
                        Redshift.tags(group.tags())),
                group.subnets().stream()
                        .map(Subnet::subnetIdentifier)
                        .sorted()
                        .map(id -> reads.arn("ec2", "subnet/" + id))
                        .toList(),
                group.subnets().stream()
                        .filter(subnet -> subnet.subnetAvailabilityZone() != null
                                && subnet.subnetAvailabilityZone().name() != null)
                        .map(subnet -> subnet.subnetAvailabilityZone().name())
                        .distinct()
                        .sorted()
                        .toList());
    }
}

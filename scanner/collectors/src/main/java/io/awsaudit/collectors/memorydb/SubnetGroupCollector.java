package io.awsaudit.collectors.memorydb;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.memorydb.SubnetGroup;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.memorydb.model.Subnet;

/** Reads the subnet groups of MemoryDB in a region. */
final class SubnetGroupCollector implements Collector<SubnetGroup> {
    private static final Operation DESCRIBE =
            Operation.of("memorydb:DescribeSubnetGroups").ownPages(100);
    private static final Detail TAGS = Detail.of(SubnetGroup.class, "tags", "memorydb:ListTags");

    @Override
    public Set<Class<? extends SubnetGroup>> yields() {
        return Set.of(SubnetGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<SubnetGroup> collect(Reads reads) {
        Stream<software.amazon.awssdk.services.memorydb.model.SubnetGroup> listed = reads.pages(
                DESCRIBE,
                () -> reads.client(MemoryDb.CLIENT)
                        .describeSubnetGroupsPaginator(request -> {})
                        .subnetGroups());
        return reads.each(SubnetGroup.class, listed, group -> new Arn(group.arn()), group -> read(group, reads));
    }

    private static SubnetGroup read(software.amazon.awssdk.services.memorydb.model.SubnetGroup group, Reads reads) {
        Arn arn = new Arn(group.arn());
        return new SubnetGroup(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        group.name(),
                        reads.observe(TAGS, arn, () -> MemoryDb.tagsOf(arn, reads))),
                group.subnets().stream()
                        .map(Subnet::identifier)
                        .sorted()
                        .map(id -> reads.arn("ec2", "subnet/" + id))
                        .toList());
    }
}

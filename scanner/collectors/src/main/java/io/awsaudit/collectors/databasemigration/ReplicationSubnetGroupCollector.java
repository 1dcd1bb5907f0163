package io.awsaudit.collectors.databasemigration;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.databasemigration.ReplicationSubnetGroup;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationSubnetGroupsResponse;
import software.amazon.awssdk.services.databasemigration.model.Subnet;

/** Reads the subnet groups of DMS in a region. */
final class ReplicationSubnetGroupCollector implements Collector<ReplicationSubnetGroup> {
    private static final Operation DESCRIBE = Dms.listing("DescribeReplicationSubnetGroups");
    private static final Detail TAGS = Dms.tags(ReplicationSubnetGroup.class);

    @Override
    public Set<Class<? extends ReplicationSubnetGroup>> yields() {
        return Set.of(ReplicationSubnetGroup.class);
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
    public Stream<ReplicationSubnetGroup> collect(Reads reads) {
        DatabaseMigrationClient dms = reads.client(Dms.CLIENT);
        Stream<software.amazon.awssdk.services.databasemigration.model.ReplicationSubnetGroup> listed = reads.pages(
                DESCRIBE,
                () -> TokenPages.of(
                        token -> dms.describeReplicationSubnetGroups(
                                request -> request.maxRecords(Dms.PAGE).marker(token)),
                        DescribeReplicationSubnetGroupsResponse::replicationSubnetGroups,
                        DescribeReplicationSubnetGroupsResponse::marker));
        return reads.each(
                ReplicationSubnetGroup.class,
                listed,
                group -> reads.arn("dms", "subgrp:" + group.replicationSubnetGroupIdentifier()),
                group -> read(group, reads));
    }

    private static ReplicationSubnetGroup read(
            software.amazon.awssdk.services.databasemigration.model.ReplicationSubnetGroup group, Reads reads) {
        return new ReplicationSubnetGroup(
                Dms.identity(
                        reads.arn("dms", "subgrp:" + group.replicationSubnetGroupIdentifier()),
                        group.replicationSubnetGroupIdentifier(),
                        TAGS,
                        reads),
                group.subnets().stream()
                        .map(Subnet::subnetIdentifier)
                        .sorted()
                        .map(id -> reads.arn("ec2", "subnet/" + id))
                        .toList());
    }
}

package io.awsaudit.collectors.databasemigration;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.databasemigration.ReplicationInstance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationInstancesResponse;
import software.amazon.awssdk.services.databasemigration.model.Subnet;
import software.amazon.awssdk.services.databasemigration.model.VpcSecurityGroupMembership;

/** Reads the replication instances of a region. */
final class ReplicationInstanceCollector implements Collector<ReplicationInstance> {
    private static final Operation DESCRIBE = Dms.listing("DescribeReplicationInstances");
    private static final Detail TAGS = Dms.tags(ReplicationInstance.class);

    @Override
    public Set<Class<? extends ReplicationInstance>> yields() {
        return Set.of(ReplicationInstance.class);
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
    public Stream<ReplicationInstance> collect(Reads reads) {
        DatabaseMigrationClient dms = reads.client(Dms.CLIENT);
        Stream<software.amazon.awssdk.services.databasemigration.model.ReplicationInstance> listed = reads.pages(
                        DESCRIBE,
                        () -> TokenPages.of(
                                token -> dms.describeReplicationInstances(
                                        request -> request.maxRecords(Dms.PAGE).marker(token)),
                                DescribeReplicationInstancesResponse::replicationInstances,
                                DescribeReplicationInstancesResponse::marker))
                .filter(instance -> !Dms.DELETING.equals(instance.replicationInstanceStatus()));
        return reads.each(
                ReplicationInstance.class,
                listed,
                instance -> new Arn(instance.replicationInstanceArn()),
                instance -> read(instance, reads));
    }

    private static ReplicationInstance read(
            software.amazon.awssdk.services.databasemigration.model.ReplicationInstance instance, Reads reads) {
        return new ReplicationInstance(
                Dms.identity(
                        new Arn(instance.replicationInstanceArn()),
                        instance.replicationInstanceIdentifier(),
                        TAGS,
                        reads),
                Dms.orEmpty(instance.replicationInstanceClass()),
                Dms.orEmpty(instance.engineVersion()),
                Dms.orEmpty(instance.replicationInstanceStatus()),
                Answers.sent(instance.publiclyAccessible(), "PubliclyAccessible"),
                Boolean.TRUE.equals(instance.multiAZ()),
                Boolean.TRUE.equals(instance.autoMinorVersionUpgrade()),
                Optional.ofNullable(instance.kmsKeyId())
                        .filter(key -> key.startsWith("arn:"))
                        .map(Arn::new),
                Optional.ofNullable(instance.replicationSubnetGroup()).stream()
                        .flatMap(group -> group.subnets().stream())
                        .map(Subnet::subnetIdentifier)
                        .sorted()
                        .map(id -> reads.arn("ec2", "subnet/" + id))
                        .toList(),
                instance.vpcSecurityGroups().stream()
                        .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                        .sorted()
                        .map(id -> reads.arn("ec2", "security-group/" + id))
                        .toList());
    }
}

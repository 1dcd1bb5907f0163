package io.awsaudit.collectors.rds;

import static io.awsaudit.collectors.rds.Rds.orEmpty;
import static io.awsaudit.collectors.rds.Rds.orZero;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.rds.DbInstance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Subnet;

/** Reads every database instance of a region. */
final class DbInstanceCollector implements Collector<DbInstance> {
    private static final Operation DESCRIBE = Operation.of("rds:DescribeDBInstances");

    @Override
    public Set<Class<? extends DbInstance>> yields() {
        return Set.of(DbInstance.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<DbInstance> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Rds.RDS)
                                .describeDBInstancesPaginator()
                                .dbInstances())
                .filter(instance -> Rds.isOwn(instance.engine()))
                .map(instance -> read(instance, reads));
    }

    private static DbInstance read(DBInstance instance, Reads reads) {
        String name = instance.dbInstanceIdentifier();
        Optional<DBSubnetGroup> network = Optional.ofNullable(instance.dbSubnetGroup());
        // AWS sends every switch of an instance; one that an emulator leaves out was never switched on.
        return new DbInstance(
                Identity.tagged(
                        new Arn(instance.dbInstanceArn()),
                        reads.account(),
                        reads.region(),
                        name,
                        Rds.tags(instance.tagList())),
                orEmpty(instance.engine()),
                orEmpty(instance.engineVersion()),
                orEmpty(instance.dbInstanceClass()),
                orEmpty(instance.dbInstanceStatus()),
                Boolean.TRUE.equals(instance.storageEncrypted()),
                Rds.key(instance.kmsKeyId()),
                orEmpty(instance.storageType()),
                orZero(instance.allocatedStorage()),
                Boolean.TRUE.equals(instance.publiclyAccessible()),
                Boolean.TRUE.equals(instance.multiAZ()),
                Boolean.TRUE.equals(instance.autoMinorVersionUpgrade()),
                orZero(instance.backupRetentionPeriod()),
                Boolean.TRUE.equals(instance.deletionProtection()),
                Boolean.TRUE.equals(instance.iamDatabaseAuthenticationEnabled()),
                Boolean.TRUE.equals(instance.performanceInsightsEnabled()),
                Optional.ofNullable(instance.dbClusterIdentifier()).map(id -> reads.arn("rds", "cluster:" + id)),
                replicaOf(instance, reads),
                network.map(DBSubnetGroup::vpcId),
                network.stream()
                        .flatMap(group -> group.subnets().stream())
                        .map(Subnet::subnetIdentifier)
                        .sorted()
                        .toList(),
                Rds.securityGroups(
                        instance.vpcSecurityGroups(),
                        reads.arn("ec2", "security-group/").value()),
                Optional.ofNullable(instance.caCertificateIdentifier()));
    }

    /** The source of a replica: named by its ARN when it is in another region, else by its id. */
    private static Optional<Arn> replicaOf(DBInstance instance, Reads reads) {
        return Optional.ofNullable(instance.readReplicaSourceDBInstanceIdentifier())
                .map(source -> source.startsWith("arn:") ? new Arn(source) : reads.arn("rds", "db:" + source))
                .or(() -> Optional.ofNullable(instance.readReplicaSourceDBClusterIdentifier())
                        .map(source ->
                                source.startsWith("arn:") ? new Arn(source) : reads.arn("rds", "cluster:" + source)));
    }
}

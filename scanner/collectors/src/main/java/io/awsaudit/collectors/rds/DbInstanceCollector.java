package io.awsaudit.collectors.rds;

import static io.awsaudit.collectors.rds.Rds.orEmpty;
import static io.awsaudit.collectors.rds.Rds.orZero;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.rds.DbInstance;
import io.awsaudit.inventory.rds.DbParameterGroupStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.CertificateDetails;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Subnet;

/** Reads every database instance of a region but those that are being deleted. */
final class DbInstanceCollector implements Collector<DbInstance> {
    @Override
    public Set<Class<? extends DbInstance>> yields() {
        return Set.of(DbInstance.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Rds.DESCRIBE_INSTANCES);
    }

    @Override
    public Stream<DbInstance> collect(Reads reads) {
        return Rds.instances(reads)
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
                        .map(id -> reads.arn("ec2", "subnet/" + id))
                        .toList(),
                Rds.securityGroups(instance.vpcSecurityGroups(), reads),
                Optional.ofNullable(instance.caCertificateIdentifier()),
                Optional.ofNullable(instance.certificateDetails()).map(CertificateDetails::validTill),
                port(instance),
                Optional.ofNullable(instance.masterUsername()).filter(user -> !user.isEmpty()),
                Boolean.TRUE.equals(instance.copyTagsToSnapshot()),
                orZero(instance.monitoringInterval()),
                instance.enabledCloudwatchLogsExports().stream().sorted().toList(),
                instance.dbParameterGroups().stream()
                        .map(group -> new DbParameterGroupStatus(
                                reads.arn("rds", "pg:" + group.dbParameterGroupName()),
                                orEmpty(group.parameterApplyStatus())))
                        .toList(),
                instance.maxAllocatedStorage() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(instance.maxAllocatedStorage()),
                Optional.ofNullable(instance.latestRestorableTime()));
    }

    /** Of the endpoint: {@code DbInstancePort} is 0 in AWS's answers. There is none while the instance is being made. */
    private static OptionalInt port(DBInstance instance) {
        return instance.endpoint() == null || instance.endpoint().port() == null
                ? OptionalInt.empty()
                : OptionalInt.of(instance.endpoint().port());
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

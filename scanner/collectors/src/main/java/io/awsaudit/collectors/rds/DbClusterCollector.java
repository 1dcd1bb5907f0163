package io.awsaudit.collectors.rds;

import static io.awsaudit.collectors.rds.Rds.orEmpty;
import static io.awsaudit.collectors.rds.Rds.orZero;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.rds.DbCluster;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBCluster;

/** Reads every Aurora and Multi-AZ cluster of a region but those that are being deleted. */
final class DbClusterCollector implements Collector<DbCluster> {
    @Override
    public Set<Class<? extends DbCluster>> yields() {
        return Set.of(DbCluster.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Rds.DESCRIBE_CLUSTERS);
    }

    @Override
    public Stream<DbCluster> collect(Reads reads) {
        return Rds.clusters(reads)
                .filter(cluster -> Rds.isOwn(cluster.engine()))
                .map(cluster -> read(cluster, reads));
    }

    private static DbCluster read(DBCluster cluster, Reads reads) {
        // Switches that AWS leaves out are off: each of them is one of Aurora's or of Multi-AZ clusters alone.
        return new DbCluster(
                Identity.tagged(
                        new Arn(cluster.dbClusterArn()),
                        reads.account(),
                        reads.region(),
                        cluster.dbClusterIdentifier(),
                        Rds.tags(cluster.tagList())),
                orEmpty(cluster.engine()),
                orEmpty(cluster.engineVersion()),
                orEmpty(cluster.engineMode()),
                orEmpty(cluster.status()),
                Boolean.TRUE.equals(cluster.storageEncrypted()),
                Rds.key(cluster.kmsKeyId()),
                Boolean.TRUE.equals(cluster.multiAZ()),
                Boolean.TRUE.equals(cluster.autoMinorVersionUpgrade()),
                orZero(cluster.backupRetentionPeriod()),
                Boolean.TRUE.equals(cluster.deletionProtection()),
                Boolean.TRUE.equals(cluster.iamDatabaseAuthenticationEnabled()),
                Rds.members(cluster, reads),
                Rds.securityGroups(cluster.vpcSecurityGroups(), reads),
                cluster.backtrackWindow() == null ? 0 : cluster.backtrackWindow(),
                Boolean.TRUE.equals(cluster.copyTagsToSnapshot()),
                Optional.ofNullable(cluster.globalClusterIdentifier()).filter(name -> !name.isEmpty()),
                cluster.port() == null ? OptionalInt.empty() : OptionalInt.of(cluster.port()),
                Optional.ofNullable(cluster.masterUsername()).filter(user -> !user.isEmpty()),
                cluster.enabledCloudwatchLogsExports().stream().sorted().toList(),
                Rds.parameterGroup(cluster, reads),
                Rds.parameterApplyStatuses(cluster));
    }
}

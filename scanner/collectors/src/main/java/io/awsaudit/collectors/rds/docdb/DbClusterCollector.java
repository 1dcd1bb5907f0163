package io.awsaudit.collectors.rds.docdb;

import static io.awsaudit.collectors.rds.Rds.orEmpty;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.rds.Rds;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.docdb.DbCluster;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBCluster;

/** Reads the clusters of DocumentDB in a region. */
final class DbClusterCollector implements Collector<DbCluster> {
    private static final Detail TAGS = Detail.of(DbCluster.class, "tags", "rds:ListTagsForResource");

    @Override
    public Set<Class<? extends DbCluster>> yields() {
        return Set.of(DbCluster.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Rds.DESCRIBE_CLUSTERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<DbCluster> collect(Reads reads) {
        return reads.each(
                DbCluster.class,
                Rds.clusters(reads).filter(cluster -> Rds.isDocumentDb(cluster.engine())),
                cluster -> new Arn(cluster.dbClusterArn()),
                cluster -> read(cluster, reads));
    }

    private static DbCluster read(DBCluster cluster, Reads reads) {
        Arn arn = new Arn(cluster.dbClusterArn());
        return new DbCluster(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        cluster.dbClusterIdentifier(),
                        reads.observe(TAGS, arn, () -> Rds.tagsOf(arn, reads))),
                orEmpty(cluster.engineVersion()),
                orEmpty(cluster.status()),
                // Switches that AWS leaves out are off.
                Boolean.TRUE.equals(cluster.storageEncrypted()),
                Rds.key(cluster.kmsKeyId()),
                Boolean.TRUE.equals(cluster.multiAZ()),
                Answers.sent(cluster.backupRetentionPeriod(), "BackupRetentionPeriod"),
                Boolean.TRUE.equals(cluster.deletionProtection()),
                Rds.members(cluster, reads),
                Rds.securityGroups(cluster.vpcSecurityGroups(), reads),
                cluster.enabledCloudwatchLogsExports().stream().sorted().toList(),
                Rds.parameterGroup(cluster, reads),
                Rds.parameterApplyStatuses(cluster));
    }
}

package io.awsaudit.collectors.rds.neptune;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.rds.Rds;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.neptune.DbClusterSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/** Reads the snapshots that people made of clusters of Neptune in a region, and who may restore them. */
final class DbClusterSnapshotCollector implements Collector<DbClusterSnapshot> {
    private static final Detail SHARING =
            Detail.of(DbClusterSnapshot.class, "sharing", "rds:DescribeDBClusterSnapshotAttributes");
    private static final Detail TAGS = Detail.of(DbClusterSnapshot.class, "tags", "rds:ListTagsForResource");

    @Override
    public Set<Class<? extends DbClusterSnapshot>> yields() {
        return Set.of(DbClusterSnapshot.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Rds.DESCRIBE_CLUSTER_SNAPSHOTS);
    }

    @Override
    public List<Detail> details() {
        return List.of(SHARING, TAGS);
    }

    @Override
    public Stream<DbClusterSnapshot> collect(Reads reads) {
        return reads.each(
                DbClusterSnapshot.class,
                Rds.clusterSnapshots(reads).filter(snapshot -> Rds.isNeptune(snapshot.engine())),
                snapshot -> new Arn(snapshot.dbClusterSnapshotArn()),
                snapshot -> read(snapshot, reads));
    }

    private static DbClusterSnapshot read(DBClusterSnapshot snapshot, Reads reads) {
        Arn arn = new Arn(snapshot.dbClusterSnapshotArn());
        return new DbClusterSnapshot(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        snapshot.dbClusterSnapshotIdentifier(),
                        reads.observe(TAGS, arn, () -> Rds.tagsOf(arn, reads))),
                Boolean.TRUE.equals(snapshot.storageEncrypted()),
                Rds.key(snapshot.kmsKeyId()),
                reads.arn("rds", "cluster:" + snapshot.dbClusterIdentifier()),
                Optional.ofNullable(snapshot.snapshotCreateTime()),
                reads.observe(SHARING, arn, () -> Rds.restorersOf(snapshot, reads)));
    }
}

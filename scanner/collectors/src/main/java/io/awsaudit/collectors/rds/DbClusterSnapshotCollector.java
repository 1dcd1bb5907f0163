package io.awsaudit.collectors.rds;

import static io.awsaudit.collectors.rds.Rds.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.rds.DbClusterSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/** Reads the snapshots that people made of Aurora and Multi-AZ clusters in a region, and who may restore them. */
final class DbClusterSnapshotCollector implements Collector<DbClusterSnapshot> {
    private static final Detail SHARING =
            Detail.of(DbClusterSnapshot.class, "sharing", "rds:DescribeDBClusterSnapshotAttributes");

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
        return List.of(SHARING);
    }

    @Override
    public Stream<DbClusterSnapshot> collect(Reads reads) {
        return reads.each(
                DbClusterSnapshot.class,
                Rds.clusterSnapshots(reads).filter(snapshot -> Rds.isOwn(snapshot.engine())),
                snapshot -> new Arn(snapshot.dbClusterSnapshotArn()),
                snapshot -> read(snapshot, reads));
    }

    private static DbClusterSnapshot read(DBClusterSnapshot snapshot, Reads reads) {
        Arn arn = new Arn(snapshot.dbClusterSnapshotArn());
        return new DbClusterSnapshot(
                Identity.tagged(
                        arn,
                        reads.account(),
                        reads.region(),
                        snapshot.dbClusterSnapshotIdentifier(),
                        Rds.tags(snapshot.tagList())),
                orEmpty(snapshot.engine()),
                Boolean.TRUE.equals(snapshot.storageEncrypted()),
                Rds.key(snapshot.kmsKeyId()),
                reads.arn("rds", "cluster:" + snapshot.dbClusterIdentifier()),
                Optional.ofNullable(snapshot.snapshotCreateTime()),
                reads.observe(SHARING, arn, () -> Rds.restorersOf(snapshot, reads)));
    }
}

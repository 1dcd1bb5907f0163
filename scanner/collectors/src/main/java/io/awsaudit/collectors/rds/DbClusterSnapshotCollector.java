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
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/** Reads the cluster snapshots that people made in a region, and who may restore them. */
final class DbClusterSnapshotCollector implements Collector<DbClusterSnapshot> {
    private static final Operation DESCRIBE =
            Operation.of("rds:DescribeDBClusterSnapshots").ownPages(100);
    private static final Detail SHARING =
            Detail.of(DbClusterSnapshot.class, "sharing", "rds:DescribeDBClusterSnapshotAttributes");

    @Override
    public Set<Class<? extends DbClusterSnapshot>> yields() {
        return Set.of(DbClusterSnapshot.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(SHARING);
    }

    @Override
    public Stream<DbClusterSnapshot> collect(Reads reads) {
        RdsClient client = reads.client(Rds.RDS);
        Stream<DBClusterSnapshot> snapshots = reads.pages(
                        DESCRIBE,
                        () -> client.describeDBClusterSnapshotsPaginator(request -> request.snapshotType("manual"))
                                .dbClusterSnapshots())
                .filter(snapshot -> "manual".equals(snapshot.snapshotType()));
        return reads.each(
                DbClusterSnapshot.class,
                snapshots,
                snapshot -> new Arn(snapshot.dbClusterSnapshotArn()),
                snapshot -> read(snapshot, client, reads));
    }

    private static DbClusterSnapshot read(DBClusterSnapshot snapshot, RdsClient client, Reads reads) {
        String name = snapshot.dbClusterSnapshotIdentifier();
        Arn arn = new Arn(snapshot.dbClusterSnapshotArn());
        return new DbClusterSnapshot(
                Identity.tagged(arn, reads.account(), reads.region(), name, Rds.tags(snapshot.tagList())),
                orEmpty(snapshot.engine()),
                Boolean.TRUE.equals(snapshot.storageEncrypted()),
                Rds.key(snapshot.kmsKeyId()),
                reads.arn("rds", "cluster:" + snapshot.dbClusterIdentifier()),
                Optional.ofNullable(snapshot.snapshotCreateTime()),
                reads.observe(
                        SHARING,
                        arn,
                        () -> client
                                .describeDBClusterSnapshotAttributes(
                                        request -> request.dbClusterSnapshotIdentifier(name))
                                .dbClusterSnapshotAttributesResult()
                                .dbClusterSnapshotAttributes()
                                .stream()
                                .filter(attribute -> "restore".equals(attribute.attributeName()))
                                .flatMap(attribute -> attribute.attributeValues().stream())
                                .sorted()
                                .toList()));
    }
}

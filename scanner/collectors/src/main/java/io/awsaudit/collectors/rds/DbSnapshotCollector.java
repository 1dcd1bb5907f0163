package io.awsaudit.collectors.rds;

import static io.awsaudit.collectors.rds.Rds.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.rds.DbSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBSnapshot;

/** Reads the snapshots that people made in a region, and who may restore them. */
final class DbSnapshotCollector implements Collector<DbSnapshot> {
    private static final Operation DESCRIBE =
            Operation.of("rds:DescribeDBSnapshots").ownPages(100);
    private static final Detail SHARING = Detail.of(DbSnapshot.class, "sharing", "rds:DescribeDBSnapshotAttributes");

    @Override
    public Set<Class<? extends DbSnapshot>> yields() {
        return Set.of(DbSnapshot.class);
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
    public Stream<DbSnapshot> collect(Reads reads) {
        RdsClient client = reads.client(Rds.RDS);
        Stream<DBSnapshot> snapshots = reads.pages(
                        DESCRIBE,
                        () -> client.describeDBSnapshotsPaginator(request -> request.snapshotType("manual"))
                                .dbSnapshots())
                .filter(snapshot -> "manual".equals(snapshot.snapshotType()));
        return reads.each(
                DbSnapshot.class,
                snapshots,
                snapshot -> new Arn(snapshot.dbSnapshotArn()),
                snapshot -> read(snapshot, client, reads));
    }

    private static DbSnapshot read(DBSnapshot snapshot, RdsClient client, Reads reads) {
        String name = snapshot.dbSnapshotIdentifier();
        Arn arn = new Arn(snapshot.dbSnapshotArn());
        return new DbSnapshot(
                Identity.tagged(arn, reads.account(), reads.region(), name, Rds.tags(snapshot.tagList())),
                orEmpty(snapshot.engine()),
                Boolean.TRUE.equals(snapshot.encrypted()),
                Rds.key(snapshot.kmsKeyId()),
                reads.arn("rds", "db:" + snapshot.dbInstanceIdentifier()),
                Optional.ofNullable(snapshot.snapshotCreateTime()),
                reads.observe(
                        SHARING,
                        arn,
                        () -> client
                                .describeDBSnapshotAttributes(request -> request.dbSnapshotIdentifier(name))
                                .dbSnapshotAttributesResult()
                                .dbSnapshotAttributes()
                                .stream()
                                .filter(attribute -> "restore".equals(attribute.attributeName()))
                                .flatMap(attribute -> attribute.attributeValues().stream())
                                .sorted()
                                .toList()));
    }
}

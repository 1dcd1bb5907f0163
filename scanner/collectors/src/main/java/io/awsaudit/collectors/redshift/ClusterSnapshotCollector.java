package io.awsaudit.collectors.redshift;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.redshift.ClusterSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.redshift.model.AccountWithRestoreAccess;
import software.amazon.awssdk.services.redshift.model.Snapshot;

/** Reads the snapshots that people made of an account's own data warehouses in a region. */
final class ClusterSnapshotCollector implements Collector<ClusterSnapshot> {
    private static final Operation DESCRIBE =
            Operation.of("redshift:DescribeClusterSnapshots").ownPages(100);

    @Override
    public Set<Class<? extends ClusterSnapshot>> yields() {
        return Set.of(ClusterSnapshot.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<ClusterSnapshot> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Redshift.REDSHIFT)
                                .describeClusterSnapshotsPaginator(request ->
                                        request.snapshotType("manual").ownerAccount(reads.account()))
                                .snapshots())
                .filter(snapshot -> snapshot.snapshotType() == null
                        || snapshot.snapshotType().equals("manual"))
                .map(snapshot -> read(snapshot, reads));
    }

    private static ClusterSnapshot read(Snapshot snapshot, Reads reads) {
        String cluster = snapshot.clusterIdentifier();
        String name = snapshot.snapshotIdentifier();
        return new ClusterSnapshot(
                Identity.tagged(
                        snapshot.snapshotArn() == null
                                ? reads.arn("redshift", "snapshot:" + cluster + "/" + name)
                                : new Arn(snapshot.snapshotArn()),
                        reads.account(),
                        reads.region(),
                        name,
                        Redshift.tags(snapshot.tags())),
                Boolean.TRUE.equals(snapshot.encrypted()) || Boolean.TRUE.equals(snapshot.encryptedWithHSM()),
                reads.arn("redshift", "cluster:" + cluster),
                Optional.ofNullable(snapshot.snapshotCreateTime()),
                snapshot.accountsWithRestoreAccess().stream()
                        .map(AccountWithRestoreAccess::accountId)
                        .sorted()
                        .toList());
    }
}

package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.ec2.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.PermissionGroup;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;
import software.amazon.awssdk.utils.Lazy;

/**
 * Reads the EBS snapshots that the account owns in a region.
 *
 * <p>One more listing, of those that everybody may restore, takes the place of a call for each snapshot. Only what it
 * names is looked at itself, since an emulator may answer that listing with every snapshot.
 */
final class SnapshotCollector implements Collector<Snapshot> {
    private static final Operation DESCRIBE_SNAPSHOTS =
            Operation.of("ec2:DescribeSnapshots").pages(1000);
    private static final Detail PUBLIC_SNAPSHOTS = Detail.of(
                    Snapshot.class, "publiclyRestorable", "ec2:DescribeSnapshots")
            .forAll();
    private static final Detail PERMISSIONS = Detail.of(
                    Snapshot.class, "publiclyRestorable", "ec2:DescribeSnapshotAttribute")
            .where("it is among those that everybody may restore");

    /** {@code ec2:CopySnapshot} gives a copy this id for its volume, which stands for none. */
    private static final String NO_VOLUME = "vol-ffffffff";

    @Override
    public Set<Class<? extends Snapshot>> yields() {
        return Set.of(Snapshot.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_SNAPSHOTS);
    }

    @Override
    public List<Detail> details() {
        return List.of(PUBLIC_SNAPSHOTS, PERMISSIONS);
    }

    @Override
    public Stream<Snapshot> collect(Reads reads) {
        Ec2Client ec2 = reads.client(Ec2.CLIENT);
        // Asked when the first snapshot turns up, so that a region without any costs one call.
        Lazy<Observed<Set<String>>> published =
                new Lazy<>(() -> reads.observe(PUBLIC_SNAPSHOTS, reads.arn("ec2", "snapshot/*"), () -> published(ec2)));
        Stream<software.amazon.awssdk.services.ec2.model.Snapshot> snapshots = reads.pages(
                        DESCRIBE_SNAPSHOTS,
                        () -> ec2.describeSnapshotsPaginator(
                                        request -> request.ownerIds("self").maxResults(1000))
                                .snapshots())
                .filter(snapshot -> reads.account().equals(snapshot.ownerId()));
        return reads.each(
                Snapshot.class,
                snapshots,
                snapshot -> Snapshot.arnOf(reads.partition(), reads.region(), snapshot.snapshotId()),
                snapshot -> read(snapshot, published.getValue(), reads));
    }

    private static Set<String> published(Ec2Client ec2) {
        return ec2
                .describeSnapshotsPaginator(request ->
                        request.ownerIds("self").restorableByUserIds("all").maxResults(1000))
                .snapshots()
                .stream()
                .map(software.amazon.awssdk.services.ec2.model.Snapshot::snapshotId)
                .collect(Collectors.toSet());
    }

    private static Snapshot read(
            software.amazon.awssdk.services.ec2.model.Snapshot listed, Observed<Set<String>> published, Reads reads) {
        Arn arn = Snapshot.arnOf(reads.partition(), reads.region(), listed.snapshotId());
        Map<String, String> tags = Ec2Tags.map(listed.tags());
        return new Snapshot(
                Identity.tagged(arn, reads.account(), reads.region(), Ec2Tags.nameOf(tags, listed.snapshotId()), tags),
                published.knownTo(ids -> ids.contains(listed.snapshotId()))
                        ? reads.observe(PERMISSIONS, arn, () -> isPublic(listed.snapshotId(), reads))
                        : published.map(ids -> false),
                Boolean.TRUE.equals(listed.encrypted()),
                Optional.ofNullable(listed.kmsKeyId())
                        .filter(key -> !key.isEmpty())
                        .map(Arn::new),
                listed.volumeSize(),
                Optional.ofNullable(listed.volumeId())
                        .filter(volume -> !volume.equals(NO_VOLUME))
                        .map(volume -> reads.arn("ec2", "volume/" + volume)),
                Optional.ofNullable(listed.startTime()),
                listed.storageTierAsString() == null
                        ? Snapshot.StorageTier.STANDARD
                        : new Snapshot.StorageTier(listed.storageTierAsString()));
    }

    private static boolean isPublic(String snapshot, Reads reads) {
        return reads
                .client(Ec2.CLIENT)
                .describeSnapshotAttribute(request ->
                        request.snapshotId(snapshot).attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION))
                .createVolumePermissions()
                .stream()
                .anyMatch(permission -> permission.group() == PermissionGroup.ALL);
    }
}

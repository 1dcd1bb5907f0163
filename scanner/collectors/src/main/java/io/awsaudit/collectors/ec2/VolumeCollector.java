package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.Snapshot;
import io.awsaudit.inventory.ec2.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;

/** Reads the EBS volumes of a region. */
final class VolumeCollector implements Collector<Volume> {
    private static final Operation DESCRIBE_VOLUMES =
            Operation.of("ec2:DescribeVolumes").pages(500);

    @Override
    public Set<Class<? extends Volume>> yields() {
        return Set.of(Volume.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_VOLUMES);
    }

    @Override
    public Stream<Volume> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE_VOLUMES,
                        () -> reads.client(Ec2.CLIENT)
                                .describeVolumesPaginator(request -> request.maxResults(500))
                                .volumes())
                .map(volume -> read(volume, reads))
                .filter(volume -> !volume.state().equals(Volume.State.DELETING)
                        && !volume.state().equals(Volume.State.DELETED));
    }

    private static Volume read(software.amazon.awssdk.services.ec2.model.Volume listed, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(listed.tags());
        return new Volume(
                Identity.tagged(
                        reads.arn("ec2", "volume/" + listed.volumeId()),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, listed.volumeId()),
                        tags),
                listed.size(),
                new Volume.VolumeType(listed.volumeTypeAsString()),
                number(listed.iops()),
                number(listed.throughput()),
                Boolean.TRUE.equals(listed.encrypted()),
                Optional.ofNullable(listed.kmsKeyId())
                        .filter(key -> !key.isEmpty())
                        .map(Arn::new),
                new Volume.State(listed.stateAsString()),
                listed.attachments().stream()
                        .filter(attachment -> !"detached".equals(attachment.stateAsString()))
                        .flatMap(attachment -> userOf(attachment, reads).stream())
                        .toList(),
                Boolean.TRUE.equals(listed.multiAttachEnabled()),
                // A volume that was made from nothing has an empty id here.
                Optional.ofNullable(listed.snapshotId())
                        .filter(snapshot -> !snapshot.isEmpty())
                        .map(snapshot -> Snapshot.arnOf(reads.partition(), reads.region(), snapshot)),
                listed.availabilityZone(),
                Optional.ofNullable(listed.createTime()));
    }

    /** Where ECS or Fargate attached the volume there is no instance of the account, but a task. */
    private static Optional<Arn> userOf(VolumeAttachment attachment, Reads reads) {
        return attachment.instanceId() != null
                ? Optional.of(reads.arn("ec2", "instance/" + attachment.instanceId()))
                : Optional.ofNullable(attachment.associatedResource()).map(Arn::new);
    }

    private static OptionalInt number(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}

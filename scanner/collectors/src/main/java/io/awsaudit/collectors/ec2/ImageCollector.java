package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.Image;
import io.awsaudit.inventory.ec2.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the machine images that the account owns in a region. */
final class ImageCollector implements Collector<Image> {
    private static final Operation DESCRIBE_IMAGES =
            Operation.of("ec2:DescribeImages").pages(1000);

    @Override
    public Set<Class<? extends Image>> yields() {
        return Set.of(Image.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_IMAGES);
    }

    @Override
    public Stream<Image> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE_IMAGES,
                        () -> reads.client(Ec2.CLIENT)
                                .describeImagesPaginator(
                                        request -> request.owners("self").maxResults(1000))
                                .images())
                .filter(image -> reads.account().equals(image.ownerId()))
                .map(image -> read(image, reads));
    }

    private static Image read(software.amazon.awssdk.services.ec2.model.Image listed, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(listed.tags());
        return new Image(
                Identity.tagged(
                        Image.arnOf(reads.partition(), reads.region(), listed.imageId()),
                        reads.account(),
                        reads.region(),
                        listed.name() == null ? Ec2Tags.nameOf(tags, listed.imageId()) : listed.name(),
                        tags),
                Boolean.TRUE.equals(listed.publicLaunchPermissions()),
                listed.blockDeviceMappings().stream()
                        .filter(device -> device.ebs() != null && device.ebs().snapshotId() != null)
                        .map(device -> Snapshot.arnOf(
                                reads.partition(), reads.region(), device.ebs().snapshotId()))
                        .distinct()
                        .toList(),
                Optional.ofNullable(listed.creationDate()).map(Instant::parse),
                Optional.ofNullable(listed.deprecationTime()).map(Instant::parse),
                Optional.ofNullable(listed.lastLaunchedTime())
                        .filter(time -> !time.isEmpty())
                        .map(Instant::parse));
    }
}

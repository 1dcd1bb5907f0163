package io.awsaudit.collectors.efs;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.efs.AccessPoint;
import io.awsaudit.inventory.efs.FileSystem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.efs.model.AccessPointDescription;
import software.amazon.awssdk.services.efs.model.LifeCycleState;
import software.amazon.awssdk.services.efs.model.Tag;

/** Reads the access points of all file systems of a region. */
final class AccessPointCollector implements Collector<AccessPoint> {
    private static final Operation DESCRIBE =
            Operation.of("elasticfilesystem:DescribeAccessPoints").ownPages(100).where("there are file systems");

    @Override
    public Set<Class<? extends AccessPoint>> yields() {
        return Set.of(AccessPoint.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<AccessPoint> collect(Reads reads) {
        if (reads.isWithout(FileSystem.class, () -> Efs.fileSystems(reads))) {
            return Stream.empty(); // an access point is one of a file system
        }
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Efs.CLIENT)
                                .describeAccessPointsPaginator(request -> {})
                                .accessPoints())
                .filter(point -> reads.account().equals(point.ownerId()))
                .filter(point -> point.lifeCycleState() != LifeCycleState.DELETING
                        && point.lifeCycleState() != LifeCycleState.DELETED)
                .map(point -> read(point, reads));
    }

    /** AWS sends the root directory always, and the user where one is enforced. */
    private static AccessPoint read(AccessPointDescription point, Reads reads) {
        Map<String, String> tags =
                point.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one));
        return new AccessPoint(
                Identity.tagged(
                        new Arn(point.accessPointArn()),
                        reads.account(),
                        reads.region(),
                        point.name() == null || point.name().isBlank() ? point.accessPointId() : point.name(),
                        tags),
                reads.arn("elasticfilesystem", "file-system/" + point.fileSystemId()),
                Answers.sent(
                        Answers.sent(point.rootDirectory(), "RootDirectory").path(), "RootDirectory.Path"),
                point.posixUser() != null);
    }
}

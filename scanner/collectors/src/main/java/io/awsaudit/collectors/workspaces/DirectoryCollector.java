package io.awsaudit.collectors.workspaces;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.workspaces.Directory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.workspaces.model.DefaultWorkspaceCreationProperties;
import software.amazon.awssdk.services.workspaces.model.WorkspaceDirectory;

/** Reads the directories that the WorkSpaces of a region are made in. */
final class DirectoryCollector implements Collector<Directory> {
    private static final Detail TAGS = Detail.of(Directory.class, "tags", "workspaces:DescribeTags");

    @Override
    public Set<Class<? extends Directory>> yields() {
        return Set.of(Directory.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(WorkSpaces.DESCRIBE_DIRECTORIES);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Directory> collect(Reads reads) {
        return reads.each(
                Directory.class,
                WorkSpaces.directories(reads),
                directory -> WorkSpaces.directory(reads, directory.directoryId()),
                directory -> read(directory, reads));
    }

    private static Directory read(WorkspaceDirectory listed, Reads reads) {
        String id = listed.directoryId();
        Arn arn = WorkSpaces.directory(reads, id);
        Optional<DefaultWorkspaceCreationProperties> properties =
                Optional.ofNullable(listed.workspaceCreationProperties());
        return new Directory(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        Optional.ofNullable(listed.directoryName())
                                .filter(name -> !name.isBlank())
                                .orElse(id),
                        reads.observe(TAGS, arn, () -> WorkSpaces.tagsOf(reads, id))),
                listed.ipGroupIds().stream()
                        .map(group -> WorkSpaces.ipGroup(reads, group))
                        .toList(),
                listed.subnetIds().stream()
                        .map(subnet -> reads.arn("ec2", "subnet/" + subnet))
                        .toList(),
                properties.map(DefaultWorkspaceCreationProperties::enableInternetAccess),
                properties.map(DefaultWorkspaceCreationProperties::userEnabledAsLocalAdministrator),
                properties.map(DefaultWorkspaceCreationProperties::enableMaintenanceMode));
    }
}

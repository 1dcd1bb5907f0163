package io.awsaudit.collectors.workspaces;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Batches;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.workspaces.Directory;
import io.awsaudit.inventory.workspaces.Workspace;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.workspaces.WorkSpacesClient;
import software.amazon.awssdk.services.workspaces.model.DescribeWorkspacesConnectionStatusResponse;
import software.amazon.awssdk.services.workspaces.model.WorkspaceConnectionStatus;
import software.amazon.awssdk.services.workspaces.model.WorkspaceProperties;
import software.amazon.awssdk.services.workspaces.model.WorkspaceState;

/** Reads the virtual desktops of a region. */
final class WorkspaceCollector implements Collector<Workspace> {
    private static final Operation DESCRIBE =
            Operation.of("workspaces:DescribeWorkspaces").pages(WorkSpaces.PAGE).where("there are directories");
    private static final Detail CONNECTIONS = Detail.of(
                    Workspace.class, "lastConnected", "workspaces:DescribeWorkspacesConnectionStatus")
            .batches(WorkSpaces.PAGE);
    private static final Detail TAGS = Detail.of(Workspace.class, "tags", "workspaces:DescribeTags");

    @Override
    public Set<Class<? extends Workspace>> yields() {
        return Set.of(Workspace.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(CONNECTIONS, TAGS);
    }

    @Override
    public Stream<Workspace> collect(Reads reads) {
        if (reads.isWithout(Directory.class, () -> WorkSpaces.directories(reads))) {
            return Stream.empty(); // a WorkSpace is one of a directory
        }
        WorkSpacesClient workspaces = reads.client(WorkSpaces.CLIENT);
        var listed = reads.pages(
                        DESCRIBE,
                        () -> workspaces
                                .describeWorkspacesPaginator(request -> request.limit(WorkSpaces.PAGE))
                                .workspaces())
                .filter(workspace -> workspace.state() != WorkspaceState.TERMINATING
                        && workspace.state() != WorkspaceState.TERMINATED);
        return reads.each(
                Workspace.class,
                Batches.of(listed, WorkSpaces.PAGE, part -> connections(part, workspaces)),
                item -> arnOf(item.value(), reads),
                item -> read(item, reads));
    }

    private static Arn arnOf(software.amazon.awssdk.services.workspaces.model.Workspace workspace, Reads reads) {
        return reads.arn("workspaces", "workspace/" + workspace.workspaceId());
    }

    private static Workspace read(
            Batches.Item<
                            software.amazon.awssdk.services.workspaces.model.Workspace,
                            Map<String, WorkspaceConnectionStatus>>
                    item,
            Reads reads) {
        software.amazon.awssdk.services.workspaces.model.Workspace listed = item.value();
        String id = listed.workspaceId();
        Arn arn = arnOf(listed, reads);
        Optional<WorkspaceProperties> properties = Optional.ofNullable(listed.workspaceProperties());
        return new Workspace(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        id,
                        reads.observe(TAGS, arn, () -> WorkSpaces.tagsOf(reads, id))),
                WorkSpaces.directory(reads, Answers.sent(listed.directoryId(), "DirectoryId")),
                new Workspace.State(Answers.sent(listed.stateAsString(), "State")),
                Boolean.TRUE.equals(listed.rootVolumeEncryptionEnabled()), // left out where it is not
                Boolean.TRUE.equals(listed.userVolumeEncryptionEnabled()),
                present(listed.volumeEncryptionKey()),
                properties.flatMap(of -> present(of.runningModeAsString())),
                properties.flatMap(of -> present(of.computeTypeNameAsString())),
                properties.flatMap(of -> present(of.operatingSystemNameAsString())),
                reads.observe(
                        CONNECTIONS, arn, () -> lastConnected(item.answer().get(), id)));
    }

    /** The status of a WorkSpace that nobody ever connected to has no moment; one that AWS leaves out is not known. */
    private static @Nullable Optional<Instant> lastConnected(
            Map<String, WorkspaceConnectionStatus> connections, String id) {
        WorkspaceConnectionStatus status = connections.get(id);
        return status == null ? null : Optional.ofNullable(status.lastKnownUserConnectionTimestamp());
    }

    private static Map<String, WorkspaceConnectionStatus> connections(
            List<software.amazon.awssdk.services.workspaces.model.Workspace> part, WorkSpacesClient workspaces) {
        List<String> ids = part.stream()
                .map(software.amazon.awssdk.services.workspaces.model.Workspace::workspaceId)
                .toList();
        Map<String, WorkspaceConnectionStatus> connections = new HashMap<>();
        TokenPages.of(
                        token -> workspaces.describeWorkspacesConnectionStatus(
                                request -> request.workspaceIds(ids).nextToken(token)),
                        DescribeWorkspacesConnectionStatusResponse::workspacesConnectionStatus,
                        DescribeWorkspacesConnectionStatusResponse::nextToken)
                .forEach(status -> connections.put(status.workspaceId(), status));
        return connections;
    }

    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}

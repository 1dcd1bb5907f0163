package io.awsaudit.collectors.workspaces;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.workspaces.WorkSpacesClient;
import software.amazon.awssdk.services.workspaces.model.Tag;
import software.amazon.awssdk.services.workspaces.model.WorkspaceDirectory;
import software.amazon.awssdk.services.workspaces.model.WorkspaceDirectoryState;

/** The client of WorkSpaces, and what several of its listings need. */
final class WorkSpaces {
    static final AwsService<WorkSpacesClient> CLIENT = AwsService.of("workspaces", WorkSpacesClient::builder);

    /** The most that AWS gives in a page, and takes in a call. */
    static final int PAGE = 25;

    static final Operation DESCRIBE_DIRECTORIES =
            Operation.of("workspaces:DescribeWorkspaceDirectories").pages(PAGE);

    private WorkSpaces() {}

    /** Lists the directories of a region, without those that are being taken out. */
    static Stream<WorkspaceDirectory> directories(Reads reads) {
        return reads.sharedPages(
                        DESCRIBE_DIRECTORIES,
                        () -> reads.client(CLIENT)
                                .describeWorkspaceDirectoriesPaginator(request -> request.limit(PAGE))
                                .directories())
                .filter(directory -> directory.state() != WorkspaceDirectoryState.DEREGISTERING
                        && directory.state() != WorkspaceDirectoryState.DEREGISTERED);
    }

    /** Returns the ARN of a directory. */
    static Arn directory(Reads reads, String id) {
        return reads.arn("workspaces", "directory/" + id);
    }

    /** Returns the ARN of an IP access control group. */
    static Arn ipGroup(Reads reads, String id) {
        return reads.arn("workspaces", "workspaceipgroup/" + id);
    }

    /** Reads the tags of anything in WorkSpaces, by its id. */
    static Map<String, String> tagsOf(Reads reads, String id) {
        return reads.client(CLIENT).describeTags(request -> request.resourceId(id)).tagList().stream()
                .collect(
                        Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one));
    }
}

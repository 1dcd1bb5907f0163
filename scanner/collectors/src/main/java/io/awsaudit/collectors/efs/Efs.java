package io.awsaudit.collectors.efs;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import java.util.stream.Stream;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;

/** The client of EFS. */
final class Efs {
    static final AwsService<EfsClient> CLIENT = AwsService.of("elasticfilesystem", EfsClient::builder);

    static final Operation DESCRIBE_FILE_SYSTEMS =
            Operation.of("elasticfilesystem:DescribeFileSystems").ownPages(100);

    private Efs() {}

    /** Lists the file systems of a region. */
    static Stream<FileSystemDescription> fileSystems(Reads reads) {
        return reads.sharedPages(
                DESCRIBE_FILE_SYSTEMS,
                () -> reads.client(CLIENT)
                        .describeFileSystemsPaginator(request -> {})
                        .fileSystems());
    }
}

package io.awsaudit.collectors.fsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.fsx.FileSystem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of file systems, with AWS's documented responses. */
class FileSystemCollectorTest {
    private static final String DESCRIBE = "AWSSimbaAPIService_v20180301.DescribeFileSystems";

    @Test
    void fileSystemsComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(
                        DESCRIBE,
                        "{\"FileSystems\": [" + system("fs-1", "AVAILABLE", "ONTAP", "")
                                + "], \"NextToken\": \"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"FileSystems\": [" + system("fs-2", "DELETING", "ONTAP", "") + ","
                                + system("fs-3", "MISCONFIGURED", "ONTAP", "") + "]}")) {
            assertThat(aws.collect(FileSystem.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("fs-1", "fs-3");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(DESCRIBE))
                    .allMatch(request -> request.contains("\"MaxResults\":50"));
        }
    }

    @Test
    void aWindowsFileSystemThatWasNeverAuditedIsNotAudited() {
        FileSystem system = only("WINDOWS", """
                , "WindowsConfiguration": {"DeploymentType": "SINGLE_AZ_1", "AutomaticBackupRetentionDays": 0}""");
        assertThat(system.isWindows()).isTrue();
        assertThat(system.fileAccessAudit()).contains("DISABLED");
        assertThat(system.backupRetentionDays()).hasValue(0);
        assertThat(system.copyTagsToBackups()).isFalse();
        assertThat(system.isDeployedAs(List.of("MULTI_AZ_1"))).isFalse();
    }

    @Test
    void aWindowsFileSystemTellsWhatItAudits() {
        assertThat(only("WINDOWS", """
                , "WindowsConfiguration": {"DeploymentType": "MULTI_AZ_1", "CopyTagsToBackups": true,
                "AuditLogConfiguration": {"FileAccessAuditLogLevel": "FAILURE_ONLY", "FileShareAccessAuditLogLevel": "DISABLED"}}""").fileAccessAudit()).contains("FAILURE_ONLY");
    }

    @Test
    void aScratchFileSystemOfLustreHasNoBackups() {
        FileSystem system = only("LUSTRE", ", \"LustreConfiguration\": {\"DeploymentType\": \"SCRATCH_2\"}");
        assertThat(system.isLustre()).isTrue();
        assertThat(system.isScratch()).isTrue();
        assertThat(system.backupRetentionDays()).isEmpty();
        assertThat(system.dataCompression()).contains("NONE");
        assertThat(system.fileAccessAudit()).isEmpty();
    }

    @Test
    void aLustreFileSystemTellsItsCompression() {
        FileSystem system = only("LUSTRE", """
                , "LustreConfiguration": {"DeploymentType": "PERSISTENT_2", "DataCompressionType": "LZ4", "CopyTagsToBackups": true}""");
        assertThat(system.isScratch()).isFalse();
        assertThat(system.dataCompression()).contains("LZ4");
        assertThat(system.copyTagsToBackups()).isTrue();
    }

    @Test
    void anOpenZfsFileSystemTellsItsSubnetsKeyAndTags() {
        FileSystem system = only("OPENZFS", """
                , "SubnetIds": ["subnet-2", "subnet-1"], "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/k",
                "Tags": [{"Key": "Name", "Value": "shared"}],
                "OpenZFSConfiguration": {"DeploymentType": "MULTI_AZ_1", "CopyTagsToBackups": true, "CopyTagsToVolumes": true}""");
        assertThat(system.isOpenZfs()).isTrue();
        assertThat(system.name()).isEqualTo("shared");
        assertThat(system.copyTagsToVolumes()).isTrue();
        assertThat(system.edges())
                .extracting(edge -> edge.relation() + " " + edge.to())
                .containsExactly(
                        Relation.ENCRYPTED_BY + " arn:aws:kms:us-east-1:111122223333:key/k",
                        Relation.IN + " arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1",
                        Relation.IN + " arn:aws:ec2:us-east-1:111122223333:subnet/subnet-2");
    }

    @Test
    void aFileSystemOfATypeOfTomorrowIsReadAsFarAsItIsKnown() {
        FileSystem system = only("BTRFS", "");
        assertThat(system.fileSystemType()).isEqualTo("BTRFS");
        assertThat(system.deploymentType()).isEmpty();
    }

    private static FileSystem only(String type, String members) {
        try (CannedAws aws = new CannedAws()
                .json(DESCRIBE, "{\"FileSystems\": [" + system("fs-1", "AVAILABLE", type, members) + "]}")) {
            return (FileSystem) aws.collect(FileSystem.class).resources().get(0);
        }
    }

    private static String system(String id, String lifecycle, String type, String members) {
        return """
                {"FileSystemId": "%s", "ResourceARN": "arn:aws:fsx:us-east-1:111122223333:file-system/%s",
                "Lifecycle": "%s", "FileSystemType": "%s", "CreationTime": 1.7E9%s}""".formatted(id, id, lifecycle, type, members);
    }
}

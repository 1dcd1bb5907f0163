package io.awsaudit.collectors.efs;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.efs.FileSystem;
import io.awsaudit.inventory.efs.FileSystem.BackupPolicy;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of file systems, with AWS's documented responses. */
class FileSystemCollectorTest {
    private static final String LIST = "GET /2015-02-01/file-systems ";
    private static final String BACKUPS = "/file-systems/fs-1/backup-policy";
    private static final String LIFECYCLE = "/file-systems/fs-1/lifecycle-configuration";
    private static final String POLICY = "/file-systems/fs-1/policy";
    private static final String ABSENT =
            "{\"__type\":\"PolicyNotFound\",\"ErrorCode\":\"PolicyNotFound\",\"Message\":\"none\"}";

    @Test
    void aListingIsReadToItsLastPageAndDeletedFileSystemsAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(LIST, "{\"FileSystems\":[" + system("fs-1", "available") + "],\"NextMarker\":\"more\"}")
                .json(
                        "Marker=more",
                        "{\"FileSystems\":[" + system("fs-2", "available") + "," + system("fs-3", "deleting") + "]}")) {
            assertThat(aws.collect(FileSystem.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("fs-1", "fs-2");
        }
    }

    @Test
    void aReplicaIsWhatOnlyItsSourceMayWriteTo() {
        assertThat(replicaBy("REPLICATING")).isTrue();
        assertThat(replicaBy("ENABLED")).isFalse();
    }

    private static boolean replicaBy(String protection) {
        String system = system("fs-1", "available");
        try (CannedAws aws = new CannedAws()
                .json(
                        LIST,
                        "{\"FileSystems\":[" + system.substring(0, system.lastIndexOf('}'))
                                + ",\"FileSystemProtection\":{\"ReplicationOverwriteProtection\":\"" + protection
                                + "\"}}]}")) {
            FileSystem found = only(aws);
            assertThat(found.mountTargets()).isZero();
            return found.replica();
        }
    }

    @Test
    void whatWasNeverSetIsKnown() {
        try (CannedAws aws = listed().answer(BACKUPS, 404, "application/json", ABSENT)
                .answer(POLICY, 404, "application/json", ABSENT)
                .json(LIFECYCLE, "{\"LifecyclePolicies\":[]}")) {
            FileSystem system = only(aws);
            assertThat(system.backupPolicy().knownToBe(BackupPolicy.DISABLED)).isTrue();
            assertThat(system.policy().knownToBe(Policy.NONE)).isTrue();
            assertThat(system.lifecycle().knownToBe(List.of())).isTrue();
        }
    }

    @Test
    void whatWasSetIsRead() {
        try (CannedAws aws = listed().json(BACKUPS, "{\"BackupPolicy\":{\"Status\":\"ENABLED\"}}")
                .json(POLICY, """
                        {"FileSystemId":"fs-1","Policy":"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":{\\"Sid\\":\\"Open\\",\
                        \\"Effect\\":\\"Allow\\",\\"Principal\\":{\\"AWS\\":\\"*\\"},\\"Action\\":\\"elasticfilesystem:*\\",\\"Resource\\":\\"*\\"}}"}""")
                .json(
                        LIFECYCLE,
                        "{\"LifecyclePolicies\":[{\"TransitionToIA\":\"AFTER_30_DAYS\"},{\"TransitionToPrimaryStorageClass\":\"AFTER_1_ACCESS\"}]}")) {
            FileSystem system = only(aws);
            assertThat(system.backupPolicy().knownToBe(BackupPolicy.ENABLED)).isTrue();
            assertThat(system.publicStatements()).containsExactly("Open");
            assertThat(system.lifecycle().knownNotTo(FileSystem.WITHOUT_TRANSITIONS))
                    .isTrue();
        }
    }

    @Test
    void refusalsAreUnknownEachWithItsAction() {
        String refusal = "{\"__type\":\"AccessDeniedException\",\"Message\":\"no\"}";
        try (CannedAws aws = listed().answer(BACKUPS, 403, "application/json", refusal)
                .answer(POLICY, 403, "application/json", refusal)
                .answer(LIFECYCLE, 403, "application/json", refusal)) {
            FileSystem system = only(aws);
            assertThat(List.of(system.backupPolicy(), system.policy(), system.lifecycle()))
                    .extracting(setting -> action((Observed<?>) setting))
                    .containsExactly(
                            "elasticfilesystem:DescribeBackupPolicy",
                            "elasticfilesystem:DescribeFileSystemPolicy",
                            "elasticfilesystem:DescribeLifecycleConfiguration");
        }
    }

    private static String action(Observed<?> setting) {
        return setting.unknownBecause().flatMap(Gap::action).orElse("none");
    }

    private static CannedAws listed() {
        return new CannedAws().json(LIST, "{\"FileSystems\":[" + system("fs-1", "available") + "]}");
    }

    private static FileSystem only(CannedAws aws) {
        return (FileSystem) aws.collect(FileSystem.class).resources().get(0);
    }

    private static String system(String id, String state) {
        return """
                {"OwnerId":"111122223333","CreationToken":"t","FileSystemId":"%s","CreationTime":1700000000,"LifeCycleState":"%s",
                "FileSystemArn":"arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/%s","NumberOfMountTargets":0,
                "SizeInBytes":{"Value":0},"PerformanceMode":"generalPurpose","Tags":[]}""".formatted(id, state, id);
    }
}

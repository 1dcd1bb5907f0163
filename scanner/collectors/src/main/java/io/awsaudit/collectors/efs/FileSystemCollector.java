package io.awsaudit.collectors.efs;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.efs.FileSystem;
import io.awsaudit.inventory.efs.FileSystem.BackupPolicy;
import io.awsaudit.inventory.efs.FileSystem.LifecyclePolicy;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.LifeCycleState;
import software.amazon.awssdk.services.efs.model.ReplicationOverwriteProtection;
import software.amazon.awssdk.services.efs.model.Tag;

/** Reads the elastic file systems of a region, and of each the settings that checks ask about. */
final class FileSystemCollector implements Collector<FileSystem> {

    private static final Detail BACKUP_POLICY =
            Detail.of(FileSystem.class, "backupPolicy", "elasticfilesystem:DescribeBackupPolicy");
    private static final Detail LIFECYCLE =
            Detail.of(FileSystem.class, "lifecycle", "elasticfilesystem:DescribeLifecycleConfiguration");
    private static final Detail POLICY =
            Detail.of(FileSystem.class, "policy", "elasticfilesystem:DescribeFileSystemPolicy");

    @Override
    public Set<Class<? extends FileSystem>> yields() {
        return Set.of(FileSystem.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Efs.DESCRIBE_FILE_SYSTEMS);
    }

    @Override
    public List<Detail> details() {
        return List.of(BACKUP_POLICY, LIFECYCLE, POLICY);
    }

    @Override
    public Stream<FileSystem> collect(Reads reads) {
        EfsClient efs = reads.client(Efs.CLIENT);
        Stream<FileSystemDescription> listed = Efs.fileSystems(reads)
                .filter(system -> reads.account().equals(system.ownerId()))
                .filter(system -> system.lifeCycleState() != LifeCycleState.DELETING
                        && system.lifeCycleState() != LifeCycleState.DELETED);
        return reads.each(FileSystem.class, listed, system -> arnOf(system, reads), system -> read(system, efs, reads));
    }

    private static Arn arnOf(FileSystemDescription listed, Reads reads) {
        return listed.fileSystemArn() == null
                ? reads.arn("elasticfilesystem", "file-system/" + listed.fileSystemId())
                : new Arn(listed.fileSystemArn());
    }

    private static FileSystem read(FileSystemDescription listed, EfsClient efs, Reads reads) {
        String id = listed.fileSystemId();
        Arn arn = arnOf(listed, reads);
        Map<String, String> tags =
                listed.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one));
        return new FileSystem(
                Identity.tagged(
                        arn,
                        reads.account(),
                        reads.region(),
                        listed.name() == null || listed.name().isBlank() ? id : listed.name(),
                        tags),
                Boolean.TRUE.equals(listed.encrypted()),
                Optional.ofNullable(listed.kmsKeyId())
                        .filter(key -> !key.isEmpty())
                        .map(Arn::new),
                Optional.ofNullable(listed.availabilityZoneName()).filter(zone -> !zone.isEmpty()),
                Optional.ofNullable(listed.throughputModeAsString()),
                reads.observe(BACKUP_POLICY, arn, () -> backupPolicyOf(id, efs)),
                reads.observe(POLICY, arn, () -> policyOf(id, efs)),
                reads.observe(LIFECYCLE, arn, () -> lifecycleOf(id, efs)),
                Answers.sent(listed.numberOfMountTargets(), "NumberOfMountTargets"),
                listed.fileSystemProtection() != null
                        && listed.fileSystemProtection().replicationOverwriteProtection()
                                == ReplicationOverwriteProtection.REPLICATING);
    }

    private static BackupPolicy backupPolicyOf(String id, EfsClient efs) {
        return Answers.orIfAbsent(
                () -> new BackupPolicy(efs.describeBackupPolicy(request -> request.fileSystemId(id))
                        .backupPolicy()
                        .statusAsString()),
                BackupPolicy.DISABLED,
                "PolicyNotFound");
    }

    private static Policy policyOf(String id, EfsClient efs) {
        return Answers.orIfAbsent(
                () -> Policies.parse(efs.describeFileSystemPolicy(request -> request.fileSystemId(id))
                        .policy()),
                Policy.NONE,
                "PolicyNotFound");
    }

    private static List<LifecyclePolicy> lifecycleOf(String id, EfsClient efs) {
        return efs.describeLifecycleConfiguration(request -> request.fileSystemId(id)).lifecyclePolicies().stream()
                .map(policy -> new LifecyclePolicy(
                        Optional.ofNullable(policy.transitionToIAAsString()),
                        Optional.ofNullable(policy.transitionToArchiveAsString()),
                        Optional.ofNullable(policy.transitionToPrimaryStorageClassAsString())))
                .toList();
    }
}

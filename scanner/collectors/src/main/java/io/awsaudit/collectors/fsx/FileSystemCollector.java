package io.awsaudit.collectors.fsx;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.fsx.FileSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.fsx.FSxClient;
import software.amazon.awssdk.services.fsx.model.DescribeFileSystemsResponse;
import software.amazon.awssdk.services.fsx.model.FileSystemLifecycle;
import software.amazon.awssdk.services.fsx.model.LustreFileSystemConfiguration;
import software.amazon.awssdk.services.fsx.model.OntapFileSystemConfiguration;
import software.amazon.awssdk.services.fsx.model.OpenZFSFileSystemConfiguration;
import software.amazon.awssdk.services.fsx.model.Tag;
import software.amazon.awssdk.services.fsx.model.WindowsFileSystemConfiguration;

/** Reads the file systems of FSx in a region but those that are being deleted. */
final class FileSystemCollector implements Collector<FileSystem> {
    private static final AwsService<FSxClient> FSX = AwsService.of("fsx", FSxClient::builder);

    /** As many as an answer can list. */
    private static final int PAGE = 50;

    private static final Operation DESCRIBE =
            Operation.of("fsx:DescribeFileSystems").pages(PAGE);

    /** What the types have in common, although each says it in a structure of its own. */
    private record Settings(
            @Nullable String deploymentType,
            @Nullable Integer backupRetentionDays,
            boolean copyTagsToBackups,
            boolean copyTagsToVolumes,
            @Nullable String fileAccessAudit,
            @Nullable String dataCompression) {
        static final Settings NONE = new Settings(null, null, false, false, null, null);
    }

    @Override
    public Set<Class<? extends FileSystem>> yields() {
        return Set.of(FileSystem.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<FileSystem> collect(Reads reads) {
        FSxClient fsx = reads.client(FSX);
        return reads.pages(
                        DESCRIBE,
                        () -> TokenPages.of(
                                token -> fsx.describeFileSystems(
                                        request -> request.maxResults(PAGE).nextToken(token)),
                                DescribeFileSystemsResponse::fileSystems,
                                DescribeFileSystemsResponse::nextToken))
                .filter(system -> system.lifecycle() != FileSystemLifecycle.DELETING)
                .map(system -> read(system, reads));
    }

    private static FileSystem read(software.amazon.awssdk.services.fsx.model.FileSystem system, Reads reads) {
        Map<String, String> tags =
                system.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one));
        Settings settings = settingsOf(system);
        return new FileSystem(
                Identity.tagged(
                        new Arn(system.resourceARN()),
                        reads.account(),
                        reads.region(),
                        tags.getOrDefault("Name", system.fileSystemId()),
                        tags),
                Answers.sent(system.fileSystemTypeAsString(), "FileSystemType"),
                system.lifecycleAsString() == null ? "" : system.lifecycleAsString(),
                Optional.ofNullable(settings.deploymentType()),
                Optional.ofNullable(system.kmsKeyId())
                        .filter(key -> key.startsWith("arn:"))
                        .map(Arn::new),
                system.subnetIds().stream()
                        .sorted()
                        .map(id -> reads.arn("ec2", "subnet/" + id))
                        .toList(),
                settings.backupRetentionDays() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(settings.backupRetentionDays()),
                settings.copyTagsToBackups(),
                settings.copyTagsToVolumes(),
                Optional.ofNullable(settings.fileAccessAudit()),
                Optional.ofNullable(settings.dataCompression()));
    }

    private static Settings settingsOf(software.amazon.awssdk.services.fsx.model.FileSystem system) {
        if (system.windowsConfiguration() != null) {
            WindowsFileSystemConfiguration windows = system.windowsConfiguration();
            return new Settings(
                    windows.deploymentTypeAsString(),
                    windows.automaticBackupRetentionDays(),
                    Boolean.TRUE.equals(windows.copyTagsToBackups()),
                    false,
                    // Left out of file systems whose accesses were never audited.
                    windows.auditLogConfiguration() == null
                                    || windows.auditLogConfiguration().fileAccessAuditLogLevelAsString() == null
                            ? "DISABLED"
                            : windows.auditLogConfiguration().fileAccessAuditLogLevelAsString(),
                    null);
        }
        if (system.lustreConfiguration() != null) {
            LustreFileSystemConfiguration lustre = system.lustreConfiguration();
            return new Settings(
                    lustre.deploymentTypeAsString(),
                    lustre.automaticBackupRetentionDays(),
                    Boolean.TRUE.equals(lustre.copyTagsToBackups()),
                    false,
                    null,
                    lustre.dataCompressionTypeAsString() == null ? "NONE" : lustre.dataCompressionTypeAsString());
        }
        if (system.ontapConfiguration() != null) {
            OntapFileSystemConfiguration ontap = system.ontapConfiguration();
            return new Settings(
                    ontap.deploymentTypeAsString(), ontap.automaticBackupRetentionDays(), false, false, null, null);
        }
        if (system.openZFSConfiguration() != null) {
            OpenZFSFileSystemConfiguration zfs = system.openZFSConfiguration();
            return new Settings(
                    zfs.deploymentTypeAsString(),
                    zfs.automaticBackupRetentionDays(),
                    Boolean.TRUE.equals(zfs.copyTagsToBackups()),
                    Boolean.TRUE.equals(zfs.copyTagsToVolumes()),
                    null,
                    null);
        }
        return Settings.NONE;
    }
}

package io.awsaudit.localstack.seed;

import java.util.List;
import software.amazon.awssdk.services.fsx.FSxClient;
import software.amazon.awssdk.services.fsx.model.CreateFileSystemRequest;
import software.amazon.awssdk.services.fsx.model.DataCompressionType;
import software.amazon.awssdk.services.fsx.model.FileSystemType;
import software.amazon.awssdk.services.fsx.model.LustreDeploymentType;
import software.amazon.awssdk.services.fsx.model.OntapDeploymentType;
import software.amazon.awssdk.services.fsx.model.OpenZFSDeploymentType;
import software.amazon.awssdk.services.fsx.model.Tag;
import software.amazon.awssdk.services.fsx.model.WindowsAccessAuditLogLevel;
import software.amazon.awssdk.services.fsx.model.WindowsDeploymentType;

/** File systems of FSx, one of each type; moto fills in no defaults and tells of no state. */
final class FsxSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        fileSystem(
                account,
                "insecure-windows",
                FileSystemType.WINDOWS,
                system ->
                        system.windowsConfiguration(windows -> windows.deploymentType(WindowsDeploymentType.SINGLE_AZ_2)
                                .throughputCapacity(32)
                                .automaticBackupRetentionDays(0)
                                .copyTagsToBackups(false)));
        fileSystem(
                account,
                "insecure-lustre",
                FileSystemType.LUSTRE,
                system -> system.lustreConfiguration(lustre -> lustre.deploymentType(LustreDeploymentType.PERSISTENT_2)
                        .perUnitStorageThroughput(125)
                        .dataCompressionType(DataCompressionType.NONE)
                        .copyTagsToBackups(false)));
        fileSystem(
                account,
                "insecure-ontap",
                FileSystemType.ONTAP,
                system -> system.ontapConfiguration(ontap -> ontap.deploymentType(OntapDeploymentType.SINGLE_AZ_1)
                        .throughputCapacity(128)
                        .automaticBackupRetentionDays(30)));
        fileSystem(
                account,
                "insecure-openzfs",
                FileSystemType.OPENZFS,
                system -> system.openZFSConfiguration(zfs -> zfs.deploymentType(OpenZFSDeploymentType.SINGLE_AZ_1)
                        .throughputCapacity(128)
                        .automaticBackupRetentionDays(30)
                        .copyTagsToBackups(true)
                        .copyTagsToVolumes(false)));
        fileSystem(
                account,
                "insecure-untagged",
                FileSystemType.ONTAP,
                system -> system.tags(List.of())
                        .ontapConfiguration(ontap -> ontap.deploymentType(OntapDeploymentType.MULTI_AZ_1)
                                .throughputCapacity(128)
                                .automaticBackupRetentionDays(30)));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        fileSystem(
                account,
                "hardened-windows",
                FileSystemType.WINDOWS,
                system -> system.windowsConfiguration(windows -> windows.deploymentType(
                                WindowsDeploymentType.MULTI_AZ_1)
                        .throughputCapacity(32)
                        .automaticBackupRetentionDays(30)
                        .copyTagsToBackups(true)
                        .auditLogConfiguration(audit -> audit.fileAccessAuditLogLevel(
                                        WindowsAccessAuditLogLevel.SUCCESS_AND_FAILURE)
                                .fileShareAccessAuditLogLevel(WindowsAccessAuditLogLevel.SUCCESS_AND_FAILURE))));
        fileSystem(
                account,
                "hardened-lustre",
                FileSystemType.LUSTRE,
                system -> system.lustreConfiguration(lustre -> lustre.deploymentType(LustreDeploymentType.PERSISTENT_2)
                        .perUnitStorageThroughput(125)
                        .dataCompressionType(DataCompressionType.LZ4)
                        .copyTagsToBackups(true)));
        fileSystem(
                account,
                "hardened-ontap",
                FileSystemType.ONTAP,
                system -> system.ontapConfiguration(ontap -> ontap.deploymentType(OntapDeploymentType.MULTI_AZ_1)
                        .throughputCapacity(128)
                        .automaticBackupRetentionDays(30)));
        fileSystem(
                account,
                "hardened-openzfs",
                FileSystemType.OPENZFS,
                system -> system.openZFSConfiguration(zfs -> zfs.deploymentType(OpenZFSDeploymentType.MULTI_AZ_1)
                        .throughputCapacity(128)
                        .automaticBackupRetentionDays(30)
                        .copyTagsToBackups(true)
                        .copyTagsToVolumes(true)));
    }

    private static void fileSystem(
            EmulatedAccount account,
            String name,
            FileSystemType type,
            java.util.function.Consumer<CreateFileSystemRequest.Builder> settings) {
        CreateFileSystemRequest.Builder request = CreateFileSystemRequest.builder()
                .fileSystemType(type)
                .storageCapacity(1200)
                .subnetIds(
                        name.startsWith("hardened-")
                                ? VpcSeeds.hardenedSubnets(account)
                                : VpcSeeds.insecureSubnets(account))
                .tags(Tag.builder().key("Name").value(name).build());
        settings.accept(request);
        account.client(FSxClient.builder()).createFileSystem(request.build());
    }
}

package io.awsaudit.localstack.seed;

import java.util.List;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.LifecyclePolicy;
import software.amazon.awssdk.services.efs.model.Tag;
import software.amazon.awssdk.services.efs.model.ThroughputMode;
import software.amazon.awssdk.services.efs.model.TransitionToIARules;

/** File systems. Backups are chosen when one is made: moto does not know PutBackupPolicy. */
final class EfsSeeds implements Seeds {
    private static final String ANYBODY = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Anybody", "Effect": "Allow", "Principal": {"AWS": "*"},
            "Action": "elasticfilesystem:ClientMount"}]}""";
    private static final String WHOEVER_MOUNTS_IT = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "MountTargets", "Effect": "Allow", "Principal": {"AWS": "*"},
            "Action": "elasticfilesystem:ClientMount",
            "Condition": {"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}}}]}""";

    @Override
    public void insecure(EmulatedAccount account) {
        EfsClient efs = account.client(EfsClient.builder());
        tidy(efs, fileSystem(efs, "insecure-unencrypted", false, true));
        tidy(efs, fileSystem(efs, "insecure-without-backups", true, false));
        fileSystem(efs, "insecure-without-lifecycle", true, true);
        String system = fileSystem(efs, "insecure-public", true, true);
        tidy(efs, system);
        efs.putFileSystemPolicy(request -> request.fileSystemId(system).policy(ANYBODY));
        tidy(efs, inOneZone(efs, "insecure-in-one-zone"));
        accessPoint(efs, system, "insecure-whole-file-system", "/", 1000L);
        efs.createAccessPoint(request -> request.fileSystemId(system)
                .clientToken("insecure-any-user")
                .rootDirectory(root -> root.path("/any-user"))
                .tags(name("insecure-any-user")));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        EfsClient efs = account.client(EfsClient.builder());
        String key = KmsSeeds.hardenedKey(account);
        String system = efs.createFileSystem(request -> request.creationToken("hardened-file-system")
                        .throughputMode(ThroughputMode.ELASTIC)
                        .encrypted(true)
                        .kmsKeyId(key)
                        .backup(true)
                        .tags(name("hardened-file-system")))
                .fileSystemId();
        tidy(efs, system);
        efs.putFileSystemPolicy(request -> request.fileSystemId(system).policy(WHOEVER_MOUNTS_IT));
        efs.createMountTarget(request -> request.fileSystemId(system)
                .subnetId(VpcSeeds.hardenedSubnets(account).get(0))
                .securityGroups(VpcSeeds.hardenedGroup(account)));
        accessPoint(efs, system, "hardened-access-point", "/application", 1000L);
    }

    private static void accessPoint(EfsClient efs, String system, String name, String root, long user) {
        efs.createAccessPoint(request -> request.fileSystemId(system)
                .clientToken(name)
                .posixUser(owner -> owner.uid(user).gid(user))
                .rootDirectory(directory -> directory.path(root))
                .tags(name(name)));
    }

    private static String inOneZone(EfsClient efs, String name) {
        return efs.createFileSystem(request -> request.creationToken(name)
                        .availabilityZoneName(EmulatedAccount.HOME.id() + "a")
                        .encrypted(true)
                        .backup(true)
                        .tags(name(name)))
                .fileSystemId();
    }

    private static String fileSystem(EfsClient efs, String name, boolean encrypted, boolean backup) {
        return efs.createFileSystem(request -> request.creationToken(name)
                        .throughputMode(ThroughputMode.ELASTIC)
                        .encrypted(encrypted)
                        .backup(backup)
                        .tags(name(name)))
                .fileSystemId();
    }

    private static void tidy(EfsClient efs, String system) {
        LifecyclePolicy policy = LifecyclePolicy.builder()
                .transitionToIA(TransitionToIARules.AFTER_30_DAYS)
                .build();
        efs.putLifecycleConfiguration(request -> request.fileSystemId(system).lifecyclePolicies(List.of(policy)));
    }

    private static List<Tag> name(String name) {
        return List.of(Tag.builder().key("Name").value(name).build());
    }
}

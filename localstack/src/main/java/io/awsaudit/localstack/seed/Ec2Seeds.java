package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.OperationType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;
import software.amazon.awssdk.services.ec2.model.VolumeType;

/** Instances, volumes and snapshots. Networks are in {@link VpcSeeds}. */
final class Ec2Seeds implements Seeds {
    private static final String ZONE = EmulatedAccount.HOME.id() + "a";
    private static final String IMAGE = "ami-12345678"; // any will do

    @Override
    public void insecure(EmulatedAccount account) {
        Ec2Client ec2 = account.client(Ec2Client.builder());
        String volume = unencryptedVolume(ec2, "insecure-unencrypted");
        publicSnapshot(ec2, volume, "insecure-public");
        encryptedVolume(ec2, "insecure-gp2", VolumeType.GP2);
    }

    @Override
    public void hardened(EmulatedAccount account) {
        account.regions()
                .forEach(region ->
                        account.client(Ec2Client.builder(), region).enableEbsEncryptionByDefault(request -> {}));
        hardenedInstance(account, "hardened-instance");
    }

    private static String unencryptedVolume(Ec2Client ec2, String name) {
        return ec2.createVolume(request -> request.availabilityZone(ZONE)
                        .size(1)
                        .volumeType(VolumeType.GP3)
                        .encrypted(false)
                        .tagSpecifications(VpcSeeds.named(ResourceType.VOLUME, name)))
                .volumeId();
    }

    private static void encryptedVolume(Ec2Client ec2, String name, VolumeType type) {
        ec2.createVolume(request -> request.availabilityZone(ZONE)
                .size(1)
                .volumeType(type)
                .encrypted(true)
                .kmsKeyId("alias/insecure-not-rotated")
                .tagSpecifications(VpcSeeds.named(ResourceType.VOLUME, name)));
    }

    private static void publicSnapshot(Ec2Client ec2, String volume, String name) {
        String snapshot = ec2.createSnapshot(request ->
                        request.volumeId(volume).tagSpecifications(VpcSeeds.named(ResourceType.SNAPSHOT, name)))
                .snapshotId();
        ec2.modifySnapshotAttribute(request -> request.snapshotId(snapshot)
                .attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION)
                .operationType(OperationType.ADD)
                .groupNames("all"));
    }

    /** Runs with its one volume encrypted and attached, so that the volume is as it should be too. */
    private static void hardenedInstance(EmulatedAccount account, String name) {
        String key = KmsSeeds.hardenedKey(account);
        String subnet = VpcSeeds.hardenedSubnet(account);
        String group = VpcSeeds.hardenedGroup(account);
        account.client(Ec2Client.builder())
                .runInstances(request -> request.imageId(IMAGE)
                        .instanceType(InstanceType.T3_MICRO)
                        .minCount(1)
                        .maxCount(1)
                        .metadataOptions(metadata ->
                                metadata.httpTokens(HttpTokensState.REQUIRED).httpPutResponseHopLimit(1))
                        .monitoring(monitoring -> monitoring.enabled(true))
                        .ebsOptimized(true)
                        .blockDeviceMappings(mapping -> mapping.deviceName("/dev/xvda")
                                .ebs(volume -> volume.volumeType(VolumeType.GP3)
                                        .volumeSize(8)
                                        .encrypted(true)
                                        .kmsKeyId(key)))
                        .networkInterfaces(network -> network.deviceIndex(0)
                                .subnetId(subnet)
                                .groups(group)
                                .associatePublicIpAddress(false))
                        .tagSpecifications(
                                VpcSeeds.named(ResourceType.INSTANCE, name),
                                VpcSeeds.named(ResourceType.VOLUME, name)));
    }
}

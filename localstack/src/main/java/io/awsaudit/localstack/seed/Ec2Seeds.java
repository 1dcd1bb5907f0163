package io.awsaudit.localstack.seed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.DomainType;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.LaunchPermission;
import software.amazon.awssdk.services.ec2.model.OperationType;
import software.amazon.awssdk.services.ec2.model.PermissionGroup;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;
import software.amazon.awssdk.services.ec2.model.VolumeType;
import software.amazon.awssdk.services.iam.IamClient;

/** Instances, volumes, snapshots, images and addresses. Networks are in {@link VpcSeeds}. */
final class Ec2Seeds implements Seeds {
    private static final String ZONE = EmulatedAccount.HOME.id() + "a";
    private static final String UNKNOWN_IMAGE = "ami-12345678"; // moto runs what it does not know as paravirtual
    private static final String TRUST = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"},
            "Action": "sts:AssumeRole"}]}""";

    @Override
    public void insecure(EmulatedAccount account) {
        Ec2Client ec2 = account.client(Ec2Client.builder());
        String volume = unencryptedVolume(ec2, "insecure-unencrypted");
        publicSnapshot(ec2, volume, "insecure-public");
        encryptedVolume(ec2, "insecure-gp2", VolumeType.GP2);
        ec2.createVolume(request -> request.availabilityZone(ZONE)
                .size(8)
                .volumeType(VolumeType.IO2)
                .iops(100)
                .encrypted(true)
                .tagSpecifications(VpcSeeds.named(ResourceType.VOLUME, "insecure-few-provisioned-iops")));
        insecureInstances(account, ec2);
        idleAddress(ec2, "insecure-idle");
    }

    @Override
    public void hardened(EmulatedAccount account) {
        account.regions()
                .forEach(region ->
                        account.client(Ec2Client.builder(), region).enableEbsEncryptionByDefault(request -> {}));
        String profile = instanceProfile(account, "hardened-instances");
        String key = KmsSeeds.hardenedKey(account);
        String subnet = VpcSeeds.hardenedSubnets(account).get(0);
        String group = VpcSeeds.hardenedGroup(account);
        Ec2Client ec2 = account.client(Ec2Client.builder());
        String image = knownImage(ec2, "hardened-image");
        String instance = run(
                ec2,
                "hardened-instance",
                instance(image, key, profile, subnet)
                        .networkInterfaces(privateCard(subnet).groups(group).build()));
        forget(ec2, image);
        encryptedSnapshot(ec2, instance, "hardened-snapshot");
        usedAddress(ec2, subnet, group, "hardened-address");
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

    private static void encryptedSnapshot(Ec2Client ec2, String instance, String name) {
        String volume = ec2.describeVolumes(request -> request.filters(Filter.builder()
                        .name("attachment.instance-id")
                        .values(List.of(instance))
                        .build()))
                .volumes()
                .get(0)
                .volumeId();
        ec2.createSnapshot(
                request -> request.volumeId(volume).tagSpecifications(VpcSeeds.named(ResourceType.SNAPSHOT, name)));
    }

    /** A role without permissions, in a profile. */
    private static String instanceProfile(EmulatedAccount account, String name) {
        IamClient iam = account.client(IamClient.builder());
        iam.createRole(request -> request.roleName(name).assumeRolePolicyDocument(TRUST));
        iam.createInstanceProfile(request -> request.instanceProfileName(name));
        iam.addRoleToInstanceProfile(
                request -> request.instanceProfileName(name).roleName(name));
        return name;
    }

    /** An image for instances to be launched from, which moto takes for no paravirtual one; to be forgotten then. */
    private static String knownImage(Ec2Client ec2, String name) {
        return ec2.registerImage(request -> request.name(name)).imageId();
    }

    /** Removes an image, and the unencrypted snapshot that moto made along with it. */
    private static void forget(Ec2Client ec2, String image) {
        List<Snapshot> made = ec2.describeSnapshots(request -> request.filters(Filter.builder()
                        .name("description")
                        .values("Auto-created snapshot for AMI " + image)
                        .build()))
                .snapshots();
        ec2.deregisterImage(request -> request.imageId(image));
        made.forEach(snapshot -> ec2.deleteSnapshot(request -> request.snapshotId(snapshot.snapshotId())));
    }

    private static void insecureInstances(EmulatedAccount account, Ec2Client ec2) {
        String known = knownImage(ec2, "insecure-image");
        String profile = instanceProfile(account, "insecure-instances");
        String subnet = VpcSeeds.insecureSubnet(account);
        String group = VpcSeeds.insecureGroup(account);
        String instance = insecure(
                ec2,
                known,
                profile,
                subnet,
                "insecure-imdsv1",
                request -> request.metadataOptions(options -> options.httpTokens(HttpTokensState.OPTIONAL)));
        insecure(
                ec2,
                known,
                profile,
                subnet,
                "insecure-not-monitored",
                request -> request.monitoring(monitoring -> monitoring.enabled(false)));
        insecure(
                ec2,
                known,
                profile,
                subnet,
                "insecure-old-type",
                request -> request.instanceType(InstanceType.M3_XLARGE).ebsOptimized(false));
        insecure(
                ec2,
                known,
                profile,
                subnet,
                "insecure-public-ip",
                request -> request.networkInterfaces(
                        privateCard(subnet).associatePublicIpAddress(true).build()));
        insecure(
                ec2,
                known,
                profile,
                subnet,
                "insecure-without-profile",
                request -> request.iamInstanceProfile((IamInstanceProfileSpecification) null));
        insecure(
                ec2,
                known,
                profile,
                subnet,
                "insecure-exposed",
                request -> request.networkInterfaces(privateCard(subnet)
                        .groups(group)
                        .associatePublicIpAddress(true)
                        .build()));
        insecure(
                ec2,
                known,
                profile,
                subnet,
                "insecure-tokens-for-all",
                request -> request.metadataOptions(metadata ->
                        metadata.httpTokens(HttpTokensState.REQUIRED).httpPutResponseHopLimit(64)));
        insecure(
                ec2,
                known,
                profile,
                subnet,
                "insecure-two-interfaces",
                request -> request.networkInterfaces(
                        privateCard(subnet).build(),
                        privateCard(subnet).deviceIndex(1).build()));
        insecure(
                ec2,
                known,
                profile,
                subnet,
                "insecure-user-data",
                request -> request.userData(Base64.getEncoder()
                        .encodeToString(
                                ("#!/bin/bash\nexport DB_PASSWORD=hunter" + 2).getBytes(StandardCharsets.UTF_8))));
        insecure(ec2, UNKNOWN_IMAGE, profile, subnet, "insecure-paravirtual", request -> request);
        insecure(ec2, known, profile, subnet, "insecure-x86", request -> request.instanceType(InstanceType.T3_MICRO));
        account.client(Ec2Client.builder(), Region.EU_WEST_1)
                .enableEbsEncryptionByDefault(request -> {}); // there alone
        ec2.runInstances(
                instance(known, "alias/insecure-not-rotated", profile, subnet).build()); // without a tag
        forget(ec2, known);
        publicImage(ec2, instance, "insecure-public");
    }

    private static String insecure(
            Ec2Client ec2,
            String image,
            String profile,
            String subnet,
            String name,
            UnaryOperator<RunInstancesRequest.Builder> spoil) {
        return run(ec2, name, spoil.apply(instance(image, "alias/insecure-not-rotated", profile, subnet)));
    }

    /** An instance with nothing wrong with it but the name that it lacks. */
    private static RunInstancesRequest.Builder instance(String image, String key, String profile, String subnet) {
        return RunInstancesRequest.builder()
                .imageId(image)
                .instanceType(InstanceType.T4_G_MICRO)
                .minCount(1)
                .maxCount(1)
                .iamInstanceProfile(named -> named.name(profile))
                .metadataOptions(metadata ->
                        metadata.httpTokens(HttpTokensState.REQUIRED).httpPutResponseHopLimit(1))
                .monitoring(monitoring -> monitoring.enabled(true))
                .ebsOptimized(true)
                .blockDeviceMappings(BlockDeviceMapping.builder()
                        .deviceName("/dev/xvda")
                        .ebs(volume -> volume.volumeType(VolumeType.GP3)
                                .volumeSize(8)
                                .encrypted(true)
                                .kmsKeyId(key))
                        .build())
                .networkInterfaces(privateCard(subnet).build());
    }

    private static InstanceNetworkInterfaceSpecification.Builder privateCard(String subnet) {
        return InstanceNetworkInterfaceSpecification.builder()
                .deviceIndex(0)
                .subnetId(subnet)
                .associatePublicIpAddress(false);
    }

    private static String run(Ec2Client ec2, String name, RunInstancesRequest.Builder request) {
        return ec2.runInstances(request.tagSpecifications(
                                VpcSeeds.named(ResourceType.INSTANCE, name), VpcSeeds.named(ResourceType.VOLUME, name))
                        .build())
                .instances()
                .get(0)
                .instanceId();
    }

    private static void publicImage(Ec2Client ec2, String instance, String name) {
        String image = ec2.createImage(request -> request.instanceId(instance).name(name))
                .imageId();
        LaunchPermission everybody =
                LaunchPermission.builder().group(PermissionGroup.ALL).build();
        ec2.modifyImageAttribute(
                request -> request.imageId(image).launchPermission(change -> change.add(List.of(everybody))));
    }

    private static String idleAddress(Ec2Client ec2, String name) {
        return ec2.allocateAddress(request ->
                        request.domain(DomainType.VPC).tagSpecifications(VpcSeeds.named(ResourceType.ELASTIC_IP, name)))
                .allocationId();
    }

    private static void usedAddress(Ec2Client ec2, String subnet, String group, String name) {
        String address = idleAddress(ec2, name);
        String card = ec2.createNetworkInterface(
                        request -> request.subnetId(subnet).groups(group))
                .networkInterface()
                .networkInterfaceId();
        ec2.associateAddress(request -> request.allocationId(address).networkInterfaceId(card));
    }
}

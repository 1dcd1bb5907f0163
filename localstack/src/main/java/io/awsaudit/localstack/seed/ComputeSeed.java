package io.awsaudit.localstack.seed;

import io.awsaudit.localstack.AwsEmulator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.DomainType;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.OperationType;
import software.amazon.awssdk.services.ec2.model.PermissionGroup;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.VolumeType;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.TransitionToIARules;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;

/** Instances, their storage, Auto Scaling groups and file systems. Each resource is named for what is wrong with it. */
@SuppressWarnings("unchecked") // generic varargs of the SDK, which takes lambdas for its builders
public final class ComputeSeed {
    private static final String IMAGE = "ami-0c55b159cbfafe1f0";
    private static final String PROFILE = "web-server";
    private static final String TRUST = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"},
            "Action": "sts:AssumeRole"}]}""";
    private static final String OPEN_POLICY = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Open", "Effect": "Allow", "Principal": {"AWS": "*"},
            "Action": "elasticfilesystem:ClientMount"}]}""";
    private static final String MOUNT_TARGET_POLICY = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "MountTargets", "Effect": "Allow", "Principal": {"AWS": "*"},
            "Action": "elasticfilesystem:ClientMount",
            "Condition": {"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}}}]}""";

    private final AwsEmulator emulator;
    private final Region region;
    private final Ec2Client ec2;

    /** Prepares to fill a region of the emulator's default account. */
    public ComputeSeed(AwsEmulator emulator, Region region) {
        this.emulator = emulator;
        this.region = region;
        this.ec2 = emulator.client(Ec2Client.builder(), region);
    }

    /** Makes a resource for each thing that can be wrong. */
    public void insecure() {
        String instance = ec2.runInstances(request -> request.imageId(IMAGE)
                        .instanceType(InstanceType.M3_XLARGE)
                        .minCount(1)
                        .maxCount(1)
                        .metadataOptions(options -> options.httpTokens(HttpTokensState.OPTIONAL)))
                .instances()
                .get(0)
                .instanceId();
        String volume = ec2.createVolume(request -> request.availabilityZone(region.id() + "a")
                        .size(8)
                        .volumeType(VolumeType.GP2)
                        .encrypted(false)
                        .tagSpecifications(named(ResourceType.VOLUME, "forgotten-volume")))
                .volumeId();
        String snapshot = ec2.createSnapshot(request ->
                        request.volumeId(volume).tagSpecifications(named(ResourceType.SNAPSHOT, "public-snapshot")))
                .snapshotId();
        ec2.modifySnapshotAttribute(request -> request.snapshotId(snapshot)
                .attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION)
                .operationType(OperationType.ADD)
                .groupNames("all"));
        String image = ec2.createImage(request -> request.instanceId(instance).name("public-image"))
                .imageId();
        ec2.modifyImageAttribute(request -> request.imageId(image)
                .launchPermission(change -> change.add(permission -> permission.group(PermissionGroup.ALL))));
        ec2.allocateAddress(request ->
                request.domain(DomainType.VPC).tagSpecifications(named(ResourceType.ELASTIC_IP, "idle-address")));

        AutoScalingClient autoScaling = emulator.client(AutoScalingClient.builder(), region);
        autoScaling.createLaunchConfiguration(request -> request.launchConfigurationName("old-configuration")
                .imageId(IMAGE)
                .instanceType("m3.xlarge"));
        autoScaling.createAutoScalingGroup(request -> request.autoScalingGroupName("single-zone-group")
                .launchConfigurationName("old-configuration")
                .loadBalancerNames("web")
                .healthCheckType("EC2")
                .availabilityZones(region.id() + "a")
                .minSize(0)
                .maxSize(1));

        EfsClient efs = emulator.client(EfsClient.builder(), region);
        String system = efs.createFileSystem(request -> request.creationToken("open-file-system")
                        .encrypted(false)
                        .tags(tag -> tag.key("Name").value("open-file-system")))
                .fileSystemId();
        efs.putFileSystemPolicy(request -> request.fileSystemId(system).policy(OPEN_POLICY));
    }

    /** Makes one resource of each kind with which nothing is wrong. */
    public void hardened() {
        KmsClient kms = emulator.client(KmsClient.builder(), region);
        String key = kms.createKey(request -> request.description("Storage"))
                .keyMetadata()
                .arn();
        kms.enableKeyRotation(request -> request.keyId(key));
        IamClient iam = emulator.client(IamClient.builder(), Region.AWS_GLOBAL);
        iam.createRole(request -> request.roleName(PROFILE).assumeRolePolicyDocument(TRUST));
        iam.createInstanceProfile(request -> request.instanceProfileName(PROFILE));
        iam.addRoleToInstanceProfile(
                request -> request.instanceProfileName(PROFILE).roleName(PROFILE));

        ec2.enableEbsEncryptionByDefault(request -> {});
        String instance =
                ec2.runInstances(hardenedInstance(key)).instances().get(0).instanceId();
        ec2.createSnapshot(request -> request.volumeId(volumeOf(instance))
                .tagSpecifications(named(ResourceType.SNAPSHOT, "web-server-data")));
        String address = ec2.allocateAddress(request ->
                        request.domain(DomainType.VPC).tagSpecifications(named(ResourceType.ELASTIC_IP, "exit")))
                .allocationId();
        String card = ec2.createNetworkInterface(
                        request -> request.subnetId(subnets().get(0)))
                .networkInterface()
                .networkInterfaceId();
        ec2.associateAddress(request -> request.allocationId(address).networkInterfaceId(card));

        AutoScalingClient autoScaling = emulator.client(AutoScalingClient.builder(), region);
        ec2.createLaunchTemplate(request -> request.launchTemplateName("web-server")
                .launchTemplateData(data -> data.imageId(IMAGE)
                        .instanceType(InstanceType.M7_G_LARGE)
                        .metadataOptions(options -> options.httpTokens("required"))));
        autoScaling.createAutoScalingGroup(request -> request.autoScalingGroupName("web-servers")
                .launchTemplate(
                        template -> template.launchTemplateName("web-server").version("$Latest"))
                .loadBalancerNames("web")
                .healthCheckType("ELB")
                .healthCheckGracePeriod(300)
                .vpcZoneIdentifier(String.join(",", subnets().subList(0, 2)))
                .minSize(0)
                .maxSize(2));

        EfsClient efs = emulator.client(EfsClient.builder(), region);
        String system = efs.createFileSystem(request -> request.creationToken("shared-files")
                        .encrypted(true)
                        .kmsKeyId(key)
                        .backup(true)
                        .tags(tag -> tag.key("Name").value("shared-files")))
                .fileSystemId();
        efs.putFileSystemPolicy(request -> request.fileSystemId(system).policy(MOUNT_TARGET_POLICY));
        efs.putLifecycleConfiguration(request -> request.fileSystemId(system)
                .lifecyclePolicies(policy -> policy.transitionToIA(TransitionToIARules.AFTER_30_DAYS)));
    }

    private RunInstancesRequest hardenedInstance(String key) {
        return RunInstancesRequest.builder()
                .imageId(IMAGE)
                .instanceType(InstanceType.M7_G_LARGE)
                .minCount(1)
                .maxCount(1)
                .iamInstanceProfile(profile -> profile.name(PROFILE))
                .metadataOptions(options -> options.httpTokens(HttpTokensState.REQUIRED))
                .monitoring(monitoring -> monitoring.enabled(true))
                .networkInterfaces(
                        card -> card.deviceIndex(0).subnetId(subnets().get(0)).associatePublicIpAddress(false))
                .blockDeviceMappings(BlockDeviceMapping.builder()
                        .deviceName("/dev/sda1")
                        .ebs(disk -> disk.volumeSize(8)
                                .volumeType(VolumeType.GP3)
                                .encrypted(true)
                                .kmsKeyId(key))
                        .build())
                .tagSpecifications(named(ResourceType.INSTANCE, "web-server"))
                .build();
    }

    private String volumeOf(String instance) {
        return ec2.describeVolumes(request -> request.filters(filter("attachment.instance-id", instance)))
                .volumes()
                .get(0)
                .volumeId();
    }

    private List<String> subnets() {
        return ec2.describeSubnets(request -> request.filters(filter("default-for-az", "true"))).subnets().stream()
                .map(subnet -> subnet.subnetId())
                .sorted()
                .toList();
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    private static TagSpecification named(ResourceType type, String name) {
        return TagSpecification.builder()
                .resourceType(type)
                .tags(Map.of("Name", name, "Owner", "team").entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }
}

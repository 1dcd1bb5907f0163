package io.awsaudit.localstack.seed;

import java.util.stream.Stream;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.InstanceMetadataHttpTokensState;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateOverrides;
import software.amazon.awssdk.services.autoscaling.model.MixedInstancesPolicy;
import software.amazon.awssdk.services.autoscaling.model.Tag;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateHttpTokensState;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** Auto Scaling groups, without instances but for those that say otherwise. Emulators do not ask whether a group's load balancer is there. */
final class AutoScalingSeeds implements Seeds {
    private static final String HOME = EmulatedAccount.HOME.id();
    private static final String IMAGE = "ami-12345678"; // any will do
    private static final String LOAD_BALANCER = "web";

    @Override
    public void insecure(EmulatedAccount account) {
        AutoScalingClient groups = account.client(AutoScalingClient.builder());
        launchTemplate(account, "insecure");
        groups.createAutoScalingGroup(request -> request.autoScalingGroupName("insecure-single-zone")
                .tags(owner())
                .mixedInstancesPolicy(severalTypes("insecure"))
                .availabilityZones(HOME + "a")
                .minSize(0)
                .maxSize(1));
        groups.createAutoScalingGroup(request -> request.autoScalingGroupName("insecure-ec2-health-checks")
                .tags(owner())
                .mixedInstancesPolicy(severalTypes("insecure"))
                .loadBalancerNames(LOAD_BALANCER)
                .healthCheckType("EC2")
                .availabilityZones(HOME + "a", HOME + "b")
                .minSize(0)
                .maxSize(2));
        groups.createAutoScalingGroup(request -> request.autoScalingGroupName("insecure-one-instance-type")
                .tags(owner())
                .launchTemplate(template -> template.launchTemplateName("insecure"))
                .availabilityZones(HOME + "a", HOME + "b")
                .minSize(0)
                .maxSize(2));
        groups.createAutoScalingGroup(request -> request.autoScalingGroupName("insecure-old-types")
                .tags(owner())
                .mixedInstancesPolicy(severalTypes("insecure", "m4.large", "t3.micro"))
                .availabilityZones(HOME + "a", HOME + "b")
                .minSize(0)
                .maxSize(2));
        groups.createAutoScalingGroup(request -> request.autoScalingGroupName("insecure-untagged")
                .mixedInstancesPolicy(severalTypes("insecure"))
                .availabilityZones(HOME + "a", HOME + "b")
                .minSize(0)
                .maxSize(2));
        groups.createAutoScalingGroup(request -> request.autoScalingGroupName("insecure-spot-not-rebalanced")
                .tags(owner())
                .mixedInstancesPolicy(severalTypes("insecure").toBuilder()
                        .instancesDistribution(shares -> shares.onDemandPercentageAboveBaseCapacity(0))
                        .build())
                .availabilityZones(HOME + "a", HOME + "b")
                .minSize(0)
                .maxSize(2));
        groups.createAutoScalingGroup(request -> request.autoScalingGroupName("insecure-always-one-instance")
                .tags(owner())
                .mixedInstancesPolicy(severalTypes("insecure"))
                .vpcZoneIdentifier(String.join(",", VpcSeeds.insecureSubnets(account)))
                .minSize(1)
                .maxSize(1));
        groups.createAutoScalingGroup(request -> request.autoScalingGroupName("insecure-at-its-limit")
                .tags(owner())
                .mixedInstancesPolicy(severalTypes("insecure"))
                .vpcZoneIdentifier(String.join(",", VpcSeeds.insecureSubnets(account)))
                .minSize(0)
                .desiredCapacity(1)
                .maxSize(1));
        groups.createAutoScalingGroup(request -> request.autoScalingGroupName("insecure-suspended")
                .tags(owner())
                .mixedInstancesPolicy(severalTypes("insecure"))
                .availabilityZones(HOME + "a", HOME + "b")
                .minSize(0)
                .maxSize(2));
        groups.suspendProcesses(
                request -> request.autoScalingGroupName("insecure-suspended").scalingProcesses("ReplaceUnhealthy"));
        groups.createLaunchConfiguration(request -> request.launchConfigurationName("insecure-without-imdsv2")
                .imageId(IMAGE)
                .instanceType("t3.micro")
                .associatePublicIpAddress(false));
        groups.createLaunchConfiguration(request -> request.launchConfigurationName("insecure-public-addresses")
                .imageId(IMAGE)
                .instanceType("t3.micro")
                .associatePublicIpAddress(true)
                .metadataOptions(options -> options.httpTokens(InstanceMetadataHttpTokensState.REQUIRED)));
        groups.createLaunchConfiguration(request -> request.launchConfigurationName("insecure-old-type")
                .imageId(IMAGE)
                .instanceType("m3.medium")
                .associatePublicIpAddress(false)
                .metadataOptions(options -> options.httpTokens(InstanceMetadataHttpTokensState.REQUIRED)));
        groups.createAutoScalingGroup(request -> request.autoScalingGroupName("insecure-launch-configuration")
                .tags(owner())
                .launchConfigurationName("insecure-without-imdsv2")
                .availabilityZones(HOME + "a", HOME + "b")
                .minSize(0)
                .maxSize(2));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        launchTemplate(account, "hardened");
        String subnets = String.join(",", VpcSeeds.hardenedSubnets(account));
        AutoScalingClient groups = account.client(AutoScalingClient.builder());
        groups.createAutoScalingGroup(request -> request.autoScalingGroupName("hardened-group")
                .tags(owner())
                .mixedInstancesPolicy(severalTypes("hardened"))
                .loadBalancerNames(LOAD_BALANCER)
                .healthCheckType("ELB")
                .healthCheckGracePeriod(300)
                .vpcZoneIdentifier(subnets)
                .minSize(0)
                .maxSize(2));
        groups.createLaunchConfiguration(request -> request.launchConfigurationName("hardened-unused")
                .imageId(IMAGE)
                .instanceType("t3.micro")
                .associatePublicIpAddress(false)
                .metadataOptions(options -> options.httpTokens(InstanceMetadataHttpTokensState.REQUIRED)));
    }

    private static Tag owner() {
        return Tag.builder().key("Owner").value("web").propagateAtLaunch(true).build();
    }

    private static MixedInstancesPolicy severalTypes(String launchTemplate) {
        return severalTypes(launchTemplate, "t3.micro", "t3a.micro");
    }

    private static MixedInstancesPolicy severalTypes(String launchTemplate, String... types) {
        return MixedInstancesPolicy.builder()
                .launchTemplate(template -> template.launchTemplateSpecification(
                                specification -> specification.launchTemplateName(launchTemplate))
                        .overrides(Stream.of(types)
                                .map(type -> LaunchTemplateOverrides.builder()
                                        .instanceType(type)
                                        .build())
                                .toList()))
                .build();
    }

    private static void launchTemplate(EmulatedAccount account, String name) {
        account.client(Ec2Client.builder())
                .createLaunchTemplate(request -> request.launchTemplateName(name)
                        .tagSpecifications(VpcSeeds.named(ResourceType.LAUNCH_TEMPLATE, name))
                        .launchTemplateData(data -> data.imageId(IMAGE)
                                .instanceType(InstanceType.T3_MICRO)
                                .metadataOptions(
                                        options -> options.httpTokens(LaunchTemplateHttpTokensState.REQUIRED))));
    }
}

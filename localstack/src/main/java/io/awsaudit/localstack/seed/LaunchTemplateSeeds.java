package io.awsaudit.localstack.seed;

import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateBlockDeviceMappingRequest;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateHttpTokensState;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.RequestLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Launch templates, of which nothing is launched. */
final class LaunchTemplateSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        Ec2Client ec2 = account.client(Ec2Client.builder());
        template(
                ec2,
                "insecure-imdsv1",
                data -> data.metadataOptions(options -> options.httpTokens(LaunchTemplateHttpTokensState.OPTIONAL)));
        template(ec2, "insecure-public-ip", data -> data.networkInterfaces(card(true)));
        template(ec2, "insecure-unencrypted", data -> data.blockDeviceMappings(volume(false)));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        template(account.client(Ec2Client.builder()), "hardened-template", data -> data);
    }

    private static void template(Ec2Client ec2, String name, UnaryOperator<RequestLaunchTemplateData.Builder> spoil) {
        TagSpecification tags = VpcSeeds.named(ResourceType.LAUNCH_TEMPLATE, name);
        ec2.createLaunchTemplate(request -> request.launchTemplateName(name)
                .tagSpecifications(tags)
                .launchTemplateData(spoil.apply(sound()).build()));
    }

    /** A template with nothing wrong with it. */
    private static RequestLaunchTemplateData.Builder sound() {
        return RequestLaunchTemplateData.builder()
                .imageId("ami-12345678") // any will do
                .instanceType(InstanceType.T3_MICRO)
                .metadataOptions(options -> options.httpTokens(LaunchTemplateHttpTokensState.REQUIRED))
                .networkInterfaces(card(false))
                .blockDeviceMappings(volume(true));
    }

    private static LaunchTemplateInstanceNetworkInterfaceSpecificationRequest card(boolean publicAddress) {
        return LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.builder()
                .deviceIndex(0)
                .associatePublicIpAddress(publicAddress)
                .build();
    }

    private static LaunchTemplateBlockDeviceMappingRequest volume(boolean encrypted) {
        return LaunchTemplateBlockDeviceMappingRequest.builder()
                .deviceName("/dev/xvda")
                .ebs(disk -> disk.encrypted(encrypted).volumeSize(8))
                .build();
    }
}

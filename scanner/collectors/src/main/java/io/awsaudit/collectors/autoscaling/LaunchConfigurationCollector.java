package io.awsaudit.collectors.autoscaling;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.UserData;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.autoscaling.LaunchConfiguration;
import io.awsaudit.inventory.ec2.MetadataOptions;
import io.awsaudit.inventory.ec2.MetadataOptions.HttpEndpoint;
import io.awsaudit.inventory.ec2.MetadataOptions.HttpTokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.InstanceMetadataOptions;

/** Reads the launch configurations of a region, but for their user data, which may hold secrets. */
final class LaunchConfigurationCollector implements Collector<LaunchConfiguration> {
    private static final Operation DESCRIBE =
            Operation.of("autoscaling:DescribeLaunchConfigurations").pages(100);

    @Override
    public Set<Class<? extends LaunchConfiguration>> yields() {
        return Set.of(LaunchConfiguration.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<LaunchConfiguration> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(AutoScalingGroupCollector.CLIENT)
                                .describeLaunchConfigurationsPaginator(request -> request.maxRecords(100))
                                .launchConfigurations())
                .map(configuration -> read(configuration, reads));
    }

    private static LaunchConfiguration read(
            software.amazon.awssdk.services.autoscaling.model.LaunchConfiguration listed, Reads reads) {
        return new LaunchConfiguration(
                Identity.untagged(
                        new Arn(listed.launchConfigurationARN()),
                        reads.account(),
                        reads.region(),
                        listed.launchConfigurationName()),
                listed.instanceType() == null ? "" : listed.instanceType(),
                Optional.ofNullable(listed.imageId())
                        .filter(image -> !image.isEmpty())
                        .map(image -> reads.arn("ec2", "image/" + image)),
                Optional.ofNullable(listed.associatePublicIpAddress()),
                metadataOptions(listed.metadataOptions()),
                listed.securityGroups().stream()
                        .filter(group -> group.startsWith("sg-"))
                        .sorted()
                        .map(group -> reads.arn("ec2", "security-group/" + group))
                        .toList(),
                UserData.secretsOf(listed.userData(), DESCRIBE));
    }

    /** What is not said is as InstanceMetadataOptions documents it: tokens are optional, and the service answers. */
    private static MetadataOptions metadataOptions(@Nullable InstanceMetadataOptions options) {
        return options == null
                ? new MetadataOptions(HttpTokens.OPTIONAL, HttpEndpoint.ENABLED, 1)
                : new MetadataOptions(
                        options.httpTokens() == null
                                ? HttpTokens.OPTIONAL
                                : new HttpTokens(options.httpTokensAsString()),
                        options.httpEndpoint() == null
                                ? HttpEndpoint.ENABLED
                                : new HttpEndpoint(options.httpEndpointAsString()),
                        options.httpPutResponseHopLimit() == null ? 1 : options.httpPutResponseHopLimit());
    }
}

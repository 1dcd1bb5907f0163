package io.awsaudit.localstack.seed;

import io.awsaudit.localstack.AwsEmulator;
import java.util.List;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The account that is being seeded.
 *
 * @param id its twelve digits
 * @param regions those that are enabled in it, in order of name
 */
record EmulatedAccount(AwsEmulator emulator, String id, List<Region> regions) {
    /** Where resources go that need only be somewhere. */
    static final Region HOME = Region.US_EAST_1;

    static EmulatedAccount of(AwsEmulator emulator) {
        return new EmulatedAccount(
                emulator,
                emulator.client(StsClient.builder(), HOME).getCallerIdentity().account(),
                enabledRegions(emulator.client(Ec2Client.builder(), HOME)));
    }

    /** moto's DescribeRegions also gives those that are not opted in to, and those of other partitions. */
    private static List<Region> enabledRegions(Ec2Client ec2) {
        return ec2.describeRegions().regions().stream()
                .filter(region -> !"not-opted-in".equals(region.optInStatus()))
                .map(region -> Region.of(region.regionName()))
                .filter(region -> PartitionMetadata.of(region).equals(PartitionMetadata.of(HOME)))
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    /** {@return the client of that kind for {@link #HOME}} */
    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkClient> C client(B builder) {
        return client(builder, HOME);
    }

    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkClient> C client(
            B builder, Region region) {
        return emulator.client(builder, region);
    }
}

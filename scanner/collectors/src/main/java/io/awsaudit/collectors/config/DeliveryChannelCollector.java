package io.awsaudit.collectors.config;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.config.DeliveryChannel;
import io.awsaudit.inventory.s3.Bucket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads where AWS Config delivers in each region. */
final class DeliveryChannelCollector implements Collector<DeliveryChannel> {
    private static final Operation DESCRIBE_CHANNELS = Operation.of("config:DescribeDeliveryChannels");

    @Override
    public Set<Class<? extends DeliveryChannel>> yields() {
        return Set.of(DeliveryChannel.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_CHANNELS);
    }

    @Override
    public Stream<DeliveryChannel> collect(Reads reads) {
        return reads
                .list(DESCRIBE_CHANNELS, () -> reads.client(Config.CONFIG).describeDeliveryChannels(request -> {}))
                .deliveryChannels()
                .stream()
                .map(channel -> new DeliveryChannel(
                        Identity.untagged(
                                reads.arn("config", "delivery-channel/" + channel.name()),
                                reads.account(),
                                reads.region(),
                                channel.name()),
                        Optional.ofNullable(channel.s3BucketName()).map(name -> Bucket.arnOf(reads.partition(), name)),
                        Optional.ofNullable(channel.s3KmsKeyArn()).map(Arn::new),
                        Optional.ofNullable(channel.snsTopicARN()).map(Arn::new)));
    }
}

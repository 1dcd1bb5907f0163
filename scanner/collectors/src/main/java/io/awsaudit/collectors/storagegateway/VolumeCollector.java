package io.awsaudit.collectors.storagegateway;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.storagegateway.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.storagegateway.StorageGatewayClient;
import software.amazon.awssdk.services.storagegateway.model.VolumeInfo;

/** Reads the volumes of the gateways of a region, and those that no gateway has. */
final class VolumeCollector implements Collector<Volume> {
    private static final Operation LIST =
            Operation.of("storagegateway:ListVolumes").pages(StorageGateway.PAGE);
    private static final Detail TAGS = Detail.of(Volume.class, "tags", "storagegateway:ListTagsForResource");

    @Override
    public Set<Class<? extends Volume>> yields() {
        return Set.of(Volume.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Volume> collect(Reads reads) {
        StorageGatewayClient client = reads.client(StorageGateway.CLIENT);
        return reads.each(
                Volume.class,
                reads.pages(
                        LIST,
                        () -> client.listVolumesPaginator(request -> request.limit(StorageGateway.PAGE))
                                .volumeInfos()),
                volume -> new Arn(volume.volumeARN()),
                volume -> read(volume, client, reads));
    }

    private static Volume read(VolumeInfo listed, StorageGatewayClient client, Reads reads) {
        Arn arn = new Arn(listed.volumeARN());
        return new Volume(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        Optional.ofNullable(listed.volumeId()).orElse(arn.lastSegment()),
                        reads.observe(TAGS, arn, () -> tagsOf(arn, client))),
                StorageGateway.arn(listed.gatewayARN()),
                Optional.ofNullable(listed.volumeType()),
                Optional.ofNullable(listed.volumeAttachmentStatus()));
    }

    private static Map<String, String> tagsOf(Arn arn, StorageGatewayClient client) {
        return StorageGateway.tags(
                client.listTagsForResourcePaginator(request -> request.resourceARN(arn.value())).tags().stream()
                        .toList());
    }
}

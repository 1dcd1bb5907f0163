package io.awsaudit.collectors.storagegateway;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Once;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.storagegateway.Gateway;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.storagegateway.StorageGatewayClient;
import software.amazon.awssdk.services.storagegateway.model.DescribeGatewayInformationResponse;
import software.amazon.awssdk.services.storagegateway.model.GatewayInfo;

/** Reads the gateways of a region. Of one that is not connected AWS tells no more than that it is there. */
final class GatewayCollector implements Collector<Gateway> {
    private static final Operation LIST =
            Operation.of("storagegateway:ListGateways").pages(StorageGateway.PAGE);
    private static final String DESCRIBE = "storagegateway:DescribeGatewayInformation";
    private static final Detail INFORMATION = Detail.of(Gateway.class, "information", DESCRIBE);
    private static final Detail TAGS = Detail.of(Gateway.class, "tags", DESCRIBE);
    private static final int LENGTH_OF_A_DAY = 10;

    @Override
    public Set<Class<? extends Gateway>> yields() {
        return Set.of(Gateway.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(INFORMATION, TAGS);
    }

    @Override
    public Stream<Gateway> collect(Reads reads) {
        StorageGatewayClient client = reads.client(StorageGateway.CLIENT);
        return reads.each(
                Gateway.class,
                reads.pages(
                        LIST,
                        () -> client.listGatewaysPaginator(request -> request.limit(StorageGateway.PAGE))
                                .gateways()),
                gateway -> new Arn(gateway.gatewayARN()),
                gateway -> read(gateway, client, reads));
    }

    private static Gateway read(GatewayInfo listed, StorageGatewayClient client, Reads reads) {
        Arn arn = new Arn(listed.gatewayARN());
        Supplier<DescribeGatewayInformationResponse> answer =
                new Once<>(() -> client.describeGatewayInformation(request -> request.gatewayARN(arn.value())));
        return new Gateway(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        Optional.ofNullable(listed.gatewayName())
                                .filter(name -> !name.isBlank())
                                .orElse(listed.gatewayId()),
                        reads.observe(
                                TAGS,
                                arn,
                                () -> StorageGateway.tags(answer.get().tags()))),
                Answers.sent(listed.gatewayType(), "GatewayType"),
                reads.observe(INFORMATION, arn, () -> information(answer.get())));
    }

    private static Gateway.Information information(DescribeGatewayInformationResponse answer) {
        return new Gateway.Information(
                StorageGateway.arn(answer.cloudWatchLogGroupARN()),
                day(answer.deprecationDate()),
                day(answer.softwareUpdatesEndDate()));
    }

    /** AWS sends a moment, or a day; what is neither is not understood. */
    private static Optional<LocalDate> day(@Nullable String moment) {
        return Optional.ofNullable(moment)
                .filter(text -> !text.isBlank())
                .map(text -> LocalDate.parse(text.substring(0, Math.min(text.length(), LENGTH_OF_A_DAY))));
    }
}

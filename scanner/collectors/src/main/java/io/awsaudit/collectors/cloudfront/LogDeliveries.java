package io.awsaudit.collectors.cloudfront;

import io.awsaudit.collectors.Once;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.SharedServices;
import io.awsaudit.inventory.Arn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeliverySource;

/** Where CloudWatch Logs delivers access logs of distributions, listed once for all of them, when first asked for. */
final class LogDeliveries {
    static final Operation DESCRIBE_DELIVERIES =
            Operation.of("logs:DescribeDeliveries").forAll().where("there are delivery sources");
    static final Operation DESCRIBE_DELIVERY_SOURCES =
            Operation.of("logs:DescribeDeliverySources").forAll();

    private final Reads reads;
    private final Once<Map<String, List<Arn>>> listed = new Once<>(this::list);

    LogDeliveries(Reads reads) {
        this.reads = reads;
    }

    /** {@return the destinations of a distribution's access logs} */
    List<Arn> of(Arn distribution) {
        return listed.get().getOrDefault(distribution.value(), List.of());
    }

    private Map<String, List<Arn>> list() {
        CloudWatchLogsClient logs = reads.client(SharedServices.LOGS);
        List<DeliverySource> sources = reads.list(
                DESCRIBE_DELIVERY_SOURCES,
                () -> logs.describeDeliverySourcesPaginator(request -> {}).deliverySources().stream()
                        .filter(source -> "ACCESS_LOGS".equals(source.logType()))
                        .toList());
        if (sources.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<Arn>> destinations = reads.list(
                DESCRIBE_DELIVERIES,
                () -> logs.describeDeliveriesPaginator(request -> {}).deliveries().stream()
                        .collect(Collectors.groupingBy(
                                delivery -> delivery.deliverySourceName(),
                                Collectors.mapping(
                                        delivery -> new Arn(delivery.deliveryDestinationArn()), Collectors.toSet()))));
        record Delivered(String resource, Arn destination) {}
        return sources.stream()
                .flatMap(source -> source.resourceArns().stream()
                        .flatMap(resource -> destinations.getOrDefault(source.name(), Set.of()).stream()
                                .map(destination -> new Delivered(resource, destination))))
                .distinct()
                .sorted(java.util.Comparator.comparing(Delivered::destination))
                .collect(Collectors.groupingBy(
                        Delivered::resource, Collectors.mapping(Delivered::destination, Collectors.toList())));
    }
}

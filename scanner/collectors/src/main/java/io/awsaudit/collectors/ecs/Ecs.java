package io.awsaudit.collectors.ecs;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.ecs.AwsVpcConfiguration;
import io.awsaudit.inventory.ecs.Platform;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;
import software.amazon.awssdk.services.ecs.model.Tag;

/** The client of ECS, what several of its collectors list, and how it words what several of its resources have. */
final class Ecs {
    static final AwsService<EcsClient> ECS = AwsService.of("ecs", EcsClient::builder);

    static final Operation LIST_CLUSTERS =
            Operation.of("ecs:ListClusters").pages(100).shared();
    static final Operation LIST_SERVICES =
            Operation.of("ecs:ListServices").pages(100).per("cluster").shared();
    static final Operation DESCRIBE_SERVICES =
            Operation.of("ecs:DescribeServices").batches(10).shared();

    /** The most that a page of a listing takes. */
    static final int PAGE = 100;

    /** The most services that a call describes. */
    private static final int SERVICES = 10;

    /** What AWS says of something that was deleted since it was listed. */
    private static final String GONE = "MISSING";

    private Ecs() {}

    /** Lists the clusters of a region, by ARN. */
    static Stream<String> clusters(Reads reads) {
        return reads.sharedPages(
                LIST_CLUSTERS,
                () -> reads.client(ECS)
                        .listClustersPaginator(request -> request.maxResults(PAGE))
                        .clusterArns());
    }

    /** Reads the services of a region, in all its clusters; several collectors make their resources of them. */
    static Stream<Service> services(Reads reads) {
        return clusters(reads)
                .flatMap(cluster ->
                        reads.shared(DESCRIBE_SERVICES.id() + " " + cluster, () -> servicesOf(cluster, reads)));
    }

    private static Stream<Service> servicesOf(String cluster, Reads reads) {
        EcsClient ecs = reads.client(ECS);
        Stream<String> services = reads.pages(
                LIST_SERVICES,
                () -> ecs.listServicesPaginator(
                                request -> request.cluster(cluster).maxResults(PAGE))
                        .serviceArns());
        return reads.each(batches(services, SERVICES), batch -> describe(batch, cluster, ecs, reads))
                .flatMap(List::stream);
    }

    /** Without their events, a hundred of each, which nobody reads. */
    private static List<Service> describe(List<String> services, String cluster, EcsClient ecs, Reads reads) {
        return reads.list(DESCRIBE_SERVICES, () -> {
            var answer = ecs.describeServices(
                    request -> request.cluster(cluster).services(services).include(ServiceField.TAGS));
            refuse(answer.failures());
            return answer.services().stream()
                    .map(service -> service.toBuilder().events(List.of()).build())
                    .toList();
        });
    }

    /** AWS answers a call for many things with those that it can read, and beside them says what failed. */
    static void refuse(List<Failure> failures) {
        failures.stream()
                .filter(failure -> !GONE.equals(failure.reason()))
                .findFirst()
                .ifPresent(failure -> Answers.sent(null, failure.arn() + ": " + failure.reason()));
    }

    /** Groups items as they come, so many at a time. */
    static <T> Stream<List<T>> batches(Stream<T> items, int size) {
        Iterator<T> each = items.iterator();
        Iterator<List<T>> batches = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public List<T> next() {
                List<T> batch = new ArrayList<>(List.of(each.next()));
                while (batch.size() < size && each.hasNext()) {
                    batch.add(each.next());
                }
                return batch;
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(batches, Spliterator.ORDERED), false);
    }

    static Map<String, String> tags(List<Tag> tags) {
        return tags.stream().collect(Collectors.toMap(Tag::key, tag -> orEmpty(tag.value()), (one, other) -> other));
    }

    static Platform platform(
            @Nullable String launchType,
            List<CapacityProviderStrategyItem> strategy,
            @Nullable String version,
            @Nullable String family) {
        return new Platform(
                Optional.ofNullable(launchType),
                strategy.stream()
                        .map(CapacityProviderStrategyItem::capacityProvider)
                        .sorted()
                        .toList(),
                Optional.ofNullable(version),
                Optional.ofNullable(family));
    }

    static Optional<AwsVpcConfiguration> awsVpc(@Nullable NetworkConfiguration network, Reads reads) {
        return Optional.ofNullable(network)
                .flatMap(given -> Optional.ofNullable(given.awsvpcConfiguration()))
                .map(own -> new AwsVpcConfiguration(
                        own.subnets().stream().sorted().toList(),
                        own.securityGroups().stream()
                                .sorted()
                                .map(group -> reads.arn("ec2", "security-group/" + group))
                                .toList(),
                        "ENABLED".equals(own.assignPublicIpAsString())));
    }

    static Optional<Arn> arn(@Nullable String arn) {
        return Optional.ofNullable(arn).filter(text -> !text.isEmpty()).map(Arn::new);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

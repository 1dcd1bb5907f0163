package io.awsaudit.collectors.dax;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.dax.Cluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dax.DaxClient;
import software.amazon.awssdk.services.dax.model.ClusterEndpointEncryptionType;
import software.amazon.awssdk.services.dax.model.DescribeClustersResponse;
import software.amazon.awssdk.services.dax.model.ListTagsResponse;
import software.amazon.awssdk.services.dax.model.Node;
import software.amazon.awssdk.services.dax.model.SSEDescription;
import software.amazon.awssdk.services.dax.model.SSEStatus;

/** Reads clusters of DynamoDB Accelerator. */
final class ClusterCollector implements Collector<Cluster> {
    private static final AwsService<DaxClient> DAX = AwsService.of("dax", DaxClient::builder);
    private static final Operation DESCRIBE_CLUSTERS =
            Operation.of("dax:DescribeClusters").ownPages(100);
    private static final Detail TAGS = Detail.of(Cluster.class, "tags", "dax:ListTags");

    private static final String DELETING = "deleting";

    @Override
    public Set<Class<? extends Cluster>> yields() {
        return Set.of(Cluster.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_CLUSTERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Cluster> collect(Reads reads) {
        DaxClient dax = reads.client(DAX);
        Stream<software.amazon.awssdk.services.dax.model.Cluster> clusters = reads.pages(
                        DESCRIBE_CLUSTERS,
                        () -> TokenPages.of(
                                token -> dax.describeClusters(request -> request.nextToken(token)),
                                DescribeClustersResponse::clusters,
                                DescribeClustersResponse::nextToken))
                .filter(cluster -> !DELETING.equals(cluster.status()));
        return reads.each(
                Cluster.class,
                clusters,
                cluster -> new Arn(cluster.clusterArn()),
                cluster -> read(cluster, dax, reads));
    }

    private static Cluster read(software.amazon.awssdk.services.dax.model.Cluster cluster, DaxClient dax, Reads reads) {
        Arn arn = new Arn(cluster.clusterArn());
        SSEDescription encryption = cluster.sseDescription();
        return new Cluster(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        cluster.clusterName(),
                        reads.observe(TAGS, arn, () -> tagsOf(arn, dax))),
                orEmpty(cluster.status()),
                // Left out of clusters from before there was encryption.
                encryption != null
                        && (encryption.status() == SSEStatus.ENABLED || encryption.status() == SSEStatus.ENABLING),
                cluster.clusterEndpointEncryptionType() == ClusterEndpointEncryptionType.TLS,
                cluster.nodes().stream()
                        .map(Node::availabilityZone)
                        .filter(zone -> zone != null && !zone.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static Map<String, String> tagsOf(Arn arn, DaxClient dax) {
        Map<String, String> tags = new HashMap<>();
        TokenPages.of(
                        token -> dax.listTags(
                                request -> request.resourceName(arn.value()).nextToken(token)),
                        ListTagsResponse::tags,
                        ListTagsResponse::nextToken)
                .forEach(tag -> tags.put(tag.key(), orEmpty(tag.value())));
        return Map.copyOf(tags);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

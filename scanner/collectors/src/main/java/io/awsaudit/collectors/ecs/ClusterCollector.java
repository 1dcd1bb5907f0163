package io.awsaudit.collectors.ecs;

import static io.awsaudit.collectors.ecs.Ecs.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ecs.Cluster;
import io.awsaudit.inventory.ecs.Cluster.ContainerInsights;
import io.awsaudit.inventory.ecs.Cluster.ExecuteCommandLogging;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClusterConfiguration;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.ExecuteCommandConfiguration;

/** Reads the clusters of a region, a hundred with each call. */
final class ClusterCollector implements Collector<Cluster> {
    private static final Operation DESCRIBE_CLUSTERS =
            Operation.of("ecs:DescribeClusters").batches(100);
    private static final int CLUSTERS = 100;

    /** AWS lists and describes clusters for a while after their end. */
    private static final Set<String> GONE = Set.of("INACTIVE", "DEPROVISIONING");

    @Override
    public Set<Class<? extends Cluster>> yields() {
        return Set.of(Cluster.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Ecs.LIST_CLUSTERS, DESCRIBE_CLUSTERS);
    }

    @Override
    public Stream<Cluster> collect(Reads reads) {
        return Ecs.batches(Ecs.clusters(reads), CLUSTERS)
                .flatMap(batch -> describe(batch, reads).stream())
                .filter(cluster -> !GONE.contains(orEmpty(cluster.status())))
                .map(cluster -> read(cluster, reads));
    }

    private static List<software.amazon.awssdk.services.ecs.model.Cluster> describe(
            List<String> clusters, Reads reads) {
        EcsClient ecs = reads.client(Ecs.ECS);
        return reads.list(DESCRIBE_CLUSTERS, () -> {
            var answer = ecs.describeClusters(request -> request.clusters(clusters)
                    .include(ClusterField.SETTINGS, ClusterField.CONFIGURATIONS, ClusterField.TAGS));
            Ecs.refuse(answer.failures());
            return answer.clusters();
        });
    }

    private static Cluster read(software.amazon.awssdk.services.ecs.model.Cluster described, Reads reads) {
        Optional<ExecuteCommandConfiguration> commands =
                Optional.ofNullable(described.configuration()).map(ClusterConfiguration::executeCommandConfiguration);
        return new Cluster(
                Identity.tagged(
                        new Arn(described.clusterArn()),
                        reads.account(),
                        reads.region(),
                        described.clusterName(),
                        Ecs.tags(described.tags())),
                orEmpty(described.status()),
                described.settings().stream()
                        .filter(setting -> "containerInsights".equals(setting.nameAsString()))
                        .map(setting -> new ContainerInsights(orEmpty(setting.value())))
                        .findFirst()
                        .orElse(ContainerInsights.DISABLED),
                commands.map(ExecuteCommandConfiguration::loggingAsString)
                        .map(ExecuteCommandLogging::new)
                        .orElse(ExecuteCommandLogging.DEFAULT),
                commands.map(ExecuteCommandConfiguration::kmsKeyId)
                        .filter(key -> !key.isEmpty())
                        .map(key -> key.startsWith("arn:") ? new Arn(key) : reads.arn("kms", resource(key))));
    }

    /** A key may be named by its id or by an alias. */
    private static String resource(String key) {
        return key.startsWith("alias/") ? key : "key/" + key;
    }
}

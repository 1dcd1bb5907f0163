package io.awsaudit.collectors.eks;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.eks.Cluster;
import io.awsaudit.inventory.eks.ClusterDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eks.model.EncryptionConfig;
import software.amazon.awssdk.services.eks.model.LogSetup;
import software.amazon.awssdk.services.eks.model.Logging;
import software.amazon.awssdk.services.eks.model.Provider;
import software.amazon.awssdk.services.eks.model.VpcConfigResponse;

/** Reads the Kubernetes clusters of a region. */
final class ClusterCollector implements Collector<Cluster> {
    private static final Detail DESCRIPTION = Detail.of(Cluster.class, "description", "eks:DescribeCluster");
    private static final Detail TAGS = Detail.of(Cluster.class, "tags", "eks:DescribeCluster");

    @Override
    public Set<Class<? extends Cluster>> yields() {
        return Set.of(Cluster.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Eks.LIST_CLUSTERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(DESCRIPTION, TAGS);
    }

    @Override
    public Stream<Cluster> collect(Reads reads) {
        return reads.each(
                        Cluster.class, Eks.clusters(reads), name -> Eks.cluster(name, reads), name -> read(name, reads))
                .filter(cluster -> !cluster.description().knownTo(ClusterDescription.DELETING));
    }

    private static Cluster read(String name, Reads reads) {
        Arn arn = Eks.cluster(name, reads);
        // One answer holds both.
        record Answer(ClusterDescription description, Map<String, String> tags) {}
        Observed<Answer> described = reads.answer(reads.wants(DESCRIPTION) ? DESCRIPTION : TAGS, arn, () -> {
            var cluster = reads.client(Eks.EKS)
                    .describeCluster(request -> request.name(name))
                    .cluster();
            return new Answer(description(cluster, reads), cluster.tags());
        });
        return new Cluster(
                new Identity(arn, reads.account(), reads.region(), name, described.map(Answer::tags)),
                described.map(Answer::description));
    }

    private static ClusterDescription description(
            software.amazon.awssdk.services.eks.model.Cluster described, Reads reads) {
        VpcConfigResponse network = Answers.sent(described.resourcesVpcConfig(), "resourcesVpcConfig");
        Optional<EncryptionConfig> encryption = described.encryptionConfig().stream()
                .filter(config -> config.resources().contains("secrets"))
                .findFirst();
        return new ClusterDescription(
                Eks.text(described.statusAsString()).orElse(""),
                Answers.sent(described.version(), "version"),
                // On unless it is turned off.
                !Boolean.FALSE.equals(network.endpointPublicAccess()),
                Boolean.TRUE.equals(network.endpointPrivateAccess()),
                network.publicAccessCidrs().stream().sorted().map(IpRange::new).toList(),
                Optional.ofNullable(described.logging()).map(Logging::clusterLogging).stream()
                        .flatMap(List::stream)
                        .filter(logs -> Boolean.TRUE.equals(logs.enabled()))
                        .map(LogSetup::typesAsStrings)
                        .flatMap(List::stream)
                        .sorted()
                        .distinct()
                        .toList(),
                encryption.isPresent(),
                encryption.map(EncryptionConfig::provider).map(Provider::keyArn).flatMap(Eks::arn),
                Boolean.TRUE.equals(described.deletionProtection()),
                Eks.arn(described.roleArn()),
                Eks.text(network.vpcId()),
                Eks.securityGroups(
                        Stream.concat(
                                        network.securityGroupIds().stream(),
                                        Eks.text(network.clusterSecurityGroupId()).stream())
                                .toList(),
                        reads));
    }
}

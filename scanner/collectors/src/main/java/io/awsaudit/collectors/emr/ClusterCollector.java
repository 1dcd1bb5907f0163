package io.awsaudit.collectors.emr;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Once;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.emr.Cluster;
import io.awsaudit.inventory.emr.Cluster.IdleTimeout;
import io.awsaudit.inventory.emr.Cluster.PrimaryNode;
import io.awsaudit.inventory.emr.Cluster.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.AutoTerminationPolicy;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterSummary;
import software.amazon.awssdk.services.emr.model.Ec2InstanceAttributes;
import software.amazon.awssdk.services.emr.model.InstanceCollectionType;
import software.amazon.awssdk.services.emr.model.InstanceFleetType;
import software.amazon.awssdk.services.emr.model.InstanceGroupType;
import software.amazon.awssdk.services.emr.model.InstanceState;
import software.amazon.awssdk.services.emr.model.KerberosAttributes;
import software.amazon.awssdk.services.emr.model.Tag;

/** Reads clusters that are not terminated: those that are stay listed for months. */
final class ClusterCollector implements Collector<Cluster> {
    private static final Operation LIST_CLUSTERS =
            Operation.of("elasticmapreduce:ListClusters").ownPages(50);
    private static final Operation DESCRIBE = Operation.of("elasticmapreduce:DescribeCluster");
    private static final Detail SETTINGS = Detail.of(Cluster.class, "settings", DESCRIBE.id());
    private static final Detail TAGS = Detail.of(Cluster.class, "tags", DESCRIBE.id());

    /** Whether its nodes are in groups or in fleets, without which they cannot be asked for. */
    private static final Detail COLLECTION = Detail.of(Cluster.class, "primaryNodes", DESCRIBE.id());

    private static final Detail PRIMARY_NODES =
            Detail.of(Cluster.class, "primaryNodes", "elasticmapreduce:ListInstances");
    private static final Detail IDLE_TIMEOUT =
            Detail.of(Cluster.class, "idleTimeout", "elasticmapreduce:GetAutoTerminationPolicy");

    private static final List<ClusterState> ALIVE =
            List.of(ClusterState.STARTING, ClusterState.BOOTSTRAPPING, ClusterState.RUNNING, ClusterState.WAITING);

    @Override
    public Set<Class<? extends Cluster>> yields() {
        return Set.of(Cluster.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_CLUSTERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS, COLLECTION, PRIMARY_NODES, IDLE_TIMEOUT);
    }

    @Override
    public Stream<Cluster> collect(Reads reads) {
        EmrClient emr = reads.client(Emr.CLIENT);
        return reads.each(
                Cluster.class,
                reads.pages(
                        LIST_CLUSTERS,
                        () -> emr.listClustersPaginator(request -> request.clusterStates(ALIVE))
                                .clusters()),
                cluster -> arnOf(cluster, reads),
                cluster -> read(cluster, emr, reads));
    }

    private static Arn arnOf(ClusterSummary listed, Reads reads) {
        return Emr.text(listed.clusterArn())
                .map(Arn::new)
                .orElseGet(() -> reads.arn("elasticmapreduce", "cluster/" + listed.id()));
    }

    private static Cluster read(ClusterSummary listed, EmrClient emr, Reads reads) {
        Arn arn = arnOf(listed, reads);
        // One answer holds settings, tags, and how to ask for nodes.
        Supplier<software.amazon.awssdk.services.emr.model.Cluster> described = new Once<>(() -> reads.list(
                DESCRIBE,
                () -> Answers.sent(
                        emr.describeCluster(request -> request.clusterId(listed.id()))
                                .cluster(),
                        "Cluster")));
        return new Cluster(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        Emr.text(listed.name()).orElse(listed.id()),
                        reads.observe(TAGS, arn, () -> tagsOf(described.get()))),
                listed.status() == null
                        ? ""
                        : Emr.text(listed.status().stateAsString()).orElse(""),
                reads.observe(SETTINGS, arn, () -> settingsOf(described.get(), reads)),
                reads.observe(PRIMARY_NODES, arn, () -> primaryNodesOf(described.get(), emr, reads)),
                reads.observe(IDLE_TIMEOUT, arn, () -> idleTimeoutOf(listed.id(), emr)));
    }

    private static Map<String, String> tagsOf(software.amazon.awssdk.services.emr.model.Cluster described) {
        return described.tags().stream()
                .collect(
                        Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one));
    }

    private static Settings settingsOf(software.amazon.awssdk.services.emr.model.Cluster described, Reads reads) {
        return new Settings(
                Emr.text(described.releaseLabel()),
                Emr.text(described.logUri()),
                Boolean.TRUE.equals(described.autoTerminate()),
                Boolean.TRUE.equals(described.terminationProtected()),
                Emr.text(described.securityConfiguration()).map(name -> Emr.securityConfiguration(name, reads)),
                Optional.ofNullable(described.kerberosAttributes())
                        .map(KerberosAttributes::realm)
                        .flatMap(Emr::text)
                        .isPresent(),
                Optional.ofNullable(described.ec2InstanceAttributes())
                        .map(Ec2InstanceAttributes::ec2SubnetId)
                        .flatMap(Emr::text)
                        .map(subnet -> reads.arn("ec2", "subnet/" + subnet)));
    }

    private static List<PrimaryNode> primaryNodesOf(
            software.amazon.awssdk.services.emr.model.Cluster described, EmrClient emr, Reads reads) {
        boolean inFleets = described.instanceCollectionType() == InstanceCollectionType.INSTANCE_FLEET;
        return emr
                .listInstancesPaginator(request -> {
                    request.clusterId(described.id())
                            .instanceStates(
                                    InstanceState.RUNNING, InstanceState.BOOTSTRAPPING, InstanceState.PROVISIONING);
                    if (inFleets) {
                        request.instanceFleetType(InstanceFleetType.MASTER);
                    } else {
                        request.instanceGroupTypes(InstanceGroupType.MASTER);
                    }
                })
                .instances()
                .stream()
                .map(node -> new PrimaryNode(
                        Emr.text(node.ec2InstanceId()).map(id -> reads.arn("ec2", "instance/" + id)),
                        Emr.text(node.publicIpAddress())))
                .toList();
    }

    /** AWS leaves the policy out of its answer where there is none. */
    private static IdleTimeout idleTimeoutOf(String cluster, EmrClient emr) {
        return new IdleTimeout(Optional.ofNullable(emr.getAutoTerminationPolicy(request -> request.clusterId(cluster))
                        .autoTerminationPolicy())
                .map(AutoTerminationPolicy::idleTimeout));
    }
}

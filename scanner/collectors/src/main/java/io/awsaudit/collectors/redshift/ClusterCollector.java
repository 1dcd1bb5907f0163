package io.awsaudit.collectors.redshift;

import static io.awsaudit.collectors.redshift.Redshift.orEmpty;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.redshift.Cluster;
import io.awsaudit.inventory.redshift.ClusterParameterGroupStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ClusterParameterStatus;
import software.amazon.awssdk.services.redshift.model.VpcSecurityGroupMembership;

/** Reads the data warehouses of a region but those that are being deleted, and of each whether it writes audit logs. */
final class ClusterCollector implements Collector<Cluster> {
    private static final Operation DESCRIBE =
            Operation.of("redshift:DescribeClusters").ownPages(100);
    private static final Detail AUDIT_LOGGING =
            Detail.of(Cluster.class, "auditLogging", "redshift:DescribeLoggingStatus");
    private static final Set<String> GOING = Set.of("deleting", "final-snapshot");

    @Override
    public Set<Class<? extends Cluster>> yields() {
        return Set.of(Cluster.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(AUDIT_LOGGING);
    }

    @Override
    public Stream<Cluster> collect(Reads reads) {
        RedshiftClient client = reads.client(Redshift.REDSHIFT);
        return reads.each(
                Cluster.class,
                reads.pages(DESCRIBE, () -> client.describeClustersPaginator().clusters())
                        .filter(cluster -> !GOING.contains(orEmpty(cluster.clusterStatus()))),
                cluster -> arnOf(cluster, reads),
                cluster -> read(cluster, client, reads));
    }

    private static Arn arnOf(software.amazon.awssdk.services.redshift.model.Cluster cluster, Reads reads) {
        return reads.arn("redshift", "cluster:" + cluster.clusterIdentifier());
    }

    private static Cluster read(
            software.amazon.awssdk.services.redshift.model.Cluster cluster, RedshiftClient client, Reads reads) {
        String name = cluster.clusterIdentifier();
        Arn arn = arnOf(cluster, reads);
        return new Cluster(
                Identity.tagged(arn, reads.account(), reads.region(), name, Redshift.tags(cluster.tags())),
                orEmpty(cluster.nodeType()),
                cluster.numberOfNodes() == null ? 0 : cluster.numberOfNodes(),
                orEmpty(cluster.clusterStatus()),
                Boolean.TRUE.equals(cluster.encrypted()),
                Optional.ofNullable(cluster.kmsKeyId())
                        .filter(key -> key.startsWith("arn:"))
                        .map(Arn::new),
                Boolean.TRUE.equals(cluster.publiclyAccessible()),
                Boolean.TRUE.equals(cluster.enhancedVpcRouting()),
                cluster.automatedSnapshotRetentionPeriod() == null ? 0 : cluster.automatedSnapshotRetentionPeriod(),
                Boolean.TRUE.equals(cluster.allowVersionUpgrade()),
                "enabled".equalsIgnoreCase(cluster.multiAZ()), // a word, for all that its documentation says
                Optional.ofNullable(cluster.masterUsername()).filter(user -> !user.isEmpty()),
                cluster.endpoint() == null || cluster.endpoint().port() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(cluster.endpoint().port()),
                Optional.ofNullable(cluster.clusterSubnetGroupName())
                        .filter(group -> !group.isEmpty())
                        .map(group -> reads.arn("redshift", "subnetgroup:" + group)),
                cluster.vpcSecurityGroups().stream()
                        .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                        .filter(id -> id != null)
                        .sorted()
                        .map(id -> reads.arn("ec2", "security-group/" + id))
                        .toList(),
                cluster.clusterParameterGroups().stream()
                        .map(group -> parameters(group, reads))
                        .toList(),
                reads.observe(
                        AUDIT_LOGGING,
                        arn,
                        () -> Answers.sent(
                                client.describeLoggingStatus(request -> request.clusterIdentifier(name))
                                        .loggingEnabled(),
                                "LoggingEnabled")));
    }

    private static ClusterParameterGroupStatus parameters(
            software.amazon.awssdk.services.redshift.model.ClusterParameterGroupStatus status, Reads reads) {
        return new ClusterParameterGroupStatus(
                reads.arn("redshift", "parametergroup:" + status.parameterGroupName()),
                orEmpty(status.parameterApplyStatus()),
                status.clusterParameterStatusList().stream()
                        .filter(parameter -> !"in-sync".equals(parameter.parameterApplyStatus()))
                        .map(ClusterParameterStatus::parameterName)
                        .sorted()
                        .toList());
    }
}

package io.awsaudit.collectors.timestreaminfluxdb;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.timestreaminfluxdb.InfluxDbCluster;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.timestreaminfluxdb.model.ClusterStatus;
import software.amazon.awssdk.services.timestreaminfluxdb.model.DbClusterSummary;
import software.amazon.awssdk.services.timestreaminfluxdb.model.GetDbClusterResponse;

/** Reads the clusters of Timestream for InfluxDB in a region. */
final class InfluxDbClusterCollector implements Collector<InfluxDbCluster> {
    private static final Operation LIST =
            Operation.of("timestream-influxdb:ListDbClusters").pages(InfluxDb.PAGE);
    private static final Detail SETTINGS =
            Detail.of(InfluxDbCluster.class, "settings", "timestream-influxdb:GetDbCluster");
    private static final Detail TAGS = Detail.of(InfluxDbCluster.class, "tags", InfluxDb.LIST_TAGS);

    private static final Set<ClusterStatus> GONE = Set.of(ClusterStatus.DELETING, ClusterStatus.DELETED);

    @Override
    public Set<Class<? extends InfluxDbCluster>> yields() {
        return Set.of(InfluxDbCluster.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<InfluxDbCluster> collect(Reads reads) {
        Stream<DbClusterSummary> clusters = reads.pages(
                        LIST,
                        () -> reads.client(InfluxDb.INFLUX_DB)
                                .listDbClustersPaginator(request -> request.maxResults(InfluxDb.PAGE))
                                .items())
                .filter(cluster -> cluster.status() == null || !GONE.contains(cluster.status()));
        return reads.each(
                InfluxDbCluster.class, clusters, cluster -> new Arn(cluster.arn()), cluster -> read(cluster, reads));
    }

    private static InfluxDbCluster read(DbClusterSummary cluster, Reads reads) {
        Arn arn = new Arn(cluster.arn());
        return new InfluxDbCluster(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        cluster.name(),
                        reads.observe(TAGS, arn, () -> InfluxDb.tags(arn, reads))),
                InfluxDb.orEmpty(cluster.statusAsString()),
                InfluxDb.orEmpty(cluster.engineTypeAsString()),
                reads.observe(SETTINGS, arn, () -> settingsOf(cluster.id(), reads)));
    }

    private static InfluxDbCluster.Settings settingsOf(String id, Reads reads) {
        GetDbClusterResponse cluster =
                reads.client(InfluxDb.INFLUX_DB).getDbCluster(request -> request.dbClusterId(id));
        return new InfluxDbCluster.Settings(
                // Left out of clusters that are not; public ones have to be asked for.
                Boolean.TRUE.equals(cluster.publiclyAccessible()),
                InfluxDb.logBucket(cluster.logDeliveryConfiguration()),
                InfluxDb.orEmpty(cluster.failoverModeAsString()),
                InfluxDb.subnets(cluster.vpcSubnetIds(), reads),
                InfluxDb.securityGroups(cluster.vpcSecurityGroupIds(), reads));
    }
}

package io.awsaudit.collectors.timestreaminfluxdb;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.timestreaminfluxdb.InfluxDbInstance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.timestreaminfluxdb.model.DbInstanceSummary;
import software.amazon.awssdk.services.timestreaminfluxdb.model.GetDbInstanceResponse;
import software.amazon.awssdk.services.timestreaminfluxdb.model.Status;

/** Reads the instances of Timestream for InfluxDB in a region. */
final class InfluxDbInstanceCollector implements Collector<InfluxDbInstance> {
    private static final Operation LIST =
            Operation.of("timestream-influxdb:ListDbInstances").pages(InfluxDb.PAGE);
    private static final Detail SETTINGS =
            Detail.of(InfluxDbInstance.class, "settings", "timestream-influxdb:GetDbInstance");
    private static final Detail TAGS = Detail.of(InfluxDbInstance.class, "tags", InfluxDb.LIST_TAGS);

    private static final Set<Status> GONE = Set.of(Status.DELETING, Status.DELETED);

    @Override
    public Set<Class<? extends InfluxDbInstance>> yields() {
        return Set.of(InfluxDbInstance.class);
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
    public Stream<InfluxDbInstance> collect(Reads reads) {
        Stream<DbInstanceSummary> instances = reads.pages(
                        LIST,
                        () -> reads.client(InfluxDb.INFLUX_DB)
                                .listDbInstancesPaginator(request -> request.maxResults(InfluxDb.PAGE))
                                .items())
                .filter(instance -> instance.status() == null || !GONE.contains(instance.status()));
        return reads.each(
                InfluxDbInstance.class,
                instances,
                instance -> new Arn(instance.arn()),
                instance -> read(instance, reads));
    }

    private static InfluxDbInstance read(DbInstanceSummary instance, Reads reads) {
        Arn arn = new Arn(instance.arn());
        return new InfluxDbInstance(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        instance.name(),
                        reads.observe(TAGS, arn, () -> InfluxDb.tags(arn, reads))),
                InfluxDb.orEmpty(instance.statusAsString()),
                InfluxDb.orEmpty(instance.dbInstanceTypeAsString()),
                InfluxDb.orEmpty(instance.deploymentTypeAsString()),
                reads.observe(SETTINGS, arn, () -> settingsOf(instance.id(), reads)));
    }

    private static InfluxDbInstance.Settings settingsOf(String id, Reads reads) {
        GetDbInstanceResponse instance =
                reads.client(InfluxDb.INFLUX_DB).getDbInstance(request -> request.identifier(id));
        return new InfluxDbInstance.Settings(
                // Left out of instances that are not; public ones have to be asked for.
                Boolean.TRUE.equals(instance.publiclyAccessible()),
                InfluxDb.logBucket(instance.logDeliveryConfiguration()),
                Optional.ofNullable(instance.dbClusterId()).filter(cluster -> !cluster.isEmpty()),
                InfluxDb.subnets(instance.vpcSubnetIds(), reads),
                InfluxDb.securityGroups(instance.vpcSecurityGroupIds(), reads));
    }
}

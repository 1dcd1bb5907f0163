package io.awsaudit.collectors.timestreaminfluxdb;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.timestreaminfluxdb.InfluxDbInstance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.timestreaminfluxdb.TimestreamInfluxDbClient;
import software.amazon.awssdk.services.timestreaminfluxdb.model.DbInstanceSummary;
import software.amazon.awssdk.services.timestreaminfluxdb.model.GetDbInstanceResponse;
import software.amazon.awssdk.services.timestreaminfluxdb.model.LogDeliveryConfiguration;
import software.amazon.awssdk.services.timestreaminfluxdb.model.S3Configuration;
import software.amazon.awssdk.services.timestreaminfluxdb.model.Status;

/** Reads the instances of Timestream for InfluxDB in a region. */
final class InfluxDbInstanceCollector implements Collector<InfluxDbInstance> {
    private static final AwsService<TimestreamInfluxDbClient> INFLUX_DB =
            AwsService.of("timestream-influxdb", TimestreamInfluxDbClient::builder);

    /** As many as a page may have. */
    private static final int PAGE = 100;

    private static final Operation LIST =
            Operation.of("timestream-influxdb:ListDbInstances").pages(PAGE);
    private static final Detail SETTINGS =
            Detail.of(InfluxDbInstance.class, "settings", "timestream-influxdb:GetDbInstance");
    private static final Detail TAGS =
            Detail.of(InfluxDbInstance.class, "tags", "timestream-influxdb:ListTagsForResource");

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
                        () -> reads.client(INFLUX_DB)
                                .listDbInstancesPaginator(request -> request.maxResults(PAGE))
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
                        reads.observe(TAGS, arn, () -> tagsOf(arn, reads))),
                orEmpty(instance.statusAsString()),
                orEmpty(instance.dbInstanceTypeAsString()),
                orEmpty(instance.deploymentTypeAsString()),
                reads.observe(SETTINGS, arn, () -> settingsOf(instance.id(), reads)));
    }

    private static Map<String, String> tagsOf(Arn arn, Reads reads) {
        return reads.client(INFLUX_DB)
                .listTagsForResource(request -> request.resourceArn(arn.value()))
                .tags();
    }

    private static InfluxDbInstance.Settings settingsOf(String id, Reads reads) {
        GetDbInstanceResponse instance = reads.client(INFLUX_DB).getDbInstance(request -> request.identifier(id));
        return new InfluxDbInstance.Settings(
                // Left out of instances that are not; public ones have to be asked for.
                Boolean.TRUE.equals(instance.publiclyAccessible()),
                Optional.ofNullable(instance.logDeliveryConfiguration())
                        .map(LogDeliveryConfiguration::s3Configuration)
                        .filter(bucket -> Boolean.TRUE.equals(bucket.enabled()))
                        .map(S3Configuration::bucketName),
                instance.vpcSubnetIds().stream()
                        .sorted()
                        .map(subnet -> reads.arn("ec2", "subnet/" + subnet))
                        .toList(),
                instance.vpcSecurityGroupIds().stream()
                        .sorted()
                        .map(group -> reads.arn("ec2", "security-group/" + group))
                        .toList());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

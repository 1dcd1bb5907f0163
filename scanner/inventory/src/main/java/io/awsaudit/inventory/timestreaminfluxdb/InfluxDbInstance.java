package io.awsaudit.inventory.timestreaminfluxdb;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An instance of Timestream for InfluxDB, listed by {@code timestream-influxdb:ListDbInstances}; one that is being deleted is none any
 * more.
 *
 * @param instanceType such as {@code db.influx.large}
 * @param deploymentType {@code SINGLE_AZ} or {@code WITH_MULTIAZ_STANDBY}; empty where it is not told
 * @see <a href="https://docs.aws.amazon.com/ts-influxdb/latest/ts-influxdb-api/API_GetDbInstance.html">GetDbInstance</a>
 */
@CloudFormationType("AWS::Timestream::InfluxDBInstance")
public record InfluxDbInstance(
        Identity identity, String status, String instanceType, String deploymentType, Observed<Settings> settings)
        implements Resource {
    /** Holds of instances that have an address on the internet. */
    public static final Predicate<Settings> PUBLIC = Settings::publiclyAccessible;

    /** Holds of instances whose logs go nowhere. */
    public static final Predicate<Settings> UNLOGGED =
            settings -> settings.logBucket().isEmpty();

    /** Holds of instances that are in a cluster, which alone says what becomes of them. */
    public static final Predicate<Settings> CLUSTERED =
            settings -> settings.cluster().isPresent();

    /** Holds of instances that are in no cluster. */
    public static final Predicate<Settings> ALONE = CLUSTERED.negate();

    /**
     * What {@code timestream-influxdb:GetDbInstance} tells of an instance.
     *
     * @param logBucket where its logs are delivered to; empty when they are not
     * @param cluster the id of the cluster that it is in; empty when in none
     */
    public record Settings(
            boolean publiclyAccessible,
            Optional<String> logBucket,
            Optional<String> cluster,
            List<Arn> subnets,
            List<Arn> securityGroups) {
        public Settings {
            subnets = List.copyOf(subnets);
            securityGroups = List.copyOf(securityGroups);
        }
    }

    @Override
    public Stream<Edge> edges() {
        return settings.asOptional().stream()
                .flatMap(known -> Stream.concat(
                        known.securityGroups().stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                        known.subnets().stream().map(subnet -> new Edge(arn(), Relation.IN, subnet))));
    }
}

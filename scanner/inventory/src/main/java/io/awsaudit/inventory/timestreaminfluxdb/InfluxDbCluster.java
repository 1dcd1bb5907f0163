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
 * A cluster of Timestream for InfluxDB, listed by {@code timestream-influxdb:ListDbClusters}; one that is being deleted is none any
 * more.
 *
 * @param status such as {@code AVAILABLE}
 * @param engineType such as {@code INFLUXDB_V2}; empty where it is not told
 * @see <a href="https://docs.aws.amazon.com/ts-influxdb/latest/ts-influxdb-api/API_GetDbCluster.html">GetDbCluster</a>
 */
@CloudFormationType("AWS::Timestream::InfluxDBCluster")
public record InfluxDbCluster(Identity identity, String status, String engineType, Observed<Settings> settings)
        implements Resource {
    /** Holds of clusters that have an address on the internet. */
    public static final Predicate<Settings> PUBLIC = Settings::publiclyAccessible;

    /** Holds of clusters whose logs go nowhere. */
    public static final Predicate<Settings> UNLOGGED =
            settings -> settings.logBucket().isEmpty();

    /** Holds of clusters in which no replica takes over from the instance that takes writes. */
    public static final Predicate<Settings> WITHOUT_FAILOVER =
            settings -> settings.failoverMode().equals("NO_FAILOVER");

    /**
     * What {@code timestream-influxdb:GetDbCluster} tells of a cluster.
     *
     * @param logBucket where its logs are delivered to; empty when they are not
     * @param failoverMode {@code AUTOMATIC} or {@code NO_FAILOVER}; empty where it is not told
     */
    public record Settings(
            boolean publiclyAccessible,
            Optional<String> logBucket,
            String failoverMode,
            List<Arn> subnets,
            List<Arn> securityGroups) {
        public Settings {
            subnets = List.copyOf(subnets);
            securityGroups = List.copyOf(securityGroups);
        }
    }

    /** {@return whether it has one instance that takes writes and replicas of that; the nodes of version 3 share a store} */
    public boolean hasReplicas() {
        return !engineType.startsWith("INFLUXDB_V3");
    }

    @Override
    public Stream<Edge> edges() {
        return settings.asOptional().stream()
                .flatMap(known -> Stream.concat(
                        known.securityGroups().stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                        known.subnets().stream().map(subnet -> new Edge(arn(), Relation.IN, subnet))));
    }
}

package io.awsaudit.inventory.elasticache;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.InstanceType;
import io.awsaudit.inventory.lifecycle.Lifecycle;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A cache cluster, read by {@code elasticache:DescribeCacheClusters} but for its tags: all nodes of a Memcached cluster
 * together, or one node of Redis OSS or Valkey, alone or in a replication group. One that is being deleted is none any more.
 *
 * @param engineVersion such as {@code 7.1}
 * @param nodeType such as {@code cache.r7g.large}
 * @param replicationGroup the one that it is a node of
 * @param autoMinorVersionUpgrade whether new minor versions of the engine are installed without anybody's doing
 * @param snapshotRetentionDays for how long automatic backups are kept; none are made at zero
 * @param subnetGroup the name of the group of subnets that it is in
 * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CacheCluster.html">CacheCluster</a>
 */
@CloudFormationType("AWS::ElastiCache::CacheCluster")
public record CacheCluster(
        Identity identity,
        Engine engine,
        String engineVersion,
        String status,
        String nodeType,
        Optional<Arn> replicationGroup,
        boolean autoMinorVersionUpgrade,
        int snapshotRetentionDays,
        Optional<String> subnetGroup)
        implements Resource {
    /** The name of the group that ElastiCache makes of the subnets of the default VPC. */
    private static final String DEFAULT = "default";

    /**
     * The families that AWS lists as previous generations of the service, as of 2026.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html">Supported node types</a>
     */
    private static final Set<String> PREVIOUS_GENERATIONS = Set.of("c1", "m1", "m2", "m3", "r3", "t1");

    private static final Set<Engine> ENGINES = Set.of(Engine.MEMCACHED, Engine.REDIS, Engine.VALKEY);

    /** The first version of Redis OSS that knows users and groups of them. */
    private static final int USERS_SINCE = 6;

    /** {@return whether it runs Memcached, which has neither backups nor such upgrades} */
    public boolean isMemcached() {
        return engine.equals(Engine.MEMCACHED);
    }

    /** {@return whether it is a node of a replication group} */
    public boolean isReplicated() {
        return replicationGroup.isPresent();
    }

    /** {@return whether its engine has users, so that clients need not share one password} */
    public boolean isAwareOfUsers() {
        return !engine.equals(Engine.REDIS) || majorVersion() >= USERS_SINCE;
    }

    /** {@return whether it is in the subnets of the default VPC for want of others} */
    public boolean isInDefaultSubnetGroup() {
        return subnetGroup.filter(DEFAULT::equals).isPresent();
    }

    /** {@return whether AWS's standard support of the version that it runs had ended at a moment} */
    public boolean isOutOfSupport(Instant asOf) {
        return ENGINES.contains(engine) && Lifecycle.isOver("elasticache/" + engine.value(), engineVersion, asOf);
    }

    /** {@return whether its nodes are of a family that AWS has superseded} */
    public boolean isOfPreviousGeneration() {
        return PREVIOUS_GENERATIONS.contains(InstanceType.familyOf(nodeType.replaceFirst("^cache\\.", "")));
    }

    /** {@return the type with a processor of AWS's own that could take the place of its nodes' type} */
    public Optional<String> graviton() {
        return isSince(isMemcached() ? "1.5.16" : "5.0.6")
                ? InstanceType.gravitonOf(nodeType, "cache.", "")
                : Optional.empty();
    }

    private boolean isSince(String version) {
        return Arrays.compare(numbers(engineVersion), numbers(version)) >= 0;
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("\\."))
                .mapToInt(part -> part.matches("\\d{1,4}") ? Integer.parseInt(part) : 0)
                .toArray();
    }

    private int majorVersion() {
        return numbers(engineVersion)[0];
    }

    @Override
    public Stream<Edge> edges() {
        return replicationGroup.stream().map(group -> new Edge(arn(), Relation.MEMBER_OF, group));
    }
}

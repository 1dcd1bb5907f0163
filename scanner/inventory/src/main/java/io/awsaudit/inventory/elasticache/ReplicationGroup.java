package io.awsaudit.inventory.elasticache;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A replication group of Redis OSS or Valkey, read by {@code elasticache:DescribeReplicationGroups} but for its tags. One
 * that is being deleted is none any more.
 *
 * @param automaticFailover whether a replica takes over by itself when the primary node fails
 * @param kmsKey the customer's key that encrypts it; empty where it is one that AWS owns, or none
 * @param transitEncryption whether its nodes take connections with TLS
 * @param transitEncryptionMode {@link TransitEncryptionMode#PREFERRED} while they take connections without TLS too
 * @param authToken whether clients have to send a password that they share
 * @param userGroups the groups of users who may connect, by id
 * @param snapshotRetentionDays for how long automatic backups are kept; none are made at zero
 * @param members its nodes
 * @param multiAz whether its nodes are kept in several availability zones
 * @param nodesOfShards how many nodes each shard has, the one that takes writes included
 * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReplicationGroup.html">ReplicationGroup</a>
 */
@CloudFormationType("AWS::ElastiCache::ReplicationGroup")
public record ReplicationGroup(
        Identity identity,
        Engine engine,
        String status,
        AutomaticFailover automaticFailover,
        boolean atRestEncryption,
        Optional<String> kmsKey,
        boolean transitEncryption,
        Optional<TransitEncryptionMode> transitEncryptionMode,
        boolean authToken,
        List<String> userGroups,
        int snapshotRetentionDays,
        List<Arn> members,
        boolean multiAz,
        List<Integer> nodesOfShards)
        implements Resource {
    public ReplicationGroup {
        userGroups = List.copyOf(userGroups);
        members = List.copyOf(members);
        nodesOfShards = List.copyOf(nodesOfShards);
    }

    /** Whether automatic failover is on. */
    public record AutomaticFailover(String value) implements OpenValue {
        public static final AutomaticFailover ENABLED = new AutomaticFailover("enabled");
        public static final AutomaticFailover ENABLING = new AutomaticFailover("enabling");
        public static final AutomaticFailover DISABLED = new AutomaticFailover("disabled");
        public static final AutomaticFailover DISABLING = new AutomaticFailover("disabling");
    }

    /** How strict a replication group with TLS is. */
    public record TransitEncryptionMode(String value) implements OpenValue {
        public static final TransitEncryptionMode PREFERRED = new TransitEncryptionMode("preferred");
        public static final TransitEncryptionMode REQUIRED = new TransitEncryptionMode("required");
    }

    /** {@return whether a replica takes over by itself, now or soon} */
    public boolean failsOver() {
        return automaticFailover.equals(AutomaticFailover.ENABLED)
                || automaticFailover.equals(AutomaticFailover.ENABLING);
    }

    /** {@return whether its nodes take connections without TLS} */
    public boolean isTakingPlainConnections() {
        return !transitEncryption
                || transitEncryptionMode
                        .filter(TransitEncryptionMode.PREFERRED::equals)
                        .isPresent();
    }

    /** {@return whether a client has to prove who it is} */
    public boolean isAuthenticating() {
        return authToken || !userGroups.isEmpty();
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                kmsKey.stream()
                        .filter(key -> key.startsWith("arn:"))
                        .map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, new Arn(key))),
                members.stream().map(member -> new Edge(arn(), Relation.CONTAINS, member)));
    }

    /** {@return whether it has a shard without a replica} */
    public boolean isUnreplicatedSomewhere() {
        return nodesOfShards.contains(1);
    }
}

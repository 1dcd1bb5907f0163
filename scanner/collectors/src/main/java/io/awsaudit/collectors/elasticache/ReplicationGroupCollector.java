package io.awsaudit.collectors.elasticache;

import static io.awsaudit.collectors.elasticache.ElastiCache.orEmpty;
import static io.awsaudit.collectors.elasticache.ElastiCache.orZero;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.elasticache.Engine;
import io.awsaudit.inventory.elasticache.ReplicationGroup;
import io.awsaudit.inventory.elasticache.ReplicationGroup.AutomaticFailover;
import io.awsaudit.inventory.elasticache.ReplicationGroup.TransitEncryptionMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.MultiAZStatus;

/** Reads replication groups of Redis OSS and Valkey. */
final class ReplicationGroupCollector implements Collector<ReplicationGroup> {
    private static final Operation DESCRIBE =
            Operation.of("elasticache:DescribeReplicationGroups").ownPages(100);
    private static final Detail TAGS = Detail.of(ReplicationGroup.class, "tags", ElastiCache.LIST_TAGS);

    @Override
    public Set<Class<? extends ReplicationGroup>> yields() {
        return Set.of(ReplicationGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<ReplicationGroup> collect(Reads reads) {
        ElastiCacheClient client = reads.client(ElastiCache.ELASTICACHE);
        return reads.each(
                ReplicationGroup.class,
                reads.pages(
                                DESCRIBE,
                                () -> client.describeReplicationGroupsPaginator()
                                        .replicationGroups())
                        .filter(group -> ElastiCache.isAlive(group.status())),
                group -> new Arn(group.arn()),
                group -> read(group, client, reads));
    }

    private static ReplicationGroup read(
            software.amazon.awssdk.services.elasticache.model.ReplicationGroup group,
            ElastiCacheClient client,
            Reads reads) {
        Arn arn = new Arn(group.arn());
        return new ReplicationGroup(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        group.replicationGroupId(),
                        reads.observe(TAGS, arn, () -> ElastiCache.tags(arn, client))),
                // There was only one engine before AWS named it here.
                group.engine() == null ? Engine.REDIS : new Engine(group.engine()),
                orEmpty(group.status()),
                new AutomaticFailover(orEmpty(group.automaticFailoverAsString())),
                Boolean.TRUE.equals(group.atRestEncryptionEnabled()),
                Optional.ofNullable(group.kmsKeyId()).filter(key -> !key.isEmpty()),
                Boolean.TRUE.equals(group.transitEncryptionEnabled()),
                Optional.ofNullable(group.transitEncryptionModeAsString()).map(TransitEncryptionMode::new),
                Boolean.TRUE.equals(group.authTokenEnabled()),
                group.userGroupIds().stream().sorted().toList(),
                orZero(group.snapshotRetentionLimit()),
                group.memberClusters().stream()
                        .sorted()
                        .map(member -> reads.arn("elasticache", "cluster:" + member))
                        .toList(),
                group.multiAZ() == MultiAZStatus.ENABLED,
                group.nodeGroups().stream()
                        .map(shard -> shard.nodeGroupMembers().size())
                        .toList());
    }
}

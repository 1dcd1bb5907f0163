package io.awsaudit.collectors.elasticache;

import static io.awsaudit.collectors.elasticache.ElastiCache.orEmpty;
import static io.awsaudit.collectors.elasticache.ElastiCache.orZero;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.elasticache.CacheCluster;
import io.awsaudit.inventory.elasticache.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** Reads cache clusters, alone and as nodes of replication groups. */
final class CacheClusterCollector implements Collector<CacheCluster> {
    private static final Operation DESCRIBE =
            Operation.of("elasticache:DescribeCacheClusters").ownPages(100);
    private static final Detail TAGS = Detail.of(CacheCluster.class, "tags", ElastiCache.LIST_TAGS);

    @Override
    public Set<Class<? extends CacheCluster>> yields() {
        return Set.of(CacheCluster.class);
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
    public Stream<CacheCluster> collect(Reads reads) {
        ElastiCacheClient client = reads.client(ElastiCache.ELASTICACHE);
        return reads.each(
                CacheCluster.class,
                reads.pages(
                                DESCRIBE,
                                () -> client.describeCacheClustersPaginator().cacheClusters())
                        .filter(cluster -> ElastiCache.isAlive(cluster.cacheClusterStatus())),
                cluster -> new Arn(cluster.arn()),
                cluster -> read(cluster, client, reads));
    }

    private static CacheCluster read(
            software.amazon.awssdk.services.elasticache.model.CacheCluster cluster,
            ElastiCacheClient client,
            Reads reads) {
        Arn arn = new Arn(cluster.arn());
        return new CacheCluster(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        cluster.cacheClusterId(),
                        reads.observe(TAGS, arn, () -> ElastiCache.tags(arn, client))),
                new Engine(orEmpty(cluster.engine())),
                orEmpty(cluster.engineVersion()),
                orEmpty(cluster.cacheClusterStatus()),
                Answers.sent(cluster.cacheNodeType(), "CacheNodeType"),
                Optional.ofNullable(cluster.replicationGroupId())
                        .filter(group -> !group.isEmpty())
                        .map(group -> reads.arn("elasticache", "replicationgroup:" + group)),
                Boolean.TRUE.equals(cluster.autoMinorVersionUpgrade()),
                orZero(cluster.snapshotRetentionLimit()),
                Optional.ofNullable(cluster.cacheSubnetGroupName()).filter(group -> !group.isEmpty()));
    }
}

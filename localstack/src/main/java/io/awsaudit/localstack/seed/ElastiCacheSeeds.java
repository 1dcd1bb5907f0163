package io.awsaudit.localstack.seed;

import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.Tag;
import software.amazon.awssdk.services.elasticache.model.TransitEncryptionMode;

/** Caches. moto names the nodes of a replication group and does not make them; here they are made under those names. */
final class ElastiCacheSeeds implements Seeds {
    private static final String OLD = "5.0.6";
    private static final String CURRENT = "7.1";
    private static final String SUBNETS = "insecure-subnets";

    @Override
    public void insecure(EmulatedAccount account) {
        ElastiCacheClient client = account.client(ElastiCacheClient.builder());
        cluster(client, "insecure-without-upgrades", request -> request.autoMinorVersionUpgrade(false));
        cluster(client, "insecure-without-backups", request -> request.snapshotRetentionLimit(0));
        cluster(client, "insecure-old-version", request -> request.engineVersion(OLD));
        cluster(client, "insecure-old-nodes", request -> request.cacheNodeType("cache.m3.medium"));
        cluster(client, "insecure-x86", request -> request.cacheNodeType("cache.t3.small"));
        cluster(client, "insecure-default-subnets", request -> request.cacheSubnetGroupName("default"));
        group(
                client,
                "insecure-group-without-failover",
                CURRENT,
                SUBNETS,
                request -> request.automaticFailoverEnabled(false));
        group(client, "insecure-group-without-backups", CURRENT, SUBNETS, request -> request.snapshotRetentionLimit(0));
        group(
                client,
                "insecure-group-without-authentication",
                OLD,
                SUBNETS,
                request -> request.authToken(null).userGroupIds());
        group(
                client,
                "insecure-group-unencrypted",
                CURRENT,
                SUBNETS,
                request -> request.atRestEncryptionEnabled(false));
        group(
                client,
                "insecure-group-without-tls",
                CURRENT,
                SUBNETS,
                request -> request.transitEncryptionEnabled(false).transitEncryptionMode((String) null));
        group(
                client,
                "insecure-group-tls-preferred",
                CURRENT,
                SUBNETS,
                request -> request.transitEncryptionMode(TransitEncryptionMode.PREFERRED));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        ElastiCacheClient client = account.client(ElastiCacheClient.builder());
        String key = KmsSeeds.hardenedKey(account);
        client.createCacheSubnetGroup(request -> request.cacheSubnetGroupName("hardened-subnets")
                .cacheSubnetGroupDescription("hardened-subnets")
                .subnetIds(VpcSeeds.hardenedSubnets(account)));
        group(
                client,
                "hardened-group",
                CURRENT,
                "hardened-subnets",
                request -> request.kmsKeyId(key).multiAZEnabled(true).replicasPerNodeGroup(1));
    }

    private static void cluster(
            ElastiCacheClient client, String name, Consumer<CreateCacheClusterRequest.Builder> settings) {
        client.createCacheCluster(request -> request.cacheClusterId(name)
                .engine("redis")
                .engineVersion(CURRENT)
                .cacheNodeType("cache.t4g.small")
                .numCacheNodes(1)
                .autoMinorVersionUpgrade(true)
                .snapshotRetentionLimit(7)
                .cacheSubnetGroupName(SUBNETS)
                .tags(owner())
                .applyMutation(settings));
    }

    private static void group(
            ElastiCacheClient client,
            String name,
            String version,
            String subnets,
            Consumer<CreateReplicationGroupRequest.Builder> settings) {
        client.createReplicationGroup(request -> request.replicationGroupId(name)
                        .replicationGroupDescription(name)
                        .engine("redis")
                        .engineVersion(version)
                        .cacheNodeType("cache.t4g.small")
                        .automaticFailoverEnabled(true)
                        .snapshotRetentionLimit(7)
                        .atRestEncryptionEnabled(true)
                        .transitEncryptionEnabled(true)
                        .transitEncryptionMode(TransitEncryptionMode.REQUIRED)
                        .authToken("Not-a-secret-0123456789")
                        .tags(owner())
                        .applyMutation(settings))
                .replicationGroup()
                .memberClusters()
                .forEach(node -> cluster(
                        client,
                        node,
                        request -> request.replicationGroupId(name)
                                .engineVersion(version)
                                .cacheSubnetGroupName(subnets)));
    }

    private static Tag owner() {
        return Tag.builder().key("Owner").value("data").build();
    }
}

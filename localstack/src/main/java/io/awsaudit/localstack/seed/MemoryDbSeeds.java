package io.awsaudit.localstack.seed;

import java.util.List;
import software.amazon.awssdk.services.memorydb.MemoryDbClient;
import software.amazon.awssdk.services.memorydb.model.CreateClusterRequest;
import software.amazon.awssdk.services.memorydb.model.Tag;

/** Clusters of MemoryDB; moto has no users of it, and places every cluster in several zones. */
final class MemoryDbSeeds implements Seeds {
    private static final List<Tag> OWNER =
            List.of(Tag.builder().key("Owner").value("data").build());

    @Override
    public void insecure(EmulatedAccount account) {
        MemoryDbClient memoryDb = account.client(MemoryDbClient.builder());
        memoryDb.createSubnetGroup(
                request -> request.subnetGroupName("insecure-untagged").subnetIds(VpcSeeds.insecureSubnets(account)));
        memoryDb.createCluster(CreateClusterRequest.builder()
                .clusterName("insecure-memory")
                .subnetGroupName("insecure-untagged")
                .nodeType("db.r7g.large")
                .aclName("open-access")
                .tlsEnabled(false)
                .numReplicasPerShard(0)
                .snapshotRetentionLimit(0)
                .autoMinorVersionUpgrade(false)
                .tags(List.of())
                .build());
    }

    @Override
    public void hardened(EmulatedAccount account) {
        MemoryDbClient memoryDb = account.client(MemoryDbClient.builder());
        memoryDb.createSubnetGroup(request -> request.subnetGroupName("hardened-memory")
                .subnetIds(VpcSeeds.hardenedSubnets(account))
                .tags(OWNER));
        memoryDb.createCluster(CreateClusterRequest.builder()
                .clusterName("hardened-memory")
                .subnetGroupName("hardened-memory")
                .nodeType("db.r7g.large")
                .aclName("applications")
                .tlsEnabled(true)
                .numReplicasPerShard(1)
                .snapshotRetentionLimit(7)
                .autoMinorVersionUpgrade(true)
                .tags(OWNER)
                .build());
    }
}

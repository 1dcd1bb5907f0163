package io.awsaudit.localstack.seed;

import java.util.List;
import software.amazon.awssdk.services.dax.DaxClient;
import software.amazon.awssdk.services.dax.model.ClusterEndpointEncryptionType;
import software.amazon.awssdk.services.dax.model.Tag;

/** Clusters of DynamoDB Accelerator. */
final class DaxSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        cluster(account, "insecure-unencrypted", false, ClusterEndpointEncryptionType.TLS);
        cluster(account, "insecure-without-tls", true, ClusterEndpointEncryptionType.NONE);
        cluster(account, "insecure-untagged", true, ClusterEndpointEncryptionType.TLS);
    }

    @Override
    public void hardened(EmulatedAccount account) {
        cluster(account, "hardened-cluster", true, ClusterEndpointEncryptionType.TLS);
    }

    private static void cluster(
            EmulatedAccount account, String name, boolean encrypted, ClusterEndpointEncryptionType endpoint) {
        account.client(DaxClient.builder())
                .createCluster(request -> request.clusterName(name)
                        .description(name)
                        .nodeType("dax.t3.small")
                        .replicationFactor(3)
                        .iamRoleArn("arn:aws:iam::" + account.id() + ":role/dax")
                        .sseSpecification(encryption -> encryption.enabled(encrypted))
                        .clusterEndpointEncryptionType(endpoint)
                        .tags(
                                name.endsWith("untagged")
                                        ? List.of()
                                        : List.of(Tag.builder()
                                                .key("Owner")
                                                .value("data")
                                                .build())));
    }
}

package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.CreateDomainRequest;
import software.amazon.awssdk.services.opensearch.model.LogPublishingOption;
import software.amazon.awssdk.services.opensearch.model.LogType;
import software.amazon.awssdk.services.opensearch.model.TLSSecurityPolicy;
import software.amazon.awssdk.services.opensearch.model.Tag;
import software.amazon.awssdk.services.opensearch.model.VolumeType;

/** Domains. moto knows no updates of their software. */
final class OpenSearchSeeds implements Seeds {
    private static final String EVERYBODY = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Open", "Effect": "Allow", "Principal": {"AWS": "*"},
            "Action": "es:*", "Resource": "*"}]}""";

    private static final String GRAVITON = "r7g.large.search";

    @Override
    public void insecure(EmulatedAccount account) {
        OpenSearchClient client = account.client(OpenSearchClient.builder());
        domain(client, account, "insecure-without-logs", request -> request.logPublishingOptions(Map.of()));
        domain(
                client,
                account,
                "insecure-single-node",
                request -> request.clusterConfig(cluster -> cluster.instanceCount(1)
                        .instanceType("m4.large.search")
                        .zoneAwarenessEnabled(false)
                        .dedicatedMasterEnabled(false)));
        domain(
                client,
                account,
                "insecure-unencrypted",
                request -> request.engineVersion("Elasticsearch_7.10")
                        .encryptionAtRestOptions(encryption -> encryption.enabled(false)));
        domain(
                client,
                account,
                "insecure-clear-between-nodes",
                request -> request.nodeToNodeEncryptionOptions(encryption -> encryption.enabled(false)));
        domain(client, account, "insecure-old-version", request -> request.engineVersion("OpenSearch_1.2"));
        domain(
                client,
                account,
                "insecure-old-tls",
                request -> request.domainEndpointOptions(endpoint ->
                        endpoint.enforceHTTPS(true).tlsSecurityPolicy(TLSSecurityPolicy.POLICY_MIN_TLS_1_0_2019_07)));
        domain(
                client,
                account,
                "insecure-x86-and-gp2",
                request -> request.clusterConfig(cluster -> cluster.instanceCount(3)
                                .instanceType("r5.large.search")
                                .zoneAwarenessEnabled(true)
                                .dedicatedMasterEnabled(true)
                                .dedicatedMasterCount(3))
                        .ebsOptions(disks -> disks.ebsEnabled(true)
                                .volumeType(VolumeType.GP2)
                                .volumeSize(10)));
        domain(client, account, "insecure-untagged", request -> request.tagList(List.of()));
        client.createDomain(request -> common(request, account, "insecure-public")
                .accessPolicies(EVERYBODY)
                .advancedSecurityOptions(users -> users.enabled(false)));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        String key = KmsSeeds.hardenedKey(account);
        domain(
                account.client(OpenSearchClient.builder()),
                account,
                "hardened-domain",
                request -> request.encryptionAtRestOptions(
                        encryption -> encryption.enabled(true).kmsKeyId(key)));
    }

    private static void domain(
            OpenSearchClient client,
            EmulatedAccount account,
            String name,
            Consumer<CreateDomainRequest.Builder> settings) {
        client.createDomain(request -> common(request, account, name)
                .vpcOptions(network -> network.subnetIds("subnet-0a").securityGroupIds("sg-0a"))
                .applyMutation(settings));
    }

    private static CreateDomainRequest.Builder common(
            CreateDomainRequest.Builder request, EmulatedAccount account, String name) {
        LogPublishingOption log = LogPublishingOption.builder()
                .enabled(true)
                .cloudWatchLogsLogGroupArn(
                        "arn:aws:logs:" + EmulatedAccount.HOME.id() + ":" + account.id() + ":log-group:search")
                .build();
        return request.domainName(name)
                .engineVersion("OpenSearch_2.19")
                .clusterConfig(cluster -> cluster.instanceCount(3)
                        .instanceType(GRAVITON)
                        .zoneAwarenessEnabled(true)
                        .dedicatedMasterEnabled(true)
                        .dedicatedMasterCount(3))
                .encryptionAtRestOptions(encryption -> encryption.enabled(true))
                .nodeToNodeEncryptionOptions(encryption -> encryption.enabled(true))
                .domainEndpointOptions(endpoint ->
                        endpoint.enforceHTTPS(true).tlsSecurityPolicy(TLSSecurityPolicy.POLICY_MIN_TLS_1_2_PFS_2023_10))
                .advancedSecurityOptions(users -> users.enabled(true))
                .logPublishingOptions(Map.of(
                        LogType.AUDIT_LOGS,
                        log,
                        LogType.ES_APPLICATION_LOGS,
                        log,
                        LogType.INDEX_SLOW_LOGS,
                        log,
                        LogType.SEARCH_SLOW_LOGS,
                        log))
                .ebsOptions(disks ->
                        disks.ebsEnabled(true).volumeType(VolumeType.GP3).volumeSize(10))
                .tagList(Tag.builder().key("Owner").value("data").build());
    }
}

package io.awsaudit.collectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.kafka.Cluster;
import io.awsaudit.inventory.kafka.Cluster.ClientBroker;
import io.awsaudit.inventory.kafka.Cluster.VersionStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** MSK with AWS's documented responses: moto sends times of clusters that the SDK cannot read, and lists no versions. */
class ClusterCollectorTest {
    private static final String CLUSTERS = "GET /api/v2/clusters";
    private static final String VERSIONS = "GET /v1/kafka-versions";
    private static final String PROVISIONED = """
        {"brokerNodeGroupInfo": {"clientSubnets": ["subnet-1", "subnet-2"], "instanceType": "kafka.m5.large",
        "securityGroups": ["sg-1"], "connectivityInfo": {"publicAccess": {"type": "%s"}}},
        "clientAuthentication": {"sasl": {"scram": {"enabled": false}, "iam": {"enabled": true}},
        "unauthenticated": {"enabled": true}},
        "currentBrokerSoftwareInfo": {"kafkaVersion": "%s"},
        "encryptionInfo": {"encryptionAtRest": {"dataVolumeKMSKeyId": "arn:aws:kms:us-east-1:111122223333:key/1"},
        "encryptionInTransit": {"clientBroker": "TLS_PLAINTEXT", "inCluster": false}},
        "enhancedMonitoring": "PER_BROKER", "numberOfBrokerNodes": 2, "customerActionStatus": "CRITICAL_ACTION_REQUIRED",
        "loggingInfo": {"brokerLogs": {"cloudWatchLogs": {"enabled": false}, "s3": {"enabled": true, "bucket": "b"}}}}\
        """;

    @Test
    void clustersComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = listed(
                        cluster(
                                "one",
                                "ACTIVE",
                                "SERVERLESS",
                                "\"serverless\": {\"vpcConfigs\": [{\"subnetIds\": [\"subnet-1\"]}]}"),
                        ", \"nextToken\": \"more\"")
                .json(
                        "nextToken=more",
                        "{\"clusterInfoList\": [" + cluster("two", "CREATING", "SERVERLESS", "\"serverless\": {}") + ","
                                + cluster("old", "DELETING", "SERVERLESS", "\"serverless\": {}") + "]}")) {
            assertThat(aws.collect(Cluster.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void whatWasSetIsRead() {
        Cluster cluster = only("\"provisioned\": " + PROVISIONED.formatted("SERVICE_PROVIDED_EIPS", "2.2.1"));
        assertThat(cluster.tags().knownToBe(Map.of("Owner", "me"))).isTrue();
        assertThat(cluster.isProvisioned()).isTrue();
        assertThat(cluster.subnets()).extracting(Arn::lastSegment).containsExactly("subnet-1", "subnet-2");
        assertThat(cluster.publicAccess()).isTrue();
        assertThat(cluster.isPlainInCluster()).isTrue();
        assertThat(cluster.clientBroker()).contains(ClientBroker.TLS_PLAINTEXT);
        assertThat(cluster.allowsUnauthenticated()).isTrue();
        assertThat(cluster.logged()).isTrue();
        assertThat(cluster.enhancedMonitoring()).isEqualTo("PER_BROKER");
        assertThat(cluster.needsCustomer()).isTrue();
        assertThat(cluster.kmsKey()).contains(new Arn("arn:aws:kms:us-east-1:111122223333:key/1"));
        assertThat(cluster.isOnOneOf(List.of("m5"))).isTrue();
        assertThat(cluster.kafkaVersionStatus().knownToBe(VersionStatus.DEPRECATED))
                .isTrue();
    }

    @Test
    void whatIsLeftOutIsNotSaid() {
        Cluster cluster = only("\"provisioned\": {\"currentBrokerSoftwareInfo\": {\"kafkaVersion\": \"3.6.0\"}}");
        assertThat(cluster.publicAccess()).isFalse();
        assertThat(cluster.inClusterEncryption()).isEmpty();
        assertThat(cluster.clientBroker()).isEmpty();
        assertThat(cluster.authentication().unauthenticated()).isEmpty();
        assertThat(cluster.allowsUnauthenticated()).isTrue();
        assertThat(cluster.logged()).isFalse();
        assertThat(cluster.kafkaVersionStatus().knownToBe(VersionStatus.ACTIVE)).isTrue();
    }

    @Test
    void aClusterFromBeforeTheSwitchHasMutualTlsByItsAuthorities() {
        Cluster cluster = only("""
            "provisioned": {"currentBrokerSoftwareInfo": {"kafkaVersion": "3.6.0"}, "clientAuthentication": {"tls":
            {"certificateAuthorityArnList": ["arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/1"]}}}\
            """);
        assertThat(cluster.authentication().tls()).isTrue();
        assertThat(cluster.allowsUnauthenticated()).isFalse();
    }

    @Test
    void aVersionThatAwsDoesNotListIsUndecided() {
        Cluster cluster = only("\"provisioned\": {\"currentBrokerSoftwareInfo\": {\"kafkaVersion\": \"9.9.9\"}}");
        assertThat(cluster.kafkaVersionStatus().isKnown()).isFalse();
    }

    @Test
    void aServerlessClusterHasNoVersionOfItsOwn() {
        try (CannedAws aws = listed(cluster("one", "ACTIVE", "SERVERLESS", "\"serverless\": {}"), "")) {
            Cluster cluster = (Cluster) aws.collect(Cluster.class).resources().get(0);
            assertThat(cluster.kafkaVersion()).isEqualTo(Optional.empty());
            assertThat(cluster.kafkaVersionStatus().knownToBe(VersionStatus.NONE))
                    .isTrue();
            assertThat(cluster.allowsUnauthenticated()).isFalse();
            assertThat(aws.requests()).noneMatch(request -> request.contains(VERSIONS));
        }
    }

    private static Cluster only(String members) {
        try (CannedAws aws = listed(cluster("one", "ACTIVE", "PROVISIONED", members), "")) {
            return (Cluster) aws.collect(Cluster.class).resources().get(0);
        }
    }

    private static CannedAws listed(String clusters, String more) {
        return new CannedAws()
                .json(VERSIONS, """
                    {"kafkaVersions": [{"version": "2.2.1", "status": "DEPRECATED"}], "nextToken": "versions"}\
                    """)
                .json("nextToken=versions", "{\"kafkaVersions\": [{\"version\": \"3.6.0\", \"status\": \"ACTIVE\"}]}")
                .json(CLUSTERS, "{\"clusterInfoList\": [" + clusters + "]" + more + "}");
    }

    private static String cluster(String name, String state, String type, String members) {
        return """
            {"clusterArn": "arn:aws:kafka:us-east-1:111122223333:cluster/%s/1", "clusterName": "%s", "state": "%s",
            "clusterType": "%s", "creationTime": "2026-01-01T00:00:00.000Z", "tags": {"Owner": "me"}, %s}\
            """.formatted(name, name, state, type, members);
    }
}

package io.awsaudit.collectors.dax;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.dax.Cluster;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of DAX clusters, with AWS's documented responses. */
class ClusterCollectorTest {
    private static final String DESCRIBE = "AmazonDAXV3.DescribeClusters";
    private static final String TAGS = "AmazonDAXV3.ListTags";

    @Test
    void clustersAndTagsComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(DESCRIBE, "{\"Clusters\": [" + cluster("one", "available", "") + "], \"NextToken\": \"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"Clusters\": [" + cluster("two", "available", "") + "," + cluster("old", "deleting", "")
                                + "]}")
                .json(TAGS, "{\"Tags\": [{\"Key\": \"a\", \"Value\": \"1\"}], \"NextToken\": \"tags\"}")
                .json("\"NextToken\":\"tags\"", "{\"Tags\": [{\"Key\": \"b\", \"Value\": \"2\"}]}")) {
            assertThat(aws.collect(Cluster.class).resources())
                    .allMatch(cluster -> cluster.tags().knownToBe(Map.of("a", "1", "b", "2")))
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void whatIsLeftOutIsOff() {
        Cluster cluster = only("");
        assertThat(cluster.encryptedAtRest()).isFalse();
        assertThat(cluster.endpointEncryption()).isFalse();
        assertThat(cluster.availabilityZones()).isEmpty();
    }

    @Test
    void theZonesAreThoseOfTheNodes() {
        assertThat(only("""
                        , "Nodes": [{"NodeId": "b", "AvailabilityZone": "us-east-1b"},
                        {"NodeId": "a", "AvailabilityZone": "us-east-1a"}, {"NodeId": "c", "AvailabilityZone": "us-east-1b"},
                        {"NodeId": "d"}]""").availabilityZones()).containsExactly("us-east-1a", "us-east-1b");
    }

    @Test
    void whatWasSetIsRead() {
        Cluster cluster =
                only(", \"SSEDescription\": {\"Status\": \"ENABLED\"}, \"ClusterEndpointEncryptionType\": \"TLS\"");
        assertThat(cluster.encryptedAtRest()).isTrue();
        assertThat(cluster.endpointEncryption()).isTrue();
    }

    @Test
    void whatWasTurnedOffIsOff() {
        Cluster cluster =
                only(", \"SSEDescription\": {\"Status\": \"DISABLED\"}, \"ClusterEndpointEncryptionType\": \"NONE\"");
        assertThat(cluster.encryptedAtRest()).isFalse();
        assertThat(cluster.endpointEncryption()).isFalse();
    }

    private static Cluster only(String members) {
        try (CannedAws aws = new CannedAws()
                .json(DESCRIBE, "{\"Clusters\": [" + cluster("one", "available", members) + "]}")
                .json(TAGS, "{\"Tags\": []}")) {
            return (Cluster) aws.collect(Cluster.class).resources().get(0);
        }
    }

    private static String cluster(String name, String status, String members) {
        return """
                {"ClusterName": "%s", "ClusterArn": "arn:aws:dax:us-east-1:111122223333:cache/%s", "Status": "%s"%s}""".formatted(name, name, status, members);
    }
}

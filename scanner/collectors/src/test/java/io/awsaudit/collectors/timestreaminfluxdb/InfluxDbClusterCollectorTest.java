package io.awsaudit.collectors.timestreaminfluxdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.timestreaminfluxdb.InfluxDbCluster;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of clusters of InfluxDB, with AWS's documented responses. */
class InfluxDbClusterCollectorTest {
    private static final String API = "AmazonTimestreamInfluxDB.";

    @Test
    void clustersComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(
                        API + "ListDbClusters",
                        "{\"items\": [" + listed("one", "AVAILABLE", "") + "], \"nextToken\": \"more\"}")
                .json(
                        "\"nextToken\":\"more\"",
                        "{\"items\": [" + listed("two", "PARTIALLY_AVAILABLE", "") + ","
                                + listed("gone", "DELETING", "") + "," + listed("long-gone", "DELETED", "") + "]}")
                .json(API + "GetDbCluster", "{\"id\": \"one\", \"name\": \"one\", \"arn\": \"a\"}")
                .json(API + "ListTagsForResource", "{\"tags\": {\"Owner\": \"me\"}}")) {
            assertThat(aws.collect(InfluxDbCluster.class).resources())
                    .allMatch(cluster -> cluster.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
            assertThat(aws.requests()).anyMatch(request -> request.contains("\"maxResults\":100"));
        }
    }

    @Test
    void whatIsLeftOutIsPrivateAndWithoutLogsAndNotSaidToStayWithoutFailover() {
        InfluxDbCluster cluster = only("", "");
        assertThat(cluster.settings().knownTo(InfluxDbCluster.PUBLIC)).isFalse();
        assertThat(cluster.settings().knownTo(InfluxDbCluster.UNLOGGED)).isTrue();
        assertThat(cluster.settings().knownTo(InfluxDbCluster.WITHOUT_FAILOVER)).isFalse();
        assertThat(cluster.hasReplicas()).isTrue();
    }

    @Test
    void aClusterTellsItsNetworkItsLogsAndItsFailover() {
        InfluxDbCluster cluster = only("", """
                , "publiclyAccessible": true, "vpcSubnetIds": ["subnet-2", "subnet-1"], "vpcSecurityGroupIds": ["sg-1"],
                "logDeliveryConfiguration": {"s3Configuration": {"bucketName": "logs", "enabled": true}},
                "failoverMode": "NO_FAILOVER\"""");
        assertThat(cluster.settings().knownTo(InfluxDbCluster.PUBLIC)).isTrue();
        assertThat(cluster.settings().knownTo(InfluxDbCluster.UNLOGGED)).isFalse();
        assertThat(cluster.settings().knownTo(InfluxDbCluster.WITHOUT_FAILOVER)).isTrue();
        assertThat(cluster.edges())
                .extracting(edge -> edge.relation() + " " + edge.to())
                .containsExactly(
                        Relation.PROTECTED_BY + " arn:aws:ec2:us-east-1:111122223333:security-group/sg-1",
                        Relation.IN + " arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1",
                        Relation.IN + " arn:aws:ec2:us-east-1:111122223333:subnet/subnet-2");
    }

    @Test
    void logsThatAreTurnedOffGoNowhere() {
        assertThat(only(
                                "",
                                ", \"logDeliveryConfiguration\": {\"s3Configuration\": {\"bucketName\": \"logs\", \"enabled\": false}}")
                        .settings()
                        .knownTo(InfluxDbCluster.UNLOGGED))
                .isTrue();
    }

    @Test
    void aClusterOfTheThirdVersionHasNoReplicas() {
        assertThat(only(", \"engineType\": \"INFLUXDB_V2\"", "").hasReplicas()).isTrue();
        assertThat(only(", \"engineType\": \"INFLUXDB_V3_CORE\"", "").hasReplicas())
                .isFalse();
        assertThat(only(", \"engineType\": \"INFLUXDB_V3_ENTERPRISE\"", "").hasReplicas())
                .isFalse();
    }

    private static InfluxDbCluster only(String listed, String members) {
        try (CannedAws aws = new CannedAws()
                .json(API + "ListDbClusters", "{\"items\": [" + listed("one", "AVAILABLE", listed) + "]}")
                .json(API + "GetDbCluster", "{\"id\": \"one\", \"name\": \"one\", \"arn\": \"a\"" + members + "}")
                .json(API + "ListTagsForResource", "{\"tags\": {}}")) {
            return (InfluxDbCluster)
                    aws.collect(InfluxDbCluster.class).resources().get(0);
        }
    }

    private static String listed(String name, String status, String members) {
        return """
                {"id": "%s", "name": "%s", "arn": "arn:aws:timestream-influxdb:us-east-1:111122223333:db-cluster/%s", "status": "%s",
                "deploymentType": "MULTI_NODE_READ_REPLICAS"%s}""".formatted(name, name, name, status, members);
    }
}

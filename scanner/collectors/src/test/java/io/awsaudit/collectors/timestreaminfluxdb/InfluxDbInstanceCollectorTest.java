package io.awsaudit.collectors.timestreaminfluxdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.timestreaminfluxdb.InfluxDbInstance;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of InfluxDB, with AWS's documented responses. */
class InfluxDbInstanceCollectorTest {
    private static final String API = "AmazonTimestreamInfluxDB.";

    @Test
    void instancesComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(
                        API + "ListDbInstances",
                        "{\"items\": [" + listed("one", "AVAILABLE") + "], \"nextToken\": \"more\"}")
                .json(
                        "\"nextToken\":\"more\"",
                        "{\"items\": [" + listed("two", "MODIFYING") + "," + listed("gone", "DELETING") + ","
                                + listed("long-gone", "DELETED") + "]}")
                .json(API + "GetDbInstance", "{\"id\": \"one\", \"name\": \"one\", \"arn\": \"a\"}")
                .json(API + "ListTagsForResource", "{\"tags\": {\"Owner\": \"me\"}}")) {
            assertThat(aws.collect(InfluxDbInstance.class).resources())
                    .allMatch(instance -> instance.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void whatIsLeftOutIsPrivateAndWithoutLogs() {
        InfluxDbInstance instance = only("");
        assertThat(instance.settings().knownTo(InfluxDbInstance.PUBLIC)).isFalse();
        assertThat(instance.settings().knownTo(InfluxDbInstance.UNLOGGED)).isTrue();
        assertThat(instance.deploymentType()).isEqualTo("WITH_MULTIAZ_STANDBY");
        assertThat(instance.settings().knownTo(InfluxDbInstance.ALONE)).isTrue();
    }

    @Test
    void anInstanceTellsTheClusterThatItIsIn() {
        assertThat(only(", \"dbClusterId\": \"c1\", \"instanceMode\": \"REPLICA\"")
                        .settings()
                        .knownTo(InfluxDbInstance.CLUSTERED))
                .isTrue();
    }

    @Test
    void anInstanceTellsItsNetworkAndWhereItsLogsGo() {
        InfluxDbInstance instance = only("""
                , "publiclyAccessible": true, "vpcSubnetIds": ["subnet-1"], "vpcSecurityGroupIds": ["sg-1"],
                "logDeliveryConfiguration": {"s3Configuration": {"bucketName": "logs", "enabled": true}}""");
        assertThat(instance.settings().knownTo(InfluxDbInstance.PUBLIC)).isTrue();
        assertThat(instance.settings().knownTo(InfluxDbInstance.UNLOGGED)).isFalse();
        assertThat(instance.edges())
                .extracting(edge -> edge.relation() + " " + edge.to())
                .containsExactly(
                        Relation.PROTECTED_BY + " arn:aws:ec2:us-east-1:111122223333:security-group/sg-1",
                        Relation.IN + " arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1");
    }

    @Test
    void logsThatAreTurnedOffGoNowhere() {
        assertThat(
                        only(", \"logDeliveryConfiguration\": {\"s3Configuration\": {\"bucketName\": \"logs\", \"enabled\": false}}")
                                .settings()
                                .knownTo(InfluxDbInstance.UNLOGGED))
                .isTrue();
    }

    private static InfluxDbInstance only(String members) {
        try (CannedAws aws = new CannedAws()
                .json(API + "ListDbInstances", "{\"items\": [" + listed("one", "AVAILABLE") + "]}")
                .json(API + "GetDbInstance", "{\"id\": \"one\", \"name\": \"one\", \"arn\": \"a\"" + members + "}")
                .json(API + "ListTagsForResource", "{\"tags\": {}}")) {
            return (InfluxDbInstance)
                    aws.collect(InfluxDbInstance.class).resources().get(0);
        }
    }

    private static String listed(String name, String status) {
        return """
                {"id": "%s", "name": "%s", "arn": "arn:aws:timestream-influxdb:us-east-1:111122223333:db-instance/%s", "status": "%s",
                "deploymentType": "WITH_MULTIAZ_STANDBY", "dbInstanceType": "db.influx.large"}""".formatted(name, name, name, status);
    }
}

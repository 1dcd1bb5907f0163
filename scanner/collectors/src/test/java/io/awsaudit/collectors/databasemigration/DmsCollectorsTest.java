package io.awsaudit.collectors.databasemigration;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.databasemigration.Certificate;
import io.awsaudit.inventory.databasemigration.Endpoint;
import io.awsaudit.inventory.databasemigration.EventSubscription;
import io.awsaudit.inventory.databasemigration.ReplicationInstance;
import io.awsaudit.inventory.databasemigration.ReplicationSubnetGroup;
import io.awsaudit.inventory.databasemigration.ReplicationTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** DMS, whose times the emulator writes in a form that the SDK does not read, with AWS's documented responses. */
class DmsCollectorsTest {
    private static final String API = "AmazonDMSv20160101.";
    private static final String TAGS = "{\"TagList\": [{\"Key\": \"Owner\", \"Value\": \"me\"}]}";
    private static final String DMS = "arn:aws:dms:us-east-1:111122223333:";

    @Test
    void instancesComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(
                        API + "DescribeReplicationInstances",
                        "{\"ReplicationInstances\": [" + instance("one", "available", "") + "], \"Marker\": \"more\"}")
                .json(
                        "\"Marker\":\"more\"",
                        "{\"ReplicationInstances\": [" + instance("two", "modifying", """
                                , "MultiAZ": true, "AutoMinorVersionUpgrade": true, "ReplicationInstanceClass": "dms.c6i.large",
                                "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/k",
                                "VpcSecurityGroups": [{"VpcSecurityGroupId": "sg-1", "Status": "active"}],
                                "ReplicationSubnetGroup": {"Subnets": [{"SubnetIdentifier": "subnet-1"}]}""")
                                + "," + instance("gone", "deleting", "") + "]}")
                .json(API + "ListTagsForResource", TAGS)) {
            List<ReplicationInstance> instances = all(aws, ReplicationInstance.class);
            assertThat(instances)
                    .allMatch(instance -> instance.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(ReplicationInstance::name)
                    .containsExactly("one", "two");
            assertThat(instances.get(0).multiAz() || instances.get(0).autoMinorVersionUpgrade())
                    .isFalse();
            assertThat(instances.get(0).publiclyAccessible()).isTrue();
            assertThat(instances.get(1).multiAz() && instances.get(1).autoMinorVersionUpgrade())
                    .isTrue();
            assertThat(instances.get(1).family()).isEqualTo("c6i");
            assertThat(instances.get(1).edges())
                    .extracting(edge -> edge.relation() + " " + edge.to())
                    .containsExactly(
                            Relation.ENCRYPTED_BY + " arn:aws:kms:us-east-1:111122223333:key/k",
                            Relation.PROTECTED_BY + " arn:aws:ec2:us-east-1:111122223333:security-group/sg-1",
                            Relation.IN + " arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1");
        }
    }

    @Test
    void aTaskTellsFromWhatOnItsComponentsLog() {
        ReplicationTask task = task("""
                {"Logging": {"EnableLogging": true, "LogComponents": [{"Id": "TARGET_APPLY", "Severity": "LOGGER_SEVERITY_DEFAULT"},
                {"Id": "TARGET_LOAD", "Severity": "LOGGER_SEVERITY_DETAILED_DEBUG"}, {"Id": "SOURCE_CAPTURE", "Severity": "LOGGER_SEVERITY_ERROR"},
                {"Id": "SOURCE_UNLOAD", "Severity": "LOGGER_SEVERITY_DEBUG"}]}}""");
        assertThat(task.isTargetLogged()).isTrue();
        assertThat(task.isSourceLogged()).isFalse();
        assertThat(task.edges())
                .extracting(edge -> edge.relation() + " " + edge.to())
                .containsExactly(
                        Relation.IN + " " + DMS + "rep:one",
                        Relation.ROUTES_TO + " " + DMS + "endpoint:to",
                        Relation.CREATED_FROM + " " + DMS + "endpoint:from");
    }

    @Test
    void aTaskThatHasItsLogTurnedOffLogsNothing() {
        ReplicationTask task = task("""
                {"Logging": {"EnableLogging": false, "LogComponents": [{"Id": "TARGET_APPLY", "Severity": "LOGGER_SEVERITY_DEFAULT"},
                {"Id": "TARGET_LOAD", "Severity": "LOGGER_SEVERITY_DEFAULT"}]}}""");
        assertThat(task.isTargetLogged()).isFalse();
        assertThat(task("{}").isTargetLogged()).isFalse();
    }

    @Test
    void aTaskWithoutSettingsIsAGap() {
        try (CannedAws aws = new CannedAws()
                .json(API + "DescribeReplicationTasks", "{\"ReplicationTasks\": [" + task("one", "running", "") + "]}")
                .json(API + "ListTagsForResource", TAGS)) {
            Inventory inventory = aws.collect(ReplicationTask.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .anySatisfy(
                            listing -> assertThat(listing.gap().map(Gap::detail).orElse(""))
                                    .contains("ReplicationTaskSettings"));
        }
    }

    @Test
    void endpointsTellHowTheyConnectAndNotWithWhat() {
        try (CannedAws aws = new CannedAws()
                .json(
                        API + "DescribeEndpoints",
                        "{\"Endpoints\": [" + endpoint("a-mysql", "mysql", """
                        , "SslMode": "verify-full", "Username": "keeper", "ExtraConnectionAttributes": "password=hush" """)
                                + ","
                                + endpoint("b-mongodb", "mongodb", ", \"MongoDbSettings\": {\"AuthType\": \"no\"}")
                                + "], \"Marker\": \"more\"}")
                .json(
                        "\"Marker\":\"more\"",
                        "{\"Endpoints\": ["
                                + endpoint("c-neptune", "neptune", ", \"NeptuneSettings\": {\"IamAuthEnabled\": true}")
                                + ","
                                + endpoint(
                                        "d-redis",
                                        "redis",
                                        ", \"RedisSettings\": {\"SslSecurityProtocol\": \"plaintext\"}")
                                + ","
                                + endpoint(
                                        "e-kafka", "kafka", ", \"KafkaSettings\": {\"SecurityProtocol\": \"sasl-ssl\"}")
                                + "," + endpoint("f-s3", "s3", ", \"S3Settings\": {}") + "]}")
                .json(API + "ListTagsForResource", TAGS)) {
            List<Endpoint> endpoints = all(aws, Endpoint.class);
            assertThat(endpoints)
                    .extracting(Endpoint::sslMode)
                    .containsExactly("verify-full", "none", "none", "none", "none", "none");
            assertThat(endpoints)
                    .extracting(Endpoint::hasSslMode)
                    .containsExactly(true, true, false, false, false, false);
            assertThat(endpoints.toString()).doesNotContain("hush", "keeper");
            assertThat(endpoints.get(1).mongoAuthentication()).contains("no");
            assertThat(endpoints.get(2).neptuneIamAuthentication()).isTrue();
            assertThat(endpoints.get(3).redisSecurityProtocol()).contains("plaintext");
            assertThat(endpoints.get(4).isPlainKafka()).isFalse();
        }
    }

    @Test
    void whatHasNoArnGetsTheOneThatPoliciesName() {
        try (CannedAws aws = new CannedAws()
                .json(API + "DescribeReplicationSubnetGroups", """
                        {"ReplicationSubnetGroups": [{"ReplicationSubnetGroupIdentifier": "private",
                        "Subnets": [{"SubnetIdentifier": "subnet-1"}]}]}""")
                .json(API + "DescribeEventSubscriptions", """
                        {"EventSubscriptionsList": [{"CustSubscriptionId": "events", "SnsTopicArn": "arn:aws:sns:us-east-1:111122223333:t",
                        "Enabled": true, "Status": "topic-not-exist"}]}""")
                .json(API + "ListTagsForResource", TAGS)) {
            assertThat(all(aws, ReplicationSubnetGroup.class)).singleElement().satisfies(group -> {
                assertThat(group.arn()).isEqualTo(new Arn(DMS + "subgrp:private"));
                assertThat(group.edges()).hasSize(1);
            });
            assertThat(all(aws, EventSubscription.class)).singleElement().satisfies(subscription -> {
                assertThat(subscription.arn()).isEqualTo(new Arn(DMS + "es:events"));
                assertThat(subscription.isSilent()).isTrue();
            });
        }
    }

    @Test
    void certificatesTellWhenTheyExpireAndWalletsDoNot() {
        try (CannedAws aws = new CannedAws()
                .json(API + "DescribeCertificates", """
                        {"Certificates": [{"CertificateIdentifier": "a", "CertificateArn": "%scert:a", "ValidToDate": 1.7E9},
                        {"CertificateIdentifier": "wallet", "CertificateArn": "%scert:w"}]}""".formatted(DMS, DMS))
                .json(API + "ListTagsForResource", TAGS)) {
            List<Certificate> certificates = all(aws, Certificate.class);
            assertThat(certificates.get(0).isExpired(Instant.parse("2026-01-01T00:00:00Z")))
                    .isTrue();
            assertThat(certificates.get(1).validUntil()).isEmpty();
        }
    }

    private static ReplicationTask task(String settings) {
        try (CannedAws aws = new CannedAws()
                .json(
                        API + "DescribeReplicationTasks",
                        "{\"ReplicationTasks\": ["
                                + task(
                                        "one",
                                        "running",
                                        ", \"ReplicationTaskSettings\": \""
                                                + settings.replace("\n", " ").replace("\"", "\\\"") + "\"")
                                + "," + task("gone", "deleting", "") + "]}")
                .json(API + "ListTagsForResource", TAGS)) {
            return all(aws, ReplicationTask.class).get(0);
        }
    }

    private static <R extends Resource> List<R> all(CannedAws aws, Class<R> type) {
        return aws.collect(type).resources().stream()
                .map(type::cast)
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    private static String instance(String name, String status, String members) {
        return """
                {"ReplicationInstanceIdentifier": "%s", "ReplicationInstanceArn": "%srep:%s", "ReplicationInstanceStatus": "%s",
                "PubliclyAccessible": true%s}""".formatted(name, DMS, name, status, members);
    }

    private static String endpoint(String name, String engine, String members) {
        return """
                {"EndpointIdentifier": "%s", "EndpointArn": "%sendpoint:%s", "EndpointType": "SOURCE", "EngineName": "%s",
                "Status": "active"%s}""".formatted(name, DMS, name, engine, members);
    }

    private static String task(String name, String status, String members) {
        return """
                {"ReplicationTaskIdentifier": "%s", "ReplicationTaskArn": "%stask:%s", "Status": "%s", "ReplicationInstanceArn": "%srep:one",
                "SourceEndpointArn": "%sendpoint:from", "TargetEndpointArn": "%sendpoint:to"%s}""".formatted(name, DMS, name, status, DMS, DMS, DMS, members);
    }
}

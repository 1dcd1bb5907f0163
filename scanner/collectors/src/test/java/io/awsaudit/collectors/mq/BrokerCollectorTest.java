package io.awsaudit.collectors.mq;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.mq.Broker;
import io.awsaudit.inventory.mq.BrokerSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of brokers, with AWS's documented responses. */
class BrokerCollectorTest {
    private static final String BROKERS = "GET /v1/brokers?";
    private static final String SETTINGS = """
        {"brokerId": "b-one", "engineVersion": "5.15.16", "publiclyAccessible": true, "tags": {"Owner": "me"}%s}\
        """;

    @Test
    void brokersComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = listed(broker("one", "RUNNING"), ", \"nextToken\": \"more\"", SETTINGS.formatted(""))
                .json("/v1/brokers/b-two", SETTINGS.formatted(""))
                .json(
                        "nextToken=more",
                        "{\"brokerSummaries\": [" + broker("two", "CREATION_IN_PROGRESS") + ","
                                + broker("old", "DELETION_IN_PROGRESS") + "]}")) {
            assertThat(aws.collect(Broker.class).resources())
                    .allMatch(broker -> broker.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void whatWasSetIsRead() {
        Broker broker = only(SETTINGS.formatted("""
            , "autoMinorVersionUpgrade": true, "storageType": "EBS", "subnetIds": ["subnet-1"], "securityGroups": ["sg-1"],
            "encryptionOptions": {"kmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/1", "useAwsOwnedKey": false},
            "logs": {"audit": true, "general": true, "auditLogGroup": "/aws/amazonmq/broker/b-one/audit",
            "generalLogGroup": "/aws/amazonmq/broker/b-one/general"}\
            """));
        assertThat(broker.isActiveMq()).isTrue();
        assertThat(broker.isSingleInstance()).isTrue();
        assertThat(broker.runsOneOf(java.util.List.of("ACTIVEMQ 5.15"))).isTrue();
        BrokerSettings settings = broker.settings().asOptional().orElseThrow();
        assertThat(settings)
                .matches(BrokerSettings.PUBLIC)
                .matches(BrokerSettings.ON_ONE_VOLUME)
                .matches(BrokerSettings.WITHOUT_AUDIT_LOGS.negate())
                .matches(BrokerSettings.WITHOUT_GENERAL_LOGS.negate())
                .matches(BrokerSettings.WITHOUT_UPGRADES.negate());
        assertThat(settings.kmsKey()).contains(new Arn("arn:aws:kms:us-east-1:111122223333:key/1"));
        assertThat(settings.auditLogGroup())
                .contains(new Arn("arn:aws:logs:us-east-1:111122223333:log-group:/aws/amazonmq/broker/b-one/audit"));
    }

    @Test
    void whatIsLeftOutIsOff() {
        assertThat(only(SETTINGS.formatted("")).settings().asOptional().orElseThrow())
                .matches(BrokerSettings.WITHOUT_AUDIT_LOGS)
                .matches(BrokerSettings.WITHOUT_GENERAL_LOGS)
                .matches(BrokerSettings.WITHOUT_UPGRADES)
                .matches(settings -> settings.kmsKey().isEmpty());
    }

    @Test
    void anAnswerThatDoesNotSayWhetherItIsPublicDecidesNothing() {
        Broker broker = only("{\"brokerId\": \"b-one\", \"engineVersion\": \"5.18\", \"tags\": {}}");
        assertThat(broker.settings().isKnown()).isFalse();
    }

    private static Broker only(String settings) {
        try (CannedAws aws = listed(broker("one", "RUNNING"), "", settings)) {
            return (Broker) aws.collect(Broker.class).resources().get(0);
        }
    }

    private static CannedAws listed(String brokers, String more, String settings) {
        return new CannedAws()
                .json("/v1/brokers/b-one", settings)
                .json(BROKERS, "{\"brokerSummaries\": [" + brokers + "]" + more + "}");
    }

    private static String broker(String name, String state) {
        return """
            {"brokerArn": "arn:aws:mq:us-east-1:111122223333:broker:%s:b-%s", "brokerId": "b-%s", "brokerName": "%s",
            "brokerState": "%s", "deploymentMode": "SINGLE_INSTANCE", "engineType": "ActiveMQ",
            "hostInstanceType": "mq.t2.micro"}\
            """.formatted(name, name, name, name, state);
    }
}

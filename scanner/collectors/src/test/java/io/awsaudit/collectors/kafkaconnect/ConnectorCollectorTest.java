package io.awsaudit.collectors.kafkaconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.kafkaconnect.Connector;
import io.awsaudit.inventory.kafkaconnect.Connector.Authentication;
import io.awsaudit.inventory.kafkaconnect.Connector.EncryptionInTransit;
import io.awsaudit.inventory.kafkaconnect.Connector.State;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** MSK Connect, which moto has not, with AWS's documented responses. */
class ConnectorCollectorTest {
    private static final String CONNECTORS = "GET /v1/connectors";

    @Test
    void connectorsComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = listed(connector("one", "RUNNING", ""), ", \"nextToken\": \"more\"")
                .json(
                        "nextToken=more",
                        "{\"connectors\": [" + connector("two", "FAILED", "") + "," + connector("old", "DELETING", "")
                                + "]}")) {
            assertThat(aws.collect(Connector.class).resources())
                    .allMatch(connector -> connector.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void whatWasSetIsRead() {
        Connector connector = only("""
            , "kafkaClusterEncryptionInTransit": {"encryptionType": "PLAINTEXT"},
            "kafkaClusterClientAuthentication": {"authenticationType": "NONE"},
            "logDelivery": {"workerLogDelivery": {"cloudWatchLogs": {"enabled": true, "logGroup": "connect"}}},
            "serviceExecutionRoleArn": "arn:aws:iam::111122223333:role/connect\"\
            """);
        assertThat(connector.state()).isEqualTo(State.RUNNING);
        assertThat(connector.encryptionInTransit()).isEqualTo(EncryptionInTransit.PLAINTEXT);
        assertThat(connector.authentication()).isEqualTo(Authentication.NONE);
        assertThat(connector.logged()).isTrue();
        assertThat(connector.logGroups())
                .containsExactly(new Arn("arn:aws:logs:us-east-1:111122223333:log-group:connect"));
        assertThat(connector.role()).contains(new Arn("arn:aws:iam::111122223333:role/connect"));
    }

    @Test
    void logsMayGoToABucketAlone() {
        assertThat(only("""
            , "logDelivery": {"workerLogDelivery": {"cloudWatchLogs": {"enabled": false}, "s3": {"enabled": true}}}\
            """).logged()).isTrue();
        assertThat(only("""
            , "logDelivery": {"workerLogDelivery": {"firehose": {"enabled": true, "deliveryStream": "d"}}}\
            """).logged()).isTrue();
    }

    @Test
    void whatLogsNothingLogsNothing() {
        assertThat(only("").logged()).isFalse();
        assertThat(only("""
            , "logDelivery": {"workerLogDelivery": {"cloudWatchLogs": {"enabled": false, "logGroup": "connect"}}}\
            """))
                .matches(connector ->
                        !connector.logged() && connector.logGroups().isEmpty());
    }

    private static Connector only(String members) {
        try (CannedAws aws = listed(connector("one", "RUNNING", members), "")) {
            return (Connector) aws.collect(Connector.class).resources().get(0);
        }
    }

    private static CannedAws listed(String connectors, String more) {
        return new CannedAws()
                .json("/v1/tags/", "{\"tags\": {\"Owner\": \"me\"}}")
                .json(CONNECTORS, "{\"connectors\": [" + connectors + "]" + more + "}");
    }

    private static String connector(String name, String state, String members) {
        return """
            {"connectorArn": "arn:aws:kafkaconnect:us-east-1:111122223333:connector/%s/1", "connectorName": "%s",
            "connectorState": "%s"%s}\
            """.formatted(name, name, state, members);
    }
}

package io.awsaudit.collectors.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.firehose.DeliveryStream;
import io.awsaudit.inventory.firehose.DeliveryStream.Destination;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of Firehose streams, with AWS's documented responses. */
class DeliveryStreamCollectorTest {
    private static final String LIST = "Firehose_20150804.ListDeliveryStreams";
    private static final String DESCRIBE = "Firehose_20150804.DescribeDeliveryStream";
    private static final String TAGS = "Firehose_20150804.ListTagsForDeliveryStream";
    private static final String LOGGED = "\"CloudWatchLoggingOptions\": {\"Enabled\": true, \"LogGroupName\": \"g\"}";

    @Test
    void streamsAndTagsComePageByPageAndThoseThatAreGoneAreNone() {
        try (CannedAws aws = listed("\"one\"", "true", described("ACTIVE", ""))
                .json(
                        "\"ExclusiveStartDeliveryStreamName\":\"one\"",
                        "{\"DeliveryStreamNames\": [\"two\", \"old\", \"stillborn\"], \"HasMoreDeliveryStreams\":"
                                + " false}")
                .json("\"DeliveryStreamName\":\"old\"", described("DELETING", ""))
                .json("\"DeliveryStreamName\":\"stillborn\"", described("CREATING_FAILED", ""))
                .json(TAGS, "{\"Tags\": [{\"Key\": \"a\", \"Value\": \"1\"}], \"HasMoreTags\": true}")
                .json(
                        "\"ExclusiveStartTagKey\":\"a\"",
                        "{\"Tags\": [{\"Key\": \"b\", \"Value\": \"2\"}], \"HasMoreTags\": false}")) {
            assertThat(aws.collect(DeliveryStream.class).resources())
                    .allMatch(stream -> stream.tags().knownToBe(Map.of("a", "1", "b", "2")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void whatWasNeverSetIsOff() {
        DeliveryStream stream = only(described("ACTIVE", ", \"Destinations\": []"));
        assertThat(stream.description().knownTo(DeliveryStream.UNENCRYPTED)).isTrue();
        assertThat(stream.description().knownTo(DeliveryStream.DIRECT)).isTrue();
        assertThat(stream.description().knownTo(DeliveryStream.WITH_CREDENTIALS))
                .isFalse();
    }

    @Test
    void anS3DestinationIsDescribedTwiceAndReadOnce() {
        DeliveryStream stream = only(described("ACTIVE", """
            , "DeliveryStreamEncryptionConfiguration": {"Status": "ENABLED", "KeyType": "CUSTOMER_MANAGED_CMK",
            "KeyARN": "arn:aws:kms:us-east-1:111122223333:key/1"}, "Destinations": [{"DestinationId": "d-1",
            "S3DestinationDescription": {"BucketARN": "arn:aws:s3:::orders"},
            "ExtendedS3DestinationDescription": {"BucketARN": "arn:aws:s3:::orders", %s, "S3BackupMode": "Disabled",
            "ProcessingConfiguration": {"Enabled": true, "Processors": [{"Type": "Lambda"}]}}}]\
            """.formatted(LOGGED)));
        assertThat(stream.description().knownNotTo(DeliveryStream.UNENCRYPTED)).isTrue();
        assertThat(stream.description().knownTo(DeliveryStream.FORGETTING)).isTrue();
        assertThat(stream.unlogged()).isEmpty();
        assertThat(stream.edges()).hasSize(2);
    }

    @Test
    void processorsThatAreNoFunctionsChangeNothing() {
        DeliveryStream stream = only(described("ACTIVE", """
            , "Destinations": [{"ExtendedS3DestinationDescription": {"BucketARN": "arn:aws:s3:::orders",
            "ProcessingConfiguration": {"Enabled": true, "Processors": [{"Type": "AppendDelimiterToRecord"}]}}}]\
            """));
        assertThat(stream.description().knownNotTo(DeliveryStream.TRANSFORMING)).isTrue();
        assertThat(stream.unlogged()).containsExactly("S3");
    }

    @Test
    void aTokenIsSeenAndNotKept() {
        DeliveryStream stream = only(described("ACTIVE", """
            , "Destinations": [{"SplunkDestinationDescription": {"HECToken": "b0a5b9d2-secret", "S3BackupMode": "AllEvents",
            "S3DestinationDescription": {"BucketARN": "arn:aws:s3:::failed"}}}]\
            """));
        assertThat(stream.holdingCredentials()).containsExactly("Splunk");
        assertThat(stream.toString()).doesNotContain("b0a5b9d2");
    }

    @Test
    void aCredentialInSecretsManagerIsNotWithTheStream() {
        for (String kind : List.of("Splunk", "Redshift", "Snowflake")) {
            DeliveryStream stream = only(described("ACTIVE", """
                , "Destinations": [{"%sDestinationDescription": {"SecretsManagerConfiguration": {"Enabled": true,
                "SecretARN": "arn:aws:secretsmanager:us-east-1:111122223333:secret:s"}}}]\
                """.formatted(kind)));
            assertThat(stream.description().knownTo(DeliveryStream.WITH_CREDENTIALS))
                    .isTrue();
            assertThat(stream.description().knownTo(DeliveryStream.HOLDING_CREDENTIALS))
                    .isFalse();
        }
    }

    @Test
    void everyKindOfDestinationIsKnown() {
        for (String kind : List.of(
                "S3",
                "HttpEndpoint",
                "Amazonopensearchservice",
                "Elasticsearch",
                "AmazonOpenSearchServerless",
                "Iceberg")) {
            DeliveryStream stream = only(described(
                    "ACTIVE", ", \"Destinations\": [{\"" + kind + "DestinationDescription\": {" + LOGGED + "}}]"));
            assertThat(stream.description().asOptional().orElseThrow().destinations())
                    .hasSize(1)
                    .allMatch(Destination::errorsLogged);
        }
    }

    @Test
    void aDestinationThatNobodyKnowsDecidesNothing() {
        assertThat(only(described("ACTIVE", ", \"Destinations\": [{\"DestinationId\": \"d-1\"}]"))
                        .description()
                        .isKnown())
                .isFalse();
    }

    @Test
    void theSourceIsRead() {
        DeliveryStream stream = only("""
            {"DeliveryStreamDescription": {"DeliveryStreamStatus": "ACTIVE", "DeliveryStreamType": "KinesisStreamAsSource",
            "Source": {"KinesisStreamSourceDescription": {"KinesisStreamARN": "arn:aws:kinesis:us-east-1:111122223333:stream/s"}},
            "Destinations": []}}\
            """);
        assertThat(stream.description().knownNotTo(DeliveryStream.DIRECT)).isTrue();
        assertThat(stream.description().asOptional().orElseThrow().source())
                .contains(new Arn("arn:aws:kinesis:us-east-1:111122223333:stream/s"));
    }

    private static DeliveryStream only(String description) {
        try (CannedAws aws = listed("\"one\"", "false", description)) {
            return (DeliveryStream)
                    aws.collect(DeliveryStream.class).resources().get(0);
        }
    }

    private static CannedAws listed(String names, String more, String description) {
        return new CannedAws()
                .json(DESCRIBE, description)
                .json(TAGS, "{\"Tags\": [], \"HasMoreTags\": false}")
                .json(LIST, "{\"DeliveryStreamNames\": [" + names + "], \"HasMoreDeliveryStreams\": " + more + "}");
    }

    private static String described(String status, String members) {
        return """
            {"DeliveryStreamDescription": {"DeliveryStreamStatus": "%s", "DeliveryStreamType": "DirectPut"%s}}\
            """.formatted(status, members);
    }
}

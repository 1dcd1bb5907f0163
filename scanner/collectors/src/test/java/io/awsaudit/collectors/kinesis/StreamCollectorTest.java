package io.awsaudit.collectors.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.kinesis.Stream;
import io.awsaudit.inventory.policy.Policy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of data streams, with AWS's documented responses. */
class StreamCollectorTest {
    private static final String LIST = "Kinesis_20131202.ListStreams";
    private static final String DESCRIBE = "Kinesis_20131202.DescribeStreamSummary";
    private static final String POLICY = "Kinesis_20131202.GetResourcePolicy";
    private static final String TAGS = "Kinesis_20131202.ListTagsForStream";

    @Test
    void streamsAndTagsComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = listed("\"one\"", "true, \"NextToken\": \"more\"")
                .json("\"NextToken\":\"more\"", "{\"StreamNames\": [\"two\", \"old\"], \"HasMoreStreams\": false}")
                .json("\"StreamName\":\"old\"", summary("DELETING", ""))) {
            assertThat(aws.collect(Stream.class).resources())
                    .allMatch(stream -> stream.tags().knownToBe(Map.of("a", "1", "b", "2")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void aPageThatHidesTheNextOneBreaksOffTheListing() {
        try (CannedAws aws = listed("\"one\"", "true")) {
            Inventory inventory = aws.collect(Stream.class);
            assertThat(inventory.coverage().listings())
                    .anyMatch(listing -> listing.gap().isPresent());
        }
    }

    @Test
    void whatWasNeverSetIsKnown() {
        try (CannedAws aws = listed("\"one\"", "false")) {
            Stream stream = only(aws);
            assertThat(stream.policy().knownToBe(Policy.NONE)).isTrue();
            assertThat(stream.description().knownTo(Stream.UNENCRYPTED)).isTrue();
            assertThat(stream.forgetsBefore(25)).isTrue();
            assertThat(stream.forgetsBefore(24)).isFalse();
        }
    }

    @Test
    void whatWasSetIsRead() {
        try (CannedAws aws = listed("\"one\"", "false")
                .json(DESCRIBE, summary("ACTIVE", """
                    , "EncryptionType": "KMS", "KeyId": "arn:aws:kms:us-east-1:111122223333:key/1\"\
                    """))
                .json(POLICY, """
                    {"Policy": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":{\\"Sid\\":\\"Open\\",\\"Effect\\":\\"Allow\\",\
                    \\"Principal\\":\\"*\\",\\"Action\\":\\"kinesis:GetRecords\\",\\"Resource\\":\\"*\\"}}"}\
                    """)) {
            Stream stream = only(aws);
            assertThat(stream.description().knownNotTo(Stream.UNENCRYPTED)).isTrue();
            assertThat(stream.edges()).hasSize(1);
            assertThat(stream.policy().knownTo(Policy.OPEN)).isTrue();
        }
    }

    @Test
    void anEmptyDocumentIsNoPolicy() {
        try (CannedAws aws = listed("\"one\"", "false").json(POLICY, "{\"Policy\": \"{}\"}")) {
            assertThat(only(aws).policy().knownToBe(Policy.NONE)).isTrue();
        }
    }

    private static Stream only(CannedAws aws) {
        return (Stream) aws.collect(Stream.class).resources().get(0);
    }

    private static CannedAws listed(String names, String more) {
        return new CannedAws()
                .answer(
                        POLICY,
                        400,
                        "application/x-amz-json-1.1",
                        "{\"__type\": \"ResourceNotFoundException\", \"message\": \"no policy\"}")
                .json(TAGS, "{\"Tags\": [{\"Key\": \"a\", \"Value\": \"1\"}], \"HasMoreTags\": true}")
                .json(
                        "\"ExclusiveStartTagKey\":\"a\"",
                        "{\"Tags\": [{\"Key\": \"b\", \"Value\": \"2\"}], \"HasMoreTags\": false}")
                .json(DESCRIBE, summary("ACTIVE", ""))
                .json(LIST, "{\"StreamNames\": [" + names + "], \"HasMoreStreams\": " + more + "}");
    }

    private static String summary(String status, String members) {
        return """
            {"StreamDescriptionSummary": {"StreamStatus": "%s", "StreamModeDetails": {"StreamMode": "ON_DEMAND"},
            "RetentionPeriodHours": 24, "StreamCreationTimestamp": 1.7E9, "OpenShardCount": 4%s}}\
            """.formatted(status, members);
    }
}

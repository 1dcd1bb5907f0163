package io.awsaudit.collectors.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.sqs.Queue;
import io.awsaudit.inventory.sqs.QueueAttributes;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of queues, with AWS's documented responses. */
class QueueCollectorTest {
    private static final String ARN = "arn:aws:sqs:us-east-1:111122223333:";
    private static final String URL = "https://sqs.us-east-1.amazonaws.com/111122223333/";
    private static final String LIST = "AmazonSQS.ListQueues";
    private static final String ATTRIBUTES = "AmazonSQS.GetQueueAttributes";
    private static final String TAGS = "AmazonSQS.ListQueueTags";

    @Test
    void queuesComePageByPageWhichOnlyThoseGetThatNameTheSizeOfOne() {
        try (CannedAws aws = queue("{\"QueueArn\": \"" + ARN + "one\"}")
                .json(LIST, "{\"QueueUrls\": [\"" + URL + "one\"], \"NextToken\": \"more\"}")
                .json("\"NextToken\":\"more\"", "{\"QueueUrls\": [\"" + URL + "two\"]}")) {
            assertThat(aws.collect(Queue.class).resources())
                    .extracting(Resource::arn)
                    .containsExactly(new Arn(ARN + "one"), new Arn(ARN + "two"));
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(LIST))
                    .hasSize(2)
                    .allMatch(request -> request.contains("\"MaxResults\":1000"));
        }
    }

    @Test
    void aRegionWithoutQueuesIsSeenToHaveNone() {
        try (CannedAws aws = new CannedAws().json(LIST, "{}")) {
            var inventory = aws.collect(Queue.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .isNotEmpty()
                    .allMatch(listing -> listing.gap().isEmpty());
        }
    }

    @Test
    void whatWasNeverSetIsKnown() {
        try (CannedAws aws = queue("{\"QueueArn\": \"" + ARN + "one\", \"SqsManagedSseEnabled\": \"false\"}")) {
            Queue queue = only(aws);
            assertThat(queue.attributes().knownTo(QueueAttributes.UNENCRYPTED)).isTrue();
            assertThat(queue.attributes().knownTo(QueueAttributes.KEEPS_DEAD_LETTERS))
                    .isTrue();
            assertThat(queue.attributes().asOptional().orElseThrow().policy()).isEqualTo(Policy.NONE);
            assertThat(queue.tags().knownToBe(Map.of())).isTrue();
        }
    }

    @Test
    void whatWasSetIsRead() {
        try (CannedAws aws = queue("""
                {"QueueArn": "%sone", "SqsManagedSseEnabled": "false", "KmsMasterKeyId": "arn:aws:kms:us-east-1:111122223333:key/k", "MessageRetentionPeriod": "345600",
                 "RedrivePolicy": "{\\"deadLetterTargetArn\\":\\"%sdead\\",\\"maxReceiveCount\\":5}",
                 "Policy": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":{\\"Sid\\":\\"Open\\",\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\",\
                \\"Action\\":\\"sqs:*\\",\\"Resource\\":\\"*\\"}}"}""".formatted(ARN, ARN)).json(TAGS, "{\"Tags\": {\"Owner\": \"me\"}}")) {
            Queue queue = only(aws);
            assertThat(queue.attributes().knownTo(QueueAttributes.UNENCRYPTED)).isFalse();
            assertThat(queue.attributes().knownTo(QueueAttributes.PUBLIC)).isTrue();
            assertThat(queue.deadLetterQueue()).contains(new Arn(ARN + "dead"));
            assertThat(queue.attributes().asOptional().orElseThrow().messageRetentionSeconds())
                    .hasValue(345_600);
            assertThat(queue.tags().knownToBe(Map.of("Owner", "me"))).isTrue();
            assertThat(queue.edges())
                    .containsExactly(
                            new Edge(
                                    queue.arn(),
                                    Relation.ENCRYPTED_BY,
                                    new Arn("arn:aws:kms:us-east-1:111122223333:key/k")),
                            new Edge(queue.arn(), Relation.DELIVERS_TO, new Arn(ARN + "dead")));
        }
    }

    @Test
    void aRefusalLeavesTheAttributesUnknown() {
        try (CannedAws aws = queue("{}")
                .answer(
                        ATTRIBUTES,
                        403,
                        "application/x-amz-json-1.0",
                        "{\"__type\": \"com.amazonaws.sqs#AccessDenied\", \"message\": \"no\"}")) {
            assertThat(only(aws).attributes().isKnown()).isFalse();
        }
    }

    private static CannedAws queue(String attributes) {
        return new CannedAws()
                .json(LIST, "{\"QueueUrls\": [\"" + URL + "one\"]}")
                .json(ATTRIBUTES, "{\"Attributes\": " + attributes + "}")
                .json(TAGS, "{}");
    }

    private static Queue only(CannedAws aws) {
        return (Queue) aws.collect(Queue.class).resources().get(0);
    }
}

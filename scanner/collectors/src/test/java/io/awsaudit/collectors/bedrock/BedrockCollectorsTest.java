package io.awsaudit.collectors.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.bedrock.Guardrail;
import io.awsaudit.inventory.bedrock.ModelInvocationLogging;
import io.awsaudit.inventory.bedrock.ProvisionedModelThroughput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of Bedrock: it has neither guardrails nor provisioned capacity. */
class BedrockCollectorsTest {
    private static final String ARN = "arn:aws:bedrock:us-east-1:111122223333:";

    @Test
    void loggingThatWasNeverSetUpIsKnown() {
        try (CannedAws aws = new CannedAws().json("GET /logging/modelinvocations", "{}")) {
            assertThat(logging(aws).destinations().knownTo(ModelInvocationLogging.NONE))
                    .isTrue();
        }
    }

    @Test
    void destinationsOfLogsAreRead() {
        try (CannedAws aws = new CannedAws()
                .json(
                        "GET /logging/modelinvocations",
                        "{\"loggingConfig\": {\"s3Config\": {\"bucketName\": \"logs\"}}}")) {
            assertThat(logging(aws).destinations().knownNotTo(ModelInvocationLogging.NONE))
                    .isTrue();
        }
    }

    @Test
    void guardrailsComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = aws().json(
                        "GET /guardrails?",
                        "{\"guardrails\": [" + guardrail("one", "READY") + "], \"nextToken\": \"more\"}")
                .json(
                        "nextToken=more",
                        "{\"guardrails\": [" + guardrail("two", "READY") + "," + guardrail("old", "DELETING") + "]}")
                .json("GET /guardrails/one", """
                    {"guardrailId": "one", "kmsKeyArn": "arn:aws:kms:us-east-1:111122223333:key/0a",
                    "contentPolicy": {"filters": [{"type": "HATE", "inputStrength": "LOW", "outputStrength": "LOW"},
                    {"type": "PROMPT_ATTACK", "inputStrength": "HIGH", "outputStrength": "NONE"}]},
                    "sensitiveInformationPolicy": {"regexes": [{"name": "id", "pattern": "x", "action": "BLOCK"}]}}\
                    """)
                .json("GET /guardrails/two", """
                    {"guardrailId": "two", "contentPolicy": {"filters": [{"type": "PROMPT_ATTACK",
                    "inputStrength": "HIGH", "inputEnabled": false, "outputStrength": "NONE"}]}}\
                    """)) {
            List<Guardrail> guardrails = aws.collect(Guardrail.class).resources().stream()
                    .map(Guardrail.class::cast)
                    .toList();
            assertThat(guardrails).extracting(Resource::name).containsExactly("one", "two");
            assertThat(guardrails).allMatch(guardrail -> guardrail.tags().knownToBe(Map.of("Owner", "me")));
            Guardrail one = guardrails.get(0);
            assertThat(one.settings().knownNotTo(Guardrail.OPEN_TO_ATTACKS)).isTrue();
            assertThat(one.settings().knownNotTo(Guardrail.BLIND_TO_PERSONAL_DATA))
                    .isTrue();
            assertThat(one.settings().knownNotTo(Guardrail.WITHOUT_KEY)).isTrue();
            Guardrail two = guardrails.get(1);
            assertThat(two.settings().knownTo(Guardrail.OPEN_TO_ATTACKS)).isTrue();
            assertThat(two.settings().knownTo(Guardrail.BLIND_TO_PERSONAL_DATA)).isTrue();
            assertThat(two.settings().knownTo(Guardrail.WITHOUT_KEY)).isTrue();
        }
    }

    @Test
    void capacityWithoutACommitmentAgesFromWhenItWasMade() {
        try (CannedAws aws = aws().json("GET /provisioned-model-throughputs", """
            {"provisionedModelSummaries": [{"provisionedModelName": "one", "provisionedModelArn":
            "%sprovisioned-model/one", "status": "InService", "creationTime": "2025-11-01T00:00:00Z"},
            {"provisionedModelName": "two", "provisionedModelArn": "%sprovisioned-model/two", "status": "InService",
            "commitmentDuration": "OneMonth", "creationTime": "2025-11-01T00:00:00Z"}]}\
            """.formatted(ARN, ARN))) {
            assertThat(aws.collect(ProvisionedModelThroughput.class).resources())
                    .extracting(throughput -> ((ProvisionedModelThroughput) throughput)
                            .isUncommittedFor(30, Instant.parse("2026-01-01T00:00:00Z")))
                    .containsExactly(true, false);
        }
    }

    private static ModelInvocationLogging logging(CannedAws aws) {
        return (ModelInvocationLogging)
                aws.collect(ModelInvocationLogging.class).resources().get(0);
    }

    private static CannedAws aws() {
        return new CannedAws()
                .json("POST /listTagsForResource", "{\"tags\": [{\"key\": \"Owner\", \"value\": \"me\"}]}");
    }

    private static String guardrail(String id, String status) {
        return "{\"id\": \"" + id + "\", \"arn\": \"" + ARN + "guardrail/" + id + "\", \"name\": \"" + id
                + "\", \"version\": \"DRAFT\", \"status\": \"" + status + "\"}";
    }
}

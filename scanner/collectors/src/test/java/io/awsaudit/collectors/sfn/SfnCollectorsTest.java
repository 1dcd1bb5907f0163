package io.awsaudit.collectors.sfn;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.sfn.Activity;
import io.awsaudit.inventory.sfn.StateMachine;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of Step Functions, with AWS's documented responses. */
class SfnCollectorsTest {
    private static final String LIST = "AWSStepFunctions.ListStateMachines";
    private static final String DESCRIBE = "AWSStepFunctions.DescribeStateMachine";
    private static final String TAGS = "AWSStepFunctions.ListTagsForResource";
    private static final String WITHOUT_DEFINITION = "METADATA_ONLY";

    @Test
    void stateMachinesComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = listed("")
                .json(LIST, "{\"stateMachines\": [" + machine("one") + "], \"nextToken\": \"more\"}")
                .json("\"nextToken\":\"more\"", "{\"stateMachines\": [" + machine("two") + "," + machine("old") + "]}")
                .json("stateMachine:old", described("DELETING", ""))) {
            assertThat(aws.collect(StateMachine.class).resources())
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void whatWasNeverSetIsOff() {
        StateMachine machine = only(listed(""));
        assertThat(machine.settings().knownTo(StateMachine.UNLOGGED)).isTrue();
        assertThat(machine.settings().knownTo(StateMachine.UNTRACED)).isTrue();
        assertThat(machine.definitionSecrets().knownTo(Secret.NONE)).isTrue();
        assertThat(machine.tags().knownToBe(Map.of("Owner", "me"))).isTrue();
    }

    @Test
    void whatWasSetIsRead() {
        StateMachine machine = only(listed("""
            , "loggingConfiguration": {"level": "ERROR", "destinations": [{"cloudWatchLogsLogGroup":
            {"logGroupArn": "arn:aws:logs:us-east-1:111122223333:log-group:g:*"}}]},
            "tracingConfiguration": {"enabled": true}, "encryptionConfiguration":
            {"type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/1"}\
            """));
        assertThat(machine.settings().knownNotTo(StateMachine.UNLOGGED)).isTrue();
        assertThat(machine.settings().knownNotTo(StateMachine.UNTRACED)).isTrue();
        assertThat(machine.settings().asOptional().orElseThrow().logGroups())
                .containsExactly(new Arn("arn:aws:logs:us-east-1:111122223333:log-group:g"));
        assertThat(machine.edges()).hasSize(3);
    }

    @Test
    void aCredentialInADefinitionIsSeenAndNotKept() {
        String token = "ghp_" + "Ab1".repeat(12);
        StateMachine machine = only(listed("")
                .json(
                        "ALL_DATA",
                        described(
                                "ACTIVE",
                                ", \"definition\": \"{\\\"States\\\": {\\\"Call\\\": {\\\"Parameters\\\":"
                                        + " {\\\"token\\\": \\\""
                                        + token + "\\\"}}}}\"")));
        assertThat(machine.definitionSecrets().knownNotTo(Secret.NONE)).isTrue();
        assertThat(machine.toString()).doesNotContain(token);
    }

    @Test
    void aDefinitionThatOneMayNotDecryptHidesNoSettings() {
        StateMachine machine = only(listed("")
                .answer(
                        "ALL_DATA",
                        400,
                        "application/x-amz-json-1.0",
                        "{\"__type\": \"KmsAccessDeniedException\", \"message\": \"no\"}"));
        assertThat(machine.definitionSecrets().isKnown()).isFalse();
        assertThat(machine.settings().isKnown()).isTrue();
    }

    @Test
    void activitiesComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .json(TAGS, "{\"tags\": [{\"key\": \"Owner\", \"value\": \"me\"}]}")
                .json(
                        "AWSStepFunctions.ListActivities",
                        "{\"activities\": [" + activity("one") + "], \"nextToken\": \"more\"}")
                .json("\"nextToken\":\"more\"", "{\"activities\": [" + activity("two") + "]}")) {
            assertThat(aws.collect(Activity.class).resources())
                    .allMatch(activity -> activity.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    private static StateMachine only(CannedAws aws) {
        try (aws) {
            return (StateMachine) aws.collect(StateMachine.class).resources().get(0);
        }
    }

    private static CannedAws listed(String members) {
        return new CannedAws()
                .json(TAGS, "{\"tags\": [{\"key\": \"Owner\", \"value\": \"me\"}]}")
                .json(LIST, "{\"stateMachines\": [" + machine("one") + "]}")
                .json(DESCRIBE, described("ACTIVE", ", \"definition\": \"{\\\"StartAt\\\": \\\"Wait\\\"}\""))
                .json(WITHOUT_DEFINITION, described("ACTIVE", members));
    }

    private static String machine(String name) {
        return """
            {"stateMachineArn": "arn:aws:states:us-east-1:111122223333:stateMachine:%s", "name": "%s", "type": "EXPRESS",
            "creationDate": 1700000000}\
            """.formatted(name, name);
    }

    private static String described(String status, String members) {
        return """
            {"status": "%s", "type": "EXPRESS", "roleArn": "arn:aws:iam::111122223333:role/r", "name": "one"%s}\
            """.formatted(status, members);
    }

    private static String activity(String name) {
        return """
            {"activityArn": "arn:aws:states:us-east-1:111122223333:activity:%s", "name": "%s", "creationDate": 1700000000}\
            """.formatted(name, name);
    }
}

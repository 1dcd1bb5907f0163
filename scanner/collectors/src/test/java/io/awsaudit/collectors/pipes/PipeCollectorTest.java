package io.awsaudit.collectors.pipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.pipes.Pipe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of pipes, with AWS's documented responses. */
class PipeCollectorTest {
    @Test
    void pipesComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = listed(pipe("one", "RUNNING"), ", \"NextToken\": \"more\"", "")
                .json(
                        "NextToken=more",
                        "{\"Pipes\": [" + pipe("two", "START_FAILED") + "," + pipe("old", "DELETING") + "]}")) {
            List<Resource> pipes = aws.collect(Pipe.class).resources();
            assertThat(pipes)
                    .allMatch(pipe -> pipe.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
            assertThat(pipes).extracting(pipe -> ((Pipe) pipe).hasFailed()).containsExactly(false, true);
        }
    }

    @Test
    void whatWasNeverSetIsOff() {
        Pipe pipe = only("");
        assertThat(pipe.settings().knownTo(Pipe.UNLOGGED)).isTrue();
        assertThat(pipe.settings().knownTo(Pipe.LOSING)).isTrue();
        assertThat(pipe.readsStream()).isTrue();
    }

    @Test
    void whatWasTurnedOffIsOff() {
        assertThat(only(", \"LogConfiguration\": {\"Level\": \"OFF\"}")
                        .settings()
                        .knownTo(Pipe.UNLOGGED))
                .isTrue();
    }

    @Test
    void whatWasSetIsReadWithoutWhatIsSent() {
        for (String source : List.of("KinesisStreamParameters", "DynamoDBStreamParameters")) {
            Pipe pipe = only("""
                , "LogConfiguration": {"Level": "ERROR"}, "RoleArn": "arn:aws:iam::111122223333:role/r",
                "SourceParameters": {"%s": {"StartingPosition": "LATEST",
                "DeadLetterConfig": {"Arn": "arn:aws:sqs:us-east-1:111122223333:dead"}}},
                "TargetParameters": {"InputTemplate": "hunter2"}\
                """.formatted(source));
            assertThat(pipe.settings().knownTo(Pipe.UNLOGGED)).isFalse();
            assertThat(pipe.settings().knownNotTo(Pipe.LOSING)).isTrue();
            assertThat(pipe.toString()).doesNotContain("hunter2");
        }
    }

    private static Pipe only(String members) {
        try (CannedAws aws = listed(pipe("one", "RUNNING"), "", members)) {
            return (Pipe) aws.collect(Pipe.class).resources().get(0);
        }
    }

    private static CannedAws listed(String pipes, String more, String members) {
        return new CannedAws()
                .json("GET /v1/pipes/", "{\"Name\": \"one\", \"Tags\": {\"Owner\": \"me\"}" + members + "}")
                .json("GET /v1/pipes?", "{\"Pipes\": [" + pipes + "]" + more + "}");
    }

    private static String pipe(String name, String state) {
        return """
            {"Name": "%s", "Arn": "arn:aws:pipes:us-east-1:111122223333:pipe/%s", "CurrentState": "%s",
            "Source": "arn:aws:kinesis:us-east-1:111122223333:stream/s",
            "Target": "arn:aws:lambda:us-east-1:111122223333:function:f"}\
            """.formatted(name, name, state);
    }
}

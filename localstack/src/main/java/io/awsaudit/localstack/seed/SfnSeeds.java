package io.awsaudit.localstack.seed;

import java.util.List;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.LogLevel;
import software.amazon.awssdk.services.sfn.model.Tag;

/** State machines and activities. */
final class SfnSeeds implements Seeds {
    private static final String WAITS = """
        {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 1, "End": true}}}\
        """;

    /** The form of a token of GitHub, and no token. */
    private static final String CALLS = """
        {"StartAt": "Call", "States": {"Call": {"Type": "Pass", "End": true, "Parameters": {"token": "%s"}}}}\
        """.formatted("ghp_" + "Ab1".repeat(12));

    @Override
    public void insecure(EmulatedAccount account) {
        SfnClient sfn = account.client(SfnClient.builder());
        machine(sfn, account, "insecure-without-log", WAITS, LogLevel.OFF, true, true);
        machine(sfn, account, "insecure-without-tracing", WAITS, LogLevel.ERROR, false, true);
        machine(sfn, account, "insecure-with-token", CALLS, LogLevel.ERROR, true, true);
        machine(sfn, account, "insecure-untagged", WAITS, LogLevel.ERROR, true, false);
        sfn.createActivity(request -> request.name("insecure-untagged"));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        SfnClient sfn = account.client(SfnClient.builder());
        machine(sfn, account, "hardened-machine", WAITS, LogLevel.ERROR, true, true);
        sfn.createActivity(request -> request.name("hardened-activity").tags(owner()));
    }

    private static void machine(
            SfnClient sfn,
            EmulatedAccount account,
            String name,
            String definition,
            LogLevel level,
            boolean traced,
            boolean tagged) {
        sfn.createStateMachine(request -> request.name(name)
                .definition(definition)
                .roleArn("arn:aws:iam::" + account.id() + ":role/states")
                .loggingConfiguration(logging -> logging.level(level)
                        .includeExecutionData(false)
                        .destinations(destination ->
                                destination.cloudWatchLogsLogGroup(group -> group.logGroupArn("arn:aws:logs:"
                                        + EmulatedAccount.HOME.id() + ":" + account.id() + ":log-group:states:*"))))
                .tracingConfiguration(tracing -> tracing.enabled(traced))
                .tags(tagged ? owner() : List.of()));
    }

    private static List<Tag> owner() {
        return List.of(Tag.builder().key("Owner").value("data").build());
    }
}

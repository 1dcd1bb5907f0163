package io.awsaudit.localstack.seed;

import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.pipes.PipesClient;
import software.amazon.awssdk.services.pipes.model.KinesisStreamStartPosition;
import software.amazon.awssdk.services.pipes.model.LogLevel;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;

/** Event buses with rules, schedules and pipes, whose targets and queues need not be there. moto has no global endpoints. */
final class EventBridgeSeeds implements Seeds {
    private static final String POLICY = """
        {"Version": "2012-10-17", "Statement": [{"Sid": "Send", "Effect": "Allow", "Principal": {"AWS": "%s"},
        "Action": "events:PutEvents", "Resource": "*"}]}\
        """;
    private static final String PATTERN = "{\"source\": [\"orders\"]}";

    @Override
    public void insecure(EmulatedAccount account) {
        EventBridgeClient events = account.client(EventBridgeClient.builder());
        bus(events, "insecure-public", true, "*");
        bus(events, "insecure-untagged", false, account.id());
        events.createEventBus(request -> request.name("insecure-without-policy").tags(owner()));
        rule(events, "insecure-loses-events", true);
        events.putTargets(request -> request.rule("insecure-loses-events")
                .targets(target -> target.id("one").arn(queue(account, "orders"))));
        rule(events, "insecure-without-targets", true);
        rule(events, "insecure-untagged", false);
        target(events, account, "insecure-untagged");
        SchedulerClient scheduler = account.client(SchedulerClient.builder());
        scheduler.createScheduleGroup(request -> request.name("insecure-untagged"));
        schedule(scheduler, account, "insecure-untagged", "insecure-loses-runs", "rate(1 day)", false);
        schedule(scheduler, account, "insecure-untagged", "insecure-is-over", "at(2020-01-01T00:00:00)", true);
        PipesClient pipes = account.client(PipesClient.builder());
        pipe(pipes, account, "insecure-loses-records", false, LogLevel.ERROR, true);
        pipe(pipes, account, "insecure-without-log", true, LogLevel.OFF, true);
        pipe(pipes, account, "insecure-untagged", true, LogLevel.ERROR, false);
    }

    @Override
    public void hardened(EmulatedAccount account) {
        EventBridgeClient events = account.client(EventBridgeClient.builder());
        bus(events, "hardened-bus", true, account.id());
        rule(events, "hardened-rule", true);
        target(events, account, "hardened-rule");
        SchedulerClient scheduler = account.client(SchedulerClient.builder());
        scheduler.createScheduleGroup(request ->
                request.name("hardened-group").tags(tag -> tag.key("Owner").value("data")));
        schedule(scheduler, account, "hardened-group", "hardened-schedule", "rate(1 day)", true);
        pipe(account.client(PipesClient.builder()), account, "hardened-pipe", true, LogLevel.ERROR, true);
    }

    private static void bus(EventBridgeClient events, String name, boolean tagged, String principal) {
        events.createEventBus(request -> request.name(name).tags(tagged ? owner() : List.of()));
        events.putPermission(request -> request.eventBusName(name).policy(POLICY.formatted(principal)));
    }

    private static void rule(EventBridgeClient events, String name, boolean tagged) {
        events.putRule(request -> request.name(name).eventPattern(PATTERN).tags(tagged ? owner() : List.of()));
    }

    private static void target(EventBridgeClient events, EmulatedAccount account, String rule) {
        events.putTargets(request -> request.rule(rule)
                .targets(target -> target.id("one")
                        .arn(queue(account, "orders"))
                        .deadLetterConfig(dead -> dead.arn(queue(account, "dead-letters")))));
    }

    private static void schedule(
            SchedulerClient scheduler,
            EmulatedAccount account,
            String group,
            String name,
            String expression,
            boolean keeps) {
        scheduler.createSchedule(request -> request.groupName(group)
                .name(name)
                .scheduleExpression(expression)
                .scheduleExpressionTimezone("UTC")
                .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                .target(target -> {
                    target.arn(queue(account, "orders")).roleArn("arn:aws:iam::" + account.id() + ":role/scheduler");
                    if (keeps) {
                        target.deadLetterConfig(dead -> dead.arn(queue(account, "dead-letters")));
                    }
                }));
    }

    private static void pipe(
            PipesClient pipes, EmulatedAccount account, String name, boolean keeps, LogLevel level, boolean tagged) {
        pipes.createPipe(request -> {
            request.name(name)
                    .roleArn("arn:aws:iam::" + account.id() + ":role/pipe")
                    .source("arn:aws:kinesis:" + EmulatedAccount.HOME.id() + ":" + account.id() + ":stream/orders")
                    .sourceParameters(source -> source.kinesisStreamParameters(stream -> {
                        stream.startingPosition(KinesisStreamStartPosition.LATEST);
                        if (keeps) {
                            stream.deadLetterConfig(dead -> dead.arn(queue(account, "dead-letters")));
                        }
                    }))
                    .target(queue(account, "orders"))
                    .logConfiguration(log -> log.level(level));
            if (tagged) {
                request.tags(java.util.Map.of("Owner", "data"));
            }
        });
    }

    private static String queue(EmulatedAccount account, String name) {
        return "arn:aws:sqs:" + EmulatedAccount.HOME.id() + ":" + account.id() + ":" + name;
    }

    private static List<Tag> owner() {
        return List.of(Tag.builder().key("Owner").value("data").build());
    }
}

package io.awsaudit.collectors.scheduler;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.scheduler.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.DeadLetterConfig;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.scheduler.model.TargetSummary;

/** Reads schedules of all groups, without what they send. */
final class ScheduleCollector implements Collector<Schedule> {
    private static final Operation LIST =
            Operation.of("scheduler:ListSchedules").pages(Scheduler.PAGE);
    private static final Detail SETTINGS = Detail.of(Schedule.class, "settings", "scheduler:GetSchedule");

    @Override
    public Set<Class<? extends Schedule>> yields() {
        return Set.of(Schedule.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS);
    }

    @Override
    public Stream<Schedule> collect(Reads reads) {
        SchedulerClient scheduler = reads.client(Scheduler.SCHEDULER);
        return reads.each(
                Schedule.class,
                reads.pages(
                        LIST,
                        () -> scheduler
                                .listSchedulesPaginator(request -> request.maxResults(Scheduler.PAGE))
                                .schedules()),
                schedule -> new Arn(schedule.arn()),
                schedule -> read(schedule, scheduler, reads));
    }

    private static Schedule read(ScheduleSummary listed, SchedulerClient scheduler, Reads reads) {
        Arn arn = new Arn(listed.arn());
        return new Schedule(
                Identity.untagged(arn, reads.account(), reads.region(), listed.name()),
                orEmpty(listed.groupName()),
                listed.state() != ScheduleState.DISABLED,
                Optional.ofNullable(listed.target()).map(TargetSummary::arn).flatMap(ScheduleCollector::arn),
                reads.observe(
                        SETTINGS,
                        arn,
                        () -> settings(scheduler.getSchedule(
                                request -> request.groupName(listed.groupName()).name(listed.name())))));
    }

    private static Schedule.Settings settings(GetScheduleResponse schedule) {
        Target target = Answers.sent(schedule.target(), "Target");
        return new Schedule.Settings(
                Answers.sent(schedule.scheduleExpression(), "ScheduleExpression"),
                orEmpty(schedule.scheduleExpressionTimezone()),
                Optional.ofNullable(schedule.endDate()),
                Optional.ofNullable(target.deadLetterConfig())
                        .map(DeadLetterConfig::arn)
                        .flatMap(ScheduleCollector::arn),
                Optional.ofNullable(target.roleArn()).flatMap(ScheduleCollector::arn));
    }

    private static Optional<Arn> arn(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(new Arn(value));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

package io.awsaudit.collectors.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.scheduler.Schedule;
import io.awsaudit.inventory.scheduler.ScheduleGroup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of schedules, with AWS's documented responses. */
class SchedulerCollectorsTest {
    @Test
    void schedulesComePageByPageWithoutWhatTheySend() {
        try (CannedAws aws = new CannedAws()
                .json("GET /schedules/", """
                    {"Name": "one", "ScheduleExpression": "at(2025-06-01T00:00:00)", "ScheduleExpressionTimezone": "UTC",
                    "EndDate": 1700000000, "Target": {"Arn": "arn:aws:lambda:us-east-1:111122223333:function:f",
                    "RoleArn": "arn:aws:iam::111122223333:role/r", "Input": "{\\"password\\": \\"hunter2\\"}",
                    "DeadLetterConfig": {"Arn": "arn:aws:sqs:us-east-1:111122223333:dead"}}}\
                    """)
                .json(
                        "GET /schedules?",
                        "{\"Schedules\": [" + schedule("one", "ENABLED") + "], \"NextToken\": \"more\"}")
                .json("NextToken=more", "{\"Schedules\": [" + schedule("two", "DISABLED") + "]}")) {
            List<Resource> schedules = aws.collect(Schedule.class).resources();
            assertThat(schedules).extracting(Resource::name).containsExactly("one", "two");
            assertThat(schedules)
                    .extracting(schedule -> ((Schedule) schedule).enabled())
                    .containsExactly(true, false);
            Schedule schedule = (Schedule) schedules.get(0);
            assertThat(schedule.settings().knownNotTo(Schedule.LOSING)).isTrue();
            assertThat(schedule.isOver(Instant.parse("2026-01-01T00:00:00Z"))).isTrue();
            assertThat(schedule.edges()).hasSize(3);
            assertThat(schedules.toString()).doesNotContain("hunter2");
            assertThat(aws.requests()).anyMatch(request -> request.contains("groupName=reports"));
        }
    }

    @Test
    void whatWasNeverSetIsKnown() {
        try (CannedAws aws = new CannedAws()
                .json("GET /schedules/", """
                    {"Name": "one", "ScheduleExpression": "rate(1 day)", "Target": {"Arn": "arn:aws:lambda:us-east-1:1:function:f"}}\
                    """)
                .json("GET /schedules?", "{\"Schedules\": [" + schedule("one", "ENABLED") + "]}")) {
            Schedule schedule =
                    (Schedule) aws.collect(Schedule.class).resources().get(0);
            assertThat(schedule.settings().knownTo(Schedule.LOSING)).isTrue();
            assertThat(schedule.isOver(Instant.MAX)).isFalse();
        }
    }

    @Test
    void groupsComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json("GET /tags/", "{\"Tags\": [{\"Key\": \"Owner\", \"Value\": \"me\"}]}")
                .json(
                        "GET /schedule-groups",
                        "{\"ScheduleGroups\": [" + group("default", "ACTIVE") + "], \"NextToken\": \"more\"}")
                .json(
                        "NextToken=more",
                        "{\"ScheduleGroups\": [" + group("reports", "ACTIVE") + "," + group("old", "DELETING")
                                + "]}")) {
            assertThat(aws.collect(ScheduleGroup.class).resources())
                    .allMatch(group -> group.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name, Resource::isServiceOwned)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple("default", true),
                            org.assertj.core.api.Assertions.tuple("reports", false));
        }
    }

    private static String schedule(String name, String state) {
        return """
            {"Arn": "arn:aws:scheduler:us-east-1:111122223333:schedule/reports/%s", "Name": "%s", "GroupName": "reports",
            "State": "%s", "Target": {"Arn": "arn:aws:lambda:us-east-1:111122223333:function:f"}}\
            """.formatted(name, name, state);
    }

    private static String group(String name, String state) {
        return """
            {"Arn": "arn:aws:scheduler:us-east-1:111122223333:schedule-group/%s", "Name": "%s", "State": "%s"}\
            """.formatted(name, name, state);
    }
}

package io.awsaudit.collectors.datasync;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.datasync.Agent;
import io.awsaudit.inventory.datasync.LocationObjectStorage;
import io.awsaudit.inventory.datasync.Task;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of DataSync, with AWS's documented responses. */
class DataSyncCollectorsTest {
    private static final String API = "FmrsService.";
    private static final String DATASYNC = "arn:aws:datasync:us-east-1:111122223333:";
    private static final String TAGS = "{\"Tags\": [{\"Key\": \"Owner\", \"Value\": \"me\"}]}";

    @Test
    void tasksComePageByPageWithTheirTags() {
        try (CannedAws aws = new CannedAws()
                .json(
                        API + "ListTasks",
                        "{\"Tasks\": [" + listed("one", ", \"Name\": \"nightly\"") + "], \"NextToken\": \"more\"}")
                .json("\"NextToken\":\"more\"", "{\"Tasks\": [" + listed("two", "") + "]}")
                .json(API + "DescribeTask", described(""))
                .json(API + "ListTagsForResource", TAGS)) {
            assertThat(aws.collect(Task.class).resources())
                    .allMatch(task -> task.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("nightly", "two");
        }
    }

    @Test
    void aTaskThatSaysNothingOfLogsHasNone() {
        Task task = task("");
        assertThat(task.settings().knownTo(Task.UNLOGGED)).isTrue();
        assertThat(task.settings().knownTo(Task.UNVERIFIED)).isFalse();
        assertThat(task.settings().knownTo(Task.SUSPENDED)).isFalse();
        assertThat(task.edges()).hasSize(2);
    }

    @Test
    void aTaskLogsWhereItHasAGroupAndALevel() {
        String group = ", \"CloudWatchLogGroupArn\": \"arn:aws:logs:us-east-1:111122223333:log-group:copies\"";
        assertThat(task(group).settings().knownTo(Task.UNLOGGED)).isTrue();
        assertThat(task(", \"Options\": {\"LogLevel\": \"BASIC\"}").settings().knownTo(Task.UNLOGGED))
                .isTrue();
        assertThat(task(group + ", \"Options\": {\"LogLevel\": \"OFF\"}")
                        .settings()
                        .knownTo(Task.UNLOGGED))
                .isTrue();
        Task logged = task(group + ", \"Options\": {\"LogLevel\": \"TRANSFER\", \"VerifyMode\": \"NONE\"}");
        assertThat(logged.settings().knownTo(Task.UNLOGGED)).isFalse();
        assertThat(logged.settings().knownTo(Task.UNVERIFIED)).isTrue();
        assertThat(logged.edges()).hasSize(3);
    }

    @Test
    void anEnhancedTaskLogsToAGroupOfDataSyncsOwn() {
        assertThat(task(", \"TaskMode\": \"ENHANCED\", \"Options\": {\"LogLevel\": \"BASIC\"}")
                        .settings()
                        .knownTo(Task.UNLOGGED))
                .isFalse();
    }

    @Test
    void aScheduleThatDataSyncGaveUpIsKnown() {
        assertThat(
                        task(", \"Schedule\": {\"Status\": \"DISABLED\"}, \"ScheduleDetails\": {\"DisabledBy\": \"SERVICE\"}")
                                .settings()
                                .knownTo(Task.SUSPENDED))
                .isTrue();
        assertThat(task(", \"Schedule\": {\"Status\": \"DISABLED\"}, \"ScheduleDetails\": {\"DisabledBy\": \"USER\"}")
                        .settings()
                        .knownTo(Task.SUSPENDED))
                .isFalse();
    }

    @Test
    void agentsTellWhetherTheyAreReached() {
        try (CannedAws aws = new CannedAws()
                .json(
                        API + "ListAgents",
                        "{\"Agents\": [{\"AgentArn\": \"" + DATASYNC + "agent/agent-1\", \"Status\": \"ONLINE\"}],"
                                + " \"NextToken\": \"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"Agents\": [{\"AgentArn\": \"" + DATASYNC
                                + "agent/agent-2\", \"Name\": \"office\", \"Status\": \"OFFLINE\"}]}")
                .json(API + "ListTagsForResource", TAGS)) {
            assertThat(aws.collect(Agent.class).resources())
                    .extracting(agent -> agent.name() + " " + ((Agent) agent).status())
                    .containsExactlyInAnyOrder("agent-1 ONLINE", "office OFFLINE");
        }
    }

    @Test
    void ofLocationsOnlyObjectStoresAreRead() {
        try (CannedAws aws = new CannedAws()
                .json(API + "ListLocations", """
                        {"Locations": [{"LocationArn": "%slocation/loc-1", "LocationUri": "s3://bucket/"},
                        {"LocationArn": "%slocation/loc-2", "LocationUri": "object-storage://store.example/bucket/"}]}""".formatted(DATASYNC, DATASYNC))
                .json(API + "DescribeLocationObjectStorage", "{\"ServerProtocol\": \"HTTP\"}")
                .json(API + "ListTagsForResource", TAGS)) {
            assertThat(aws.collect(LocationObjectStorage.class).resources())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            LocationObjectStorage.class,
                            location -> assertThat(location.serverProtocol().knownToBe("HTTP"))
                                    .isTrue());
        }
    }

    private static Task task(String members) {
        try (CannedAws aws = new CannedAws()
                .json(API + "ListTasks", "{\"Tasks\": [" + listed("one", "") + "]}")
                .json(API + "DescribeTask", described(members))
                .json(API + "ListTagsForResource", TAGS)) {
            return (Task) aws.collect(Task.class).resources().get(0);
        }
    }

    private static String listed(String name, String members) {
        return "{\"TaskArn\": \"" + DATASYNC + "task/" + name + "\", \"Status\": \"AVAILABLE\"" + members + "}";
    }

    private static String described(String members) {
        return "{\"TaskArn\": \"" + DATASYNC + "task/one\", \"SourceLocationArn\": \"" + DATASYNC
                + "location/from\", \"DestinationLocationArn\": \"" + DATASYNC + "location/to\"" + members + "}";
    }
}

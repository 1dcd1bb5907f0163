package io.awsaudit.collectors.bedrockagent;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.bedrockagent.Agent;
import io.awsaudit.inventory.bedrockagent.DataSource;
import io.awsaudit.inventory.bedrockagent.KnowledgeBase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of Bedrock's agents: it keeps no guardrails, and has no data sources. */
class BedrockAgentCollectorsTest {
    @Test
    void agentsComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = aws().json(
                        "POST /agents/",
                        "{\"agentSummaries\": [" + agent("one", "PREPARED") + "], \"nextToken\": \"more\"}")
                .json(
                        "\"nextToken\":\"more\"",
                        "{\"agentSummaries\": [" + agent("two", "FAILED") + "," + agent("old", "DELETING") + "]}")
                .json("GET /agents/one/", """
                    {"agent": {"agentId": "one", "customerEncryptionKeyArn": "arn:aws:kms:us-east-1:111122223333:key/0a",
                    "guardrailConfiguration": {"guardrailIdentifier": "gr-0a", "guardrailVersion": "1"},
                    "agentResourceRoleArn": "arn:aws:iam::111122223333:role/agent"}}\
                    """)
                .json("GET /agents/two/", "{\"agent\": {\"agentId\": \"two\"}}")) {
            List<Agent> agents = all(aws.collect(Agent.class), Agent.class);
            assertThat(agents).extracting(Resource::name).containsExactly("name of one", "name of two");
            assertThat(agents).extracting(Agent::status).containsExactly("PREPARED", "FAILED");
            assertThat(agents).allMatch(agent -> agent.tags().knownToBe(Map.of("Owner", "me")));
            assertThat(agents.get(0).settings().knownNotTo(Agent.UNGUARDED)).isTrue();
            assertThat(agents.get(0).settings().knownNotTo(Agent.WITHOUT_KEY)).isTrue();
            assertThat(agents.get(0).edges()).hasSize(2);
            assertThat(agents.get(1).settings().knownTo(Agent.UNGUARDED)).isTrue();
            assertThat(agents.get(1).settings().knownTo(Agent.WITHOUT_KEY)).isTrue();
        }
    }

    @Test
    void dataSourcesAreReadOfEachKnowledgeBaseWhichIsListedOnce() {
        try (CannedAws aws = aws().json("POST /knowledgebases/", """
            {"knowledgeBaseSummaries": [{"knowledgeBaseId": "kb1", "name": "first", "status": "ACTIVE"},
            {"knowledgeBaseId": "kb2", "name": "gone", "status": "DELETING"}]}\
            """)
                .json("POST /knowledgebases/kb1/datasources/", """
                    {"dataSourceSummaries": [{"knowledgeBaseId": "kb1", "dataSourceId": "one", "name": "one",
                    "status": "AVAILABLE"}], "nextToken": "more"}\
                    """)
                .json("\"nextToken\":\"more\"", """
                    {"dataSourceSummaries": [{"knowledgeBaseId": "kb1", "dataSourceId": "two", "name": "two",
                    "status": "AVAILABLE"}, {"knowledgeBaseId": "kb1", "dataSourceId": "old", "name": "old",
                    "status": "DELETING"}]}\
                    """)
                .json("GET /knowledgebases/kb1/datasources/one", """
                    {"dataSource": {"dataSourceId": "one", "serverSideEncryptionConfiguration":
                    {"kmsKeyArn": "arn:aws:kms:us-east-1:111122223333:key/0a"}}}\
                    """)
                .json("GET /knowledgebases/kb1/datasources/two", "{\"dataSource\": {\"dataSourceId\": \"two\"}}")) {
            Inventory inventory = aws.collect(KnowledgeBase.class, DataSource.class);
            assertThat(all(inventory, KnowledgeBase.class))
                    .extracting(Resource::name)
                    .containsExactly("first");
            List<DataSource> sources = all(inventory, DataSource.class);
            assertThat(sources).extracting(Resource::name).containsExactly("one", "two");
            assertThat(sources.get(0).encryption().knownNotTo(DataSource.WITHOUT_KEY))
                    .isTrue();
            assertThat(sources.get(1).encryption().knownTo(DataSource.WITHOUT_KEY))
                    .isTrue();
            assertThat(sources.get(0).edges().map(edge -> edge.from()))
                    .containsExactly(all(inventory, KnowledgeBase.class).get(0).arn());
            assertThat(aws.requests())
                    .filteredOn(request -> request.startsWith("POST /knowledgebases/ "))
                    .hasSize(1);
        }
    }

    private static CannedAws aws() {
        return new CannedAws().json("GET /tags/", "{\"tags\": {\"Owner\": \"me\"}}");
    }

    private static String agent(String id, String status) {
        return "{\"agentId\": \"" + id + "\", \"agentName\": \"name of " + id + "\", \"agentStatus\": \"" + status
                + "\"}";
    }

    private static <R extends Resource> List<R> all(Inventory inventory, Class<R> type) {
        return inventory.resources().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}

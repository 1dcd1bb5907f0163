package io.awsaudit.collectors.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.bedrockagentcore.AgentRuntime;
import io.awsaudit.inventory.bedrockagentcore.BrowserCustom;
import io.awsaudit.inventory.bedrockagentcore.CodeInterpreterCustom;
import io.awsaudit.inventory.bedrockagentcore.Gateway;
import io.awsaudit.inventory.bedrockagentcore.Memory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of AgentCore, with AWS's documented responses: it has no tools at all. */
class AgentCoreCollectorsTest {
    private static final String ARN = "arn:aws:bedrock-agentcore:us-east-1:111122223333:";

    @Test
    void runtimesComePageByPageWithoutTheirEnvironments() {
        try (CannedAws aws = aws().json(
                        "POST /runtimes/",
                        "{\"agentRuntimes\": [" + runtime("one", "READY") + "], \"nextToken\": \"more\"}")
                .json(
                        "nextToken=more",
                        "{\"agentRuntimes\": [" + runtime("two", "READY") + "," + runtime("old", "DELETING") + "]}")
                .json("GET /runtimes/one", """
                    {"agentRuntimeId": "one", "networkConfiguration": {"networkMode": "VPC"},
                    "environmentVariables": {"API_TOKEN": "hunter2"},
                    "roleArn": "arn:aws:iam::111122223333:role/agent"}\
                    """)
                .json("GET /runtimes/two", """
                    {"agentRuntimeId": "two", "networkConfiguration": {"networkMode": "PUBLIC"}}\
                    """)) {
            List<AgentRuntime> runtimes = all(aws, AgentRuntime.class);
            assertThat(runtimes).extracting(Resource::name).containsExactly("one", "two");
            assertThat(runtimes).allMatch(runtime -> runtime.tags().knownToBe(Map.of("Owner", "me")));
            assertThat(runtimes.get(0).settings().knownNotTo(AgentRuntime.OUTSIDE_VPC))
                    .isTrue();
            assertThat(runtimes.get(0).settings().knownTo(AgentRuntime.WITH_SECRETS))
                    .isTrue();
            assertThat(runtimes.get(0).edges()).hasSize(1);
            assertThat(runtimes.get(1).settings().knownTo(AgentRuntime.OUTSIDE_VPC))
                    .isTrue();
            assertThat(runtimes.get(1).settings().knownNotTo(AgentRuntime.WITH_SECRETS))
                    .isTrue();
            assertThat(runtimes.toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void aRuntimeWhoseNetworkWasNotSentIsUnknown() {
        try (CannedAws aws = aws().json("POST /runtimes/", "{\"agentRuntimes\": [" + runtime("one", "READY") + "]}")
                .json("GET /runtimes/one", "{\"agentRuntimeId\": \"one\"}")) {
            assertThat(all(aws, AgentRuntime.class).get(0).settings().isKnown()).isFalse();
        }
    }

    @Test
    void gatewaysAreReadWithTheirAuthorizers() {
        try (CannedAws aws = aws().json("GET /gateways/?", """
            {"items": [{"gatewayId": "one", "name": "one", "status": "READY", "authorizerType": "NONE"},
            {"gatewayId": "two", "name": "two", "status": "READY", "authorizerType": "AUTHENTICATE_ONLY"},
            {"gatewayId": "old", "name": "old", "status": "DELETING", "authorizerType": "NONE"}]}\
            """)
                .json("GET /gateways/one/", "{\"gatewayId\": \"one\", \"exceptionLevel\": \"DEBUG\"}")
                .json(
                        "GET /gateways/two/",
                        "{\"gatewayId\": \"two\", \"kmsKeyArn\": \"arn:aws:kms:us-east-1:111122223333:key/0a\"}")) {
            List<Gateway> gateways = all(aws, Gateway.class);
            assertThat(gateways).extracting(Gateway::authorizer).containsExactly("NONE", "AUTHENTICATE_ONLY");
            assertThat(gateways.get(0).settings().knownTo(Gateway.TELLS_ERRORS)).isTrue();
            assertThat(gateways.get(0).settings().knownTo(Gateway.WITHOUT_KEY)).isTrue();
            assertThat(gateways.get(1).settings().knownNotTo(Gateway.TELLS_ERRORS))
                    .isTrue();
            assertThat(gateways.get(1).settings().knownNotTo(Gateway.WITHOUT_KEY))
                    .isTrue();
        }
    }

    @Test
    void memoriesAreReadWithTheirKeys() {
        try (CannedAws aws = aws().json("POST /memories/", """
            {"memories": [{"arn": "%smemory/one", "id": "one", "status": "ACTIVE"},
            {"arn": "%smemory/old", "id": "old", "status": "DELETING"}]}\
            """.formatted(ARN, ARN))
                .json("GET /memories/one", "{\"memory\": {\"id\": \"one\"}}")) {
            List<Memory> memories = all(aws, Memory.class);
            assertThat(memories).extracting(Resource::name).containsExactly("one");
            assertThat(memories.get(0).encryption().knownTo(Memory.WITHOUT_KEY)).isTrue();
        }
    }

    @Test
    void onlyToolsThatSomebodyMadeAreAskedFor() {
        try (CannedAws aws = aws().json("POST /browsers", """
            {"browserSummaries": [{"browserId": "one", "browserArn": "%sbrowser-custom/one", "name": "one",
            "status": "READY"}, {"browserId": "old", "browserArn": "%sbrowser-custom/old", "name": "old",
            "status": "DELETED"}]}\
            """.formatted(ARN, ARN))
                .json("GET /browsers/one", """
                    {"browserId": "one", "networkConfiguration": {"networkMode": "PUBLIC"},
                    "recording": {"enabled": true, "s3Location": {"bucket": "recordings", "prefix": "all"}}}\
                    """)
                .json("POST /code-interpreters", """
                    {"codeInterpreterSummaries": [{"codeInterpreterId": "two",
                    "codeInterpreterArn": "%scode-interpreter-custom/two", "name": "two", "status": "READY"}]}\
                    """.formatted(ARN))
                .json("GET /code-interpreters/two", """
                    {"codeInterpreterId": "two", "networkConfiguration": {"networkMode": "SANDBOX"}}\
                    """)) {
            List<BrowserCustom> browsers = all(aws, BrowserCustom.class);
            assertThat(browsers).extracting(Resource::name).containsExactly("one");
            assertThat(browsers.get(0).settings().knownTo(BrowserCustom.PUBLIC)).isTrue();
            assertThat(browsers.get(0).settings().knownNotTo(BrowserCustom.NOT_RECORDED))
                    .isTrue();
            assertThat(all(aws, CodeInterpreterCustom.class)
                            .get(0)
                            .networkMode()
                            .knownToBe("SANDBOX"))
                    .isTrue();
            assertThat(aws.requests())
                    .filteredOn(request -> request.startsWith("POST /browsers") || request.startsWith("POST /code"))
                    .isNotEmpty()
                    .allMatch(request -> request.contains("type=CUSTOM"));
        }
    }

    @Test
    void aBrowserThatNeverRecordedIsKnownForThat() {
        try (CannedAws aws = aws().json("POST /browsers", """
            {"browserSummaries": [{"browserId": "one", "browserArn": "%sbrowser-custom/one", "name": "one",
            "status": "READY"}]}\
            """.formatted(ARN)).json("GET /browsers/one", """
                            {"browserId": "one", "networkConfiguration": {"networkMode": "VPC"}}\
                            """)) {
            BrowserCustom browser = all(aws, BrowserCustom.class).get(0);
            assertThat(browser.settings().knownNotTo(BrowserCustom.PUBLIC)).isTrue();
            assertThat(browser.settings().knownTo(BrowserCustom.NOT_RECORDED)).isTrue();
        }
    }

    private static CannedAws aws() {
        return new CannedAws().json("GET /tags/", "{\"tags\": {\"Owner\": \"me\"}}");
    }

    private static String runtime(String id, String status) {
        return "{\"agentRuntimeArn\": \"" + ARN + "runtime/" + id + "\", \"agentRuntimeId\": \"" + id
                + "\", \"agentRuntimeName\": \"" + id + "\", \"status\": \"" + status + "\"}";
    }

    private static <R extends Resource> List<R> all(CannedAws aws, Class<R> type) {
        return aws.collect(type).resources().stream().map(type::cast).toList();
    }
}

package io.awsaudit.collectors.codepipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.codepipeline.Pipeline;
import io.awsaudit.inventory.codepipeline.PipelineDefinition;
import io.awsaudit.inventory.codepipeline.Webhook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the emulator cannot be brought to say of CodePipeline: it sends times as text, which the SDK does not take, and has no
 * webhooks.
 */
class CodePipelineCollectorsTest {
    private static final String LIST = "CodePipeline_20150709.ListPipelines";
    private static final String GET = "CodePipeline_20150709.GetPipeline";
    private static final String TAGS = "CodePipeline_20150709.ListTagsForResource";
    private static final String WEBHOOKS = "CodePipeline_20150709.ListWebhooks";

    @Test
    void pipelinesAndTagsComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .json(
                        LIST,
                        "{\"pipelines\": [{\"name\": \"one\", \"pipelineType\": \"V2\", \"created\": 1.7E9}], \"nextToken\": \"more\"}")
                .json("\"nextToken\":\"more\"", "{\"pipelines\": [{\"name\": \"two\"}]}")
                .json(GET, "{\"pipeline\": {\"name\": \"one\", \"stages\": []}}")
                .json(TAGS, "{\"tags\": [{\"key\": \"a\", \"value\": \"1\"}], \"nextToken\": \"tags\"}")
                .json("\"nextToken\":\"tags\"", "{\"tags\": [{\"key\": \"b\", \"value\": \"2\"}]}")) {
            List<Pipeline> pipelines = aws.collect(Pipeline.class).resources().stream()
                    .map(Pipeline.class::cast)
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
            assertThat(pipelines)
                    .allMatch(pipeline -> pipeline.tags().knownToBe(Map.of("a", "1", "b", "2")))
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
            assertThat(pipelines).extracting(Pipeline::canRollBack).containsExactly(true, false);
        }
    }

    @Test
    void storesWithoutKeyAreEncryptedWithAwsOwn() {
        PipelineDefinition pipeline = definition("""
                "artifactStore": {"type": "S3", "location": "b"}, "stages": []""");
        assertThat(PipelineDefinition.WITHOUT_OWN_KEY.test(pipeline)).isTrue();
        assertThat(PipelineDefinition.WITHOUT_OWN_KEY.test(definition("""
                "artifactStores": {"us-east-1": {"type": "S3", "location": "b", "encryptionKey": {"id": "alias/own", "type": "KMS"}}},
                "stages": []"""))).isFalse();
    }

    @Test
    void aStageThatDeploysIsLeftFailedUnlessItIsRolledBack() {
        assertThat(definition("\"stages\": [" + stage("Deploy", "Deploy", "") + "]")
                        .stagesLeftFailed())
                .containsExactly("Deploy");
        assertThat(definition("\"stages\": [" + stage("Deploy", "Deploy", ", \"onFailure\": {\"result\": \"RETRY\"}")
                                + "]")
                        .stagesLeftFailed())
                .containsExactly("Deploy");
        assertThat(definition("\"stages\": [" + stage("Deploy", "Deploy", ", \"onFailure\": {\"result\": \"ROLLBACK\"}")
                                + "," + stage("Build", "Build", "") + "]")
                        .stagesLeftFailed())
                .isEmpty();
    }

    @Test
    void aSourceOfGitHubsFirstActionUsesATokenOfSomebodys() {
        PipelineDefinition pipeline = definition("""
                "stages": [{"name": "Source", "actions": [{"name": "Fetch", "actionTypeId": {"category": "Source", "owner":
                "ThirdParty", "provider": "GitHub", "version": "1"}, "configuration": {"Repo": "code", "OAuthToken": "****"}}]}]""");
        assertThat(PipelineDefinition.TOKEN_USERS.apply(pipeline)).containsExactly("Source/Fetch");
        assertThat(pipeline.secrets()).isEmpty();
    }

    @Test
    void credentialsInSettingsAreNamedAndNotKept() {
        PipelineDefinition pipeline = definition("""
                "stages": [{"name": "Build", "actions": [{"name": "Compile", "actionTypeId": {"category": "Build", "owner":
                "AWS", "provider": "CodeBuild", "version": "1"}, "configuration": {"ProjectName": "p", "EnvironmentVariables":
                "[{\\"name\\":\\"DB_PASSWORD\\",\\"value\\":\\"hunter22\\",\\"type\\":\\"PLAINTEXT\\"},{\\"name\\":\\"API_TOKEN\\",\\"value\\":\\"name\\",\\"type\\":\\"SECRETS_MANAGER\\"}]"}},
                {"name": "Run", "actionTypeId": {"category": "Compute", "owner": "AWS", "provider": "Commands", "version": "1"},
                "environmentVariables": [{"name": "SECRET_KEY", "value": "hunter33"}, {"name": "STAGE", "value": "prod"}]}]}]""");
        assertThat(pipeline.secrets())
                .extracting(Secret::where)
                .containsExactly("Compile DB_PASSWORD", "Run SECRET_KEY");
        assertThat(pipeline.toString()).doesNotContain("hunter");
    }

    @Test
    void webhooksComePageByPageWithoutTheirSecrets() {
        try (CannedAws aws = new CannedAws()
                .json(WEBHOOKS, "{\"webhooks\": [" + webhook("one", "GITHUB_HMAC") + "], \"NextToken\": \"more\"}")
                .json("\"NextToken\":\"more\"", "{\"webhooks\": [" + webhook("two", "UNAUTHENTICATED") + "]}")) {
            List<Webhook> webhooks = aws.collect(Webhook.class).resources().stream()
                    .map(Webhook.class::cast)
                    .toList();
            assertThat(webhooks).extracting(Resource::name).containsExactly("one", "two");
            assertThat(webhooks).extracting(Webhook::isUnauthenticated).containsExactly(false, true);
            assertThat(webhooks.get(0).tags().knownToBe(Map.of("Owner", "me"))).isTrue();
            assertThat(webhooks.get(0).edges())
                    .containsExactly(new Edge(
                            webhooks.get(0).arn(),
                            Relation.NOTIFIES,
                            new Arn("arn:aws:codepipeline:us-east-1:111122223333:delivery")));
            assertThat(webhooks.toString()).doesNotContain("hunter");
        }
    }

    private static PipelineDefinition definition(String members) {
        try (CannedAws aws = new CannedAws()
                .json(LIST, "{\"pipelines\": [{\"name\": \"one\"}]}")
                .json(TAGS, "{\"tags\": []}")
                .json(GET, "{\"pipeline\": {\"name\": \"one\", " + members + "}}")) {
            return ((Pipeline) aws.collect(Pipeline.class).resources().get(0))
                    .definition()
                    .asOptional()
                    .orElseThrow();
        }
    }

    private static String stage(String name, String category, String more) {
        return """
                {"name": "%s", "actions": [{"name": "a", "actionTypeId": {"category": "%s", "owner": "AWS", "provider": "p",
                "version": "1"}}]%s}""".formatted(name, category, more);
    }

    private static String webhook(String name, String authentication) {
        return """
                {"definition": {"name": "%s", "targetPipeline": "delivery", "targetAction": "Fetch", "filters": [], "authentication": "%s",
                "authenticationConfiguration": {"SecretToken": "hunter22"}}, "url": "https://webhooks.example.com/t=x",
                "arn": "arn:aws:codepipeline:us-east-1:111122223333:webhook:%s", "tags": [{"key": "Owner", "value": "me"}]}""".formatted(name, authentication, name);
    }
}

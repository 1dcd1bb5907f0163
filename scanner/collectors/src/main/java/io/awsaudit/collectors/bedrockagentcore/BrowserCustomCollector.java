package io.awsaudit.collectors.bedrockagentcore;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.bedrockagentcore.BrowserCustom;
import io.awsaudit.inventory.bedrockagentcore.BrowserCustom.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.bedrockagentcorecontrol.BedrockAgentCoreControlClient;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.BrowserStatus;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.BrowserSummary;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.RecordingConfig;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.ResourceType;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.S3Location;

/** Reads browsers that somebody made. */
final class BrowserCustomCollector implements Collector<BrowserCustom> {
    private static final Operation LIST =
            Operation.of("bedrock-agentcore:ListBrowsers").pages(AgentCore.PAGE);
    private static final Detail SETTINGS = Detail.of(BrowserCustom.class, "settings", "bedrock-agentcore:GetBrowser");
    private static final Detail TAGS = Detail.of(BrowserCustom.class, "tags", AgentCore.LIST_TAGS);

    @Override
    public Set<Class<? extends BrowserCustom>> yields() {
        return Set.of(BrowserCustom.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<BrowserCustom> collect(Reads reads) {
        BedrockAgentCoreControlClient client = reads.client(AgentCore.CLIENT);
        return reads.each(
                BrowserCustom.class,
                reads.pages(
                                LIST,
                                () -> client.listBrowsersPaginator(request -> request.type(ResourceType.CUSTOM)
                                                .maxResults(AgentCore.PAGE))
                                        .browserSummaries())
                        .filter(listed ->
                                listed.status() != BrowserStatus.DELETING && listed.status() != BrowserStatus.DELETED),
                listed -> arnOf(listed, reads),
                listed -> read(listed, client, reads));
    }

    private static Arn arnOf(BrowserSummary listed, Reads reads) {
        return AgentCore.arn(listed.browserArn())
                .orElseGet(() -> reads.arn("bedrock-agentcore", "browser-custom/" + listed.browserId()));
    }

    private static BrowserCustom read(BrowserSummary listed, BedrockAgentCoreControlClient client, Reads reads) {
        Arn arn = arnOf(listed, reads);
        return new BrowserCustom(
                AgentCore.identity(arn, listed.name(), listed.browserId(), TAGS, client, reads),
                AgentCore.text(listed.statusAsString()).orElse(""),
                reads.observe(SETTINGS, arn, () -> settingsOf(listed.browserId(), client)));
    }

    private static Settings settingsOf(String id, BedrockAgentCoreControlClient client) {
        var browser = client.getBrowser(request -> request.browserId(id));
        Optional<RecordingConfig> recording = Optional.ofNullable(browser.recording());
        return new Settings(
                Answers.sent(
                        Answers.sent(browser.networkConfiguration(), "networkConfiguration")
                                .networkModeAsString(),
                        "networkMode"),
                recording.map(RecordingConfig::enabled).orElse(false),
                recording
                        .map(RecordingConfig::s3Location)
                        .map(S3Location::bucket)
                        .flatMap(AgentCore::text));
    }
}

package io.awsaudit.collectors.bedrockagentcore;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Secrets;
import io.awsaudit.inventory.bedrockagentcore.AgentRuntime;
import io.awsaudit.inventory.bedrockagentcore.AgentRuntime.Settings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.bedrockagentcorecontrol.BedrockAgentCoreControlClient;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.AgentRuntimeStatus;

/** Reads runtimes; of their environments only whether they hold a credential. */
final class AgentRuntimeCollector implements Collector<AgentRuntime> {
    private static final Operation LIST =
            Operation.of("bedrock-agentcore:ListAgentRuntimes").pages(AgentCore.PAGE);
    private static final Detail SETTINGS =
            Detail.of(AgentRuntime.class, "settings", "bedrock-agentcore:GetAgentRuntime");
    private static final Detail TAGS = Detail.of(AgentRuntime.class, "tags", AgentCore.LIST_TAGS);

    @Override
    public Set<Class<? extends AgentRuntime>> yields() {
        return Set.of(AgentRuntime.class);
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
    public Stream<AgentRuntime> collect(Reads reads) {
        BedrockAgentCoreControlClient client = reads.client(AgentCore.CLIENT);
        return reads.each(
                AgentRuntime.class,
                reads.pages(
                                LIST,
                                () -> client.listAgentRuntimesPaginator(request -> request.maxResults(AgentCore.PAGE))
                                        .agentRuntimes())
                        .filter(listed -> listed.status() != AgentRuntimeStatus.DELETING),
                listed -> arnOf(listed, reads),
                listed -> read(listed, client, reads));
    }

    private static Arn arnOf(
            software.amazon.awssdk.services.bedrockagentcorecontrol.model.AgentRuntime listed, Reads reads) {
        return AgentCore.arn(listed.agentRuntimeArn())
                .orElseGet(() -> reads.arn("bedrock-agentcore", "runtime/" + listed.agentRuntimeId()));
    }

    private static AgentRuntime read(
            software.amazon.awssdk.services.bedrockagentcorecontrol.model.AgentRuntime listed,
            BedrockAgentCoreControlClient client,
            Reads reads) {
        Arn arn = arnOf(listed, reads);
        return new AgentRuntime(
                AgentCore.identity(arn, listed.agentRuntimeName(), listed.agentRuntimeId(), TAGS, client, reads),
                AgentCore.text(listed.statusAsString()).orElse(""),
                reads.observe(SETTINGS, arn, () -> settingsOf(listed.agentRuntimeId(), client)));
    }

    private static Settings settingsOf(String id, BedrockAgentCoreControlClient client) {
        var runtime = client.getAgentRuntime(request -> request.agentRuntimeId(id));
        return new Settings(
                Answers.sent(
                        Answers.sent(runtime.networkConfiguration(), "networkConfiguration")
                                .networkModeAsString(),
                        "networkMode"),
                Secrets.inSettings(runtime.environmentVariables()),
                AgentCore.arn(runtime.roleArn()));
    }
}

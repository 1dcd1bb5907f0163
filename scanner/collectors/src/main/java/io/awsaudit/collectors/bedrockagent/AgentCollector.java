package io.awsaudit.collectors.bedrockagent;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.bedrockagent.Agent;
import io.awsaudit.inventory.bedrockagent.Agent.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.bedrockagent.BedrockAgentClient;
import software.amazon.awssdk.services.bedrockagent.model.AgentStatus;
import software.amazon.awssdk.services.bedrockagent.model.AgentSummary;
import software.amazon.awssdk.services.bedrockagent.model.GuardrailConfiguration;

/** Reads agents. */
final class AgentCollector implements Collector<Agent> {
    private static final Operation LIST = Operation.of("bedrockagent:ListAgents")
            .needing("bedrock:ListAgents")
            .pages(BedrockAgent.PAGE);
    private static final Detail SETTINGS =
            Detail.of(Agent.class, "settings", "bedrockagent:GetAgent").needing("bedrock:GetAgent");
    private static final Detail TAGS =
            Detail.of(Agent.class, "tags", BedrockAgent.LIST_TAGS).needing(BedrockAgent.LIST_TAGS_ACTION);

    @Override
    public Set<Class<? extends Agent>> yields() {
        return Set.of(Agent.class);
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
    public Stream<Agent> collect(Reads reads) {
        BedrockAgentClient client = reads.client(BedrockAgent.CLIENT);
        return reads.each(
                Agent.class,
                reads.pages(
                                LIST,
                                () -> client.listAgentsPaginator(request -> request.maxResults(BedrockAgent.PAGE))
                                        .agentSummaries())
                        .filter(listed -> listed.agentStatus() != AgentStatus.DELETING),
                listed -> arnOf(listed, reads),
                listed -> read(listed, client, reads));
    }

    private static Arn arnOf(AgentSummary listed, Reads reads) {
        return reads.arn("bedrock", "agent/" + listed.agentId());
    }

    private static Agent read(AgentSummary listed, BedrockAgentClient client, Reads reads) {
        Arn arn = arnOf(listed, reads);
        return new Agent(
                BedrockAgent.identity(arn, listed.agentName(), listed.agentId(), TAGS, reads),
                BedrockAgent.text(listed.agentStatusAsString()).orElse(""),
                reads.observe(SETTINGS, arn, () -> settingsOf(listed.agentId(), client)));
    }

    private static Settings settingsOf(String id, BedrockAgentClient client) {
        var agent = Answers.sent(client.getAgent(request -> request.agentId(id)).agent(), "agent");
        return new Settings(
                Optional.ofNullable(agent.guardrailConfiguration())
                        .map(GuardrailConfiguration::guardrailIdentifier)
                        .flatMap(BedrockAgent::text),
                BedrockAgent.arn(agent.customerEncryptionKeyArn()),
                BedrockAgent.arn(agent.agentResourceRoleArn()));
    }
}

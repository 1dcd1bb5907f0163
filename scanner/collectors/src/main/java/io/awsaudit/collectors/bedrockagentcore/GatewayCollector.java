package io.awsaudit.collectors.bedrockagentcore;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.bedrockagentcore.Gateway;
import io.awsaudit.inventory.bedrockagentcore.Gateway.Settings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.bedrockagentcorecontrol.BedrockAgentCoreControlClient;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.GatewayStatus;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.GatewaySummary;

/** Reads gateways. Their listing says how callers are known, and gives no ARN. */
final class GatewayCollector implements Collector<Gateway> {
    private static final int PAGE = 1000;
    private static final Operation LIST =
            Operation.of("bedrock-agentcore:ListGateways").pages(PAGE);
    private static final Detail SETTINGS = Detail.of(Gateway.class, "settings", "bedrock-agentcore:GetGateway");
    private static final Detail TAGS = Detail.of(Gateway.class, "tags", AgentCore.LIST_TAGS);

    @Override
    public Set<Class<? extends Gateway>> yields() {
        return Set.of(Gateway.class);
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
    public Stream<Gateway> collect(Reads reads) {
        BedrockAgentCoreControlClient client = reads.client(AgentCore.CLIENT);
        return reads.each(
                Gateway.class,
                reads.pages(
                                LIST,
                                () -> client.listGatewaysPaginator(request -> request.maxResults(PAGE))
                                        .items())
                        .filter(listed -> listed.status() != GatewayStatus.DELETING),
                listed -> arnOf(listed, reads),
                listed -> read(listed, client, reads));
    }

    private static Arn arnOf(GatewaySummary listed, Reads reads) {
        return reads.arn("bedrock-agentcore", "gateway/" + listed.gatewayId());
    }

    private static Gateway read(GatewaySummary listed, BedrockAgentCoreControlClient client, Reads reads) {
        Arn arn = arnOf(listed, reads);
        return new Gateway(
                AgentCore.identity(arn, listed.name(), listed.gatewayId(), TAGS, client, reads),
                AgentCore.text(listed.statusAsString()).orElse(""),
                Answers.sent(listed.authorizerTypeAsString(), "authorizerType"),
                reads.observe(SETTINGS, arn, () -> settingsOf(listed.gatewayId(), client)));
    }

    private static Settings settingsOf(String id, BedrockAgentCoreControlClient client) {
        var gateway = client.getGateway(request -> request.gatewayIdentifier(id));
        return new Settings(
                AgentCore.arn(gateway.kmsKeyArn()),
                AgentCore.text(gateway.exceptionLevelAsString()),
                AgentCore.arn(gateway.roleArn()));
    }
}

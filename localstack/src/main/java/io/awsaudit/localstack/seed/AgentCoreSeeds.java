package io.awsaudit.localstack.seed;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockagentcorecontrol.BedrockAgentCoreControlClient;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.AuthorizerType;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.ExceptionLevel;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.GatewayProtocolType;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.NetworkMode;

/** Runtimes, gateways and memories of agents. moto has no tools. */
final class AgentCoreSeeds implements Seeds {
    private static final Map<String, String> TAGS = Map.of("Owner", "data");
    private static final String ROLE = "arn:aws:iam::123456789012:role/agent";

    @Override
    public void insecure(EmulatedAccount account) {
        BedrockAgentCoreControlClient agents = account.client(BedrockAgentCoreControlClient.builder());
        String key = "arn:aws:kms:us-east-1:%s:key/0a".formatted(account.id());
        runtime(agents, "insecure_public", NetworkMode.PUBLIC, Map.of("STAGE", "prod"), TAGS);
        runtime(agents, "insecure_with_secret", NetworkMode.VPC, Map.of("API_TOKEN", "hunter" + 2), TAGS);
        runtime(agents, "insecure_untagged", NetworkMode.VPC, Map.of("STAGE", "prod"), Map.of());
        gateway(agents, "insecure-without-authorizer", AuthorizerType.NONE, key, null, TAGS);
        gateway(agents, "insecure-without-key", AuthorizerType.AWS_IAM, null, null, TAGS);
        gateway(agents, "insecure-tells-errors", AuthorizerType.AWS_IAM, key, ExceptionLevel.DEBUG, TAGS);
        gateway(agents, "insecure-untagged", AuthorizerType.AWS_IAM, key, null, Map.of());
        memory(agents, "insecure_without_key", null, TAGS);
        memory(agents, "insecure_untagged", key, Map.of());
    }

    @Override
    public void hardened(EmulatedAccount account) {
        BedrockAgentCoreControlClient agents = account.client(BedrockAgentCoreControlClient.builder());
        String key = KmsSeeds.hardenedKey(account);
        runtime(agents, "hardened_runtime", NetworkMode.VPC, Map.of("STAGE", "prod"), TAGS);
        gateway(agents, "hardened-gateway", AuthorizerType.AWS_IAM, key, null, TAGS);
        memory(agents, "hardened_memory", key, TAGS);
    }

    private static void runtime(
            BedrockAgentCoreControlClient agents,
            String name,
            NetworkMode mode,
            Map<String, String> environment,
            Map<String, String> tags) {
        agents.createAgentRuntime(request -> request.agentRuntimeName(name)
                .agentRuntimeArtifact(artifact ->
                        artifact.containerConfiguration(container -> container.containerUri("registry/agent")))
                .roleArn(ROLE)
                .networkConfiguration(network -> network.networkMode(mode))
                .environmentVariables(environment)
                .tags(tags));
    }

    private static void gateway(
            BedrockAgentCoreControlClient agents,
            String name,
            AuthorizerType authorizer,
            @Nullable String key,
            @Nullable ExceptionLevel level,
            Map<String, String> tags) {
        agents.createGateway(request -> request.name(name)
                .roleArn(ROLE)
                .protocolType(GatewayProtocolType.MCP)
                .authorizerType(authorizer)
                .kmsKeyArn(key)
                .exceptionLevel(level)
                .tags(tags));
    }

    private static void memory(
            BedrockAgentCoreControlClient agents, String name, @Nullable String key, Map<String, String> tags) {
        agents.createMemory(request ->
                request.name(name).eventExpiryDuration(30).encryptionKeyArn(key).tags(tags));
    }
}

package io.awsaudit.collectors.bedrockagentcore;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.bedrockagentcore.Memory;
import io.awsaudit.inventory.bedrockagentcore.Memory.Encryption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.bedrockagentcorecontrol.BedrockAgentCoreControlClient;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.MemoryStatus;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.MemorySummary;

/** Reads memories of agents. */
final class MemoryCollector implements Collector<Memory> {
    private static final Operation LIST =
            Operation.of("bedrock-agentcore:ListMemories").pages(AgentCore.PAGE);
    private static final Detail ENCRYPTION = Detail.of(Memory.class, "encryption", "bedrock-agentcore:GetMemory");
    private static final Detail TAGS = Detail.of(Memory.class, "tags", AgentCore.LIST_TAGS);

    @Override
    public Set<Class<? extends Memory>> yields() {
        return Set.of(Memory.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(ENCRYPTION, TAGS);
    }

    @Override
    public Stream<Memory> collect(Reads reads) {
        BedrockAgentCoreControlClient client = reads.client(AgentCore.CLIENT);
        return reads.each(
                Memory.class,
                reads.pages(
                                LIST,
                                () -> client.listMemoriesPaginator(request -> request.maxResults(AgentCore.PAGE))
                                        .memories())
                        .filter(listed -> listed.status() != MemoryStatus.DELETING),
                listed -> arnOf(listed, reads),
                listed -> read(listed, client, reads));
    }

    private static Arn arnOf(MemorySummary listed, Reads reads) {
        return AgentCore.arn(listed.arn()).orElseGet(() -> reads.arn("bedrock-agentcore", "memory/" + listed.id()));
    }

    private static Memory read(MemorySummary listed, BedrockAgentCoreControlClient client, Reads reads) {
        Arn arn = arnOf(listed, reads);
        return new Memory(
                AgentCore.identity(arn, listed.id(), listed.id(), TAGS, client, reads),
                AgentCore.text(listed.statusAsString()).orElse(""),
                reads.observe(
                        ENCRYPTION,
                        arn,
                        () -> new Encryption(AgentCore.arn(client.getMemory(request -> request.memoryId(listed.id()))
                                .memory()
                                .encryptionKeyArn()))));
    }
}

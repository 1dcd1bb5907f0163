package io.awsaudit.collectors.bedrockagentcore;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.bedrockagentcore.CodeInterpreterCustom;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.bedrockagentcorecontrol.BedrockAgentCoreControlClient;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.CodeInterpreterStatus;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.CodeInterpreterSummary;
import software.amazon.awssdk.services.bedrockagentcorecontrol.model.ResourceType;

/** Reads interpreters of code that somebody made. */
final class CodeInterpreterCustomCollector implements Collector<CodeInterpreterCustom> {
    private static final Operation LIST =
            Operation.of("bedrock-agentcore:ListCodeInterpreters").pages(AgentCore.PAGE);
    private static final Detail NETWORK_MODE =
            Detail.of(CodeInterpreterCustom.class, "networkMode", "bedrock-agentcore:GetCodeInterpreter");
    private static final Detail TAGS = Detail.of(CodeInterpreterCustom.class, "tags", AgentCore.LIST_TAGS);

    @Override
    public Set<Class<? extends CodeInterpreterCustom>> yields() {
        return Set.of(CodeInterpreterCustom.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(NETWORK_MODE, TAGS);
    }

    @Override
    public Stream<CodeInterpreterCustom> collect(Reads reads) {
        BedrockAgentCoreControlClient client = reads.client(AgentCore.CLIENT);
        return reads.each(
                CodeInterpreterCustom.class,
                reads.pages(
                                LIST,
                                () -> client.listCodeInterpretersPaginator(request -> request.type(ResourceType.CUSTOM)
                                                .maxResults(AgentCore.PAGE))
                                        .codeInterpreterSummaries())
                        .filter(listed -> listed.status() != CodeInterpreterStatus.DELETING
                                && listed.status() != CodeInterpreterStatus.DELETED),
                listed -> arnOf(listed, reads),
                listed -> read(listed, client, reads));
    }

    private static Arn arnOf(CodeInterpreterSummary listed, Reads reads) {
        return AgentCore.arn(listed.codeInterpreterArn())
                .orElseGet(
                        () -> reads.arn("bedrock-agentcore", "code-interpreter-custom/" + listed.codeInterpreterId()));
    }

    private static CodeInterpreterCustom read(
            CodeInterpreterSummary listed, BedrockAgentCoreControlClient client, Reads reads) {
        Arn arn = arnOf(listed, reads);
        return new CodeInterpreterCustom(
                AgentCore.identity(arn, listed.name(), listed.codeInterpreterId(), TAGS, client, reads),
                AgentCore.text(listed.statusAsString()).orElse(""),
                reads.observe(
                        NETWORK_MODE,
                        arn,
                        () -> Answers.sent(
                                        client.getCodeInterpreter(request ->
                                                        request.codeInterpreterId(listed.codeInterpreterId()))
                                                .networkConfiguration(),
                                        "networkConfiguration")
                                .networkModeAsString()));
    }
}

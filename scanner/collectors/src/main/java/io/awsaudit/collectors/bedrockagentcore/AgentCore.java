package io.awsaudit.collectors.bedrockagentcore;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockagentcorecontrol.BedrockAgentCoreControlClient;

/** The client of AgentCore, and how it words what several of its resources have. */
final class AgentCore {
    static final AwsService<BedrockAgentCoreControlClient> CLIENT =
            AwsService.of("bedrock-agentcore", BedrockAgentCoreControlClient::builder);
    static final String LIST_TAGS = "bedrock-agentcore:ListTagsForResource";

    /** The most that a page takes, but for gateways. */
    static final int PAGE = 100;

    private AgentCore() {}

    static Identity identity(
            Arn arn, @Nullable String name, String id, Detail tags, BedrockAgentCoreControlClient client, Reads reads) {
        return new Identity(
                arn,
                reads.account(),
                reads.region(),
                text(name).orElse(id),
                reads.observe(
                        tags,
                        arn,
                        () -> Map.copyOf(client.listTagsForResource(request -> request.resourceArn(arn.value()))
                                .tags())));
    }

    static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    static Optional<Arn> arn(@Nullable String text) {
        return text(text).filter(value -> value.startsWith("arn:")).map(Arn::new);
    }
}

package io.awsaudit.collectors.bedrockagent;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockagent.BedrockAgentClient;
import software.amazon.awssdk.services.bedrockagent.model.KnowledgeBaseStatus;
import software.amazon.awssdk.services.bedrockagent.model.KnowledgeBaseSummary;

/** The client of Bedrock's agents, and how it words what several of its resources have. */
final class BedrockAgent {
    static final AwsService<BedrockAgentClient> CLIENT = AwsService.of("bedrockagent", BedrockAgentClient::builder);
    static final String LIST_TAGS = "bedrockagent:ListTagsForResource";
    static final String LIST_TAGS_ACTION = "bedrock:ListTagsForResource";

    /** The most that a page takes. */
    static final int PAGE = 1000;

    static final Operation LIST_KNOWLEDGE_BASES = Operation.of("bedrockagent:ListKnowledgeBases")
            .needing("bedrock:ListKnowledgeBases")
            .pages(PAGE)
            .shared();

    private BedrockAgent() {}

    /** Lists the knowledge bases of a region. */
    static Stream<KnowledgeBaseSummary> knowledgeBases(Reads reads) {
        return reads.sharedPages(
                        LIST_KNOWLEDGE_BASES,
                        () -> reads.client(CLIENT)
                                .listKnowledgeBasesPaginator(request -> request.maxResults(PAGE))
                                .knowledgeBaseSummaries())
                .filter(listed -> listed.status() != KnowledgeBaseStatus.DELETING);
    }

    static Arn knowledgeBase(String id, Reads reads) {
        return reads.arn("bedrock", "knowledge-base/" + id);
    }

    static Identity identity(Arn arn, @Nullable String name, String id, Detail tags, Reads reads) {
        return new Identity(
                arn,
                reads.account(),
                reads.region(),
                text(name).orElse(id),
                reads.observe(
                        tags,
                        arn,
                        () -> Map.copyOf(reads.client(CLIENT)
                                .listTagsForResource(request -> request.resourceArn(arn.value()))
                                .tags())));
    }

    static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    static Optional<Arn> arn(@Nullable String text) {
        return text(text).filter(value -> value.startsWith("arn:")).map(Arn::new);
    }
}

package io.awsaudit.collectors.bedrockagent;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.bedrockagent.KnowledgeBase;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads knowledge bases. */
final class KnowledgeBaseCollector implements Collector<KnowledgeBase> {
    private static final Detail TAGS =
            Detail.of(KnowledgeBase.class, "tags", BedrockAgent.LIST_TAGS).needing(BedrockAgent.LIST_TAGS_ACTION);

    @Override
    public Set<Class<? extends KnowledgeBase>> yields() {
        return Set.of(KnowledgeBase.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(BedrockAgent.LIST_KNOWLEDGE_BASES);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<KnowledgeBase> collect(Reads reads) {
        return reads.each(
                KnowledgeBase.class,
                BedrockAgent.knowledgeBases(reads),
                listed -> BedrockAgent.knowledgeBase(listed.knowledgeBaseId(), reads),
                listed -> new KnowledgeBase(
                        BedrockAgent.identity(
                                BedrockAgent.knowledgeBase(listed.knowledgeBaseId(), reads),
                                listed.name(),
                                listed.knowledgeBaseId(),
                                TAGS,
                                reads),
                        BedrockAgent.text(listed.statusAsString()).orElse("")));
    }
}

package io.awsaudit.collectors.bedrockagent;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.bedrockagent.DataSource;
import io.awsaudit.inventory.bedrockagent.DataSource.Encryption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.bedrockagent.BedrockAgentClient;
import software.amazon.awssdk.services.bedrockagent.model.DataSourceStatus;
import software.amazon.awssdk.services.bedrockagent.model.DataSourceSummary;
import software.amazon.awssdk.services.bedrockagent.model.KnowledgeBaseSummary;
import software.amazon.awssdk.services.bedrockagent.model.ServerSideEncryptionConfiguration;

/** Reads what knowledge bases are made from, knowledge base after knowledge base. */
final class DataSourceCollector implements Collector<DataSource> {
    private static final Operation LIST = Operation.of("bedrockagent:ListDataSources")
            .needing("bedrock:ListDataSources")
            .pages(BedrockAgent.PAGE)
            .per("knowledge base");
    private static final Detail ENCRYPTION = Detail.of(DataSource.class, "encryption", "bedrockagent:GetDataSource")
            .needing("bedrock:GetDataSource");

    @Override
    public Set<Class<? extends DataSource>> yields() {
        return Set.of(DataSource.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(BedrockAgent.LIST_KNOWLEDGE_BASES, LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(ENCRYPTION);
    }

    @Override
    public Stream<DataSource> collect(Reads reads) {
        BedrockAgentClient client = reads.client(BedrockAgent.CLIENT);
        Stream<DataSourceSummary> sources = BedrockAgent.knowledgeBases(reads)
                .map(KnowledgeBaseSummary::knowledgeBaseId)
                .flatMap(base -> reads.pages(
                        LIST,
                        () -> client.listDataSourcesPaginator(
                                        request -> request.knowledgeBaseId(base).maxResults(BedrockAgent.PAGE))
                                .dataSourceSummaries()))
                .filter(listed -> listed.status() != DataSourceStatus.DELETING);
        return reads.each(
                DataSource.class, sources, listed -> arnOf(listed, reads), listed -> read(listed, client, reads));
    }

    private static Arn arnOf(DataSourceSummary listed, Reads reads) {
        return reads.arn(
                "bedrock", "knowledge-base/" + listed.knowledgeBaseId() + "/data-source/" + listed.dataSourceId());
    }

    private static DataSource read(DataSourceSummary listed, BedrockAgentClient client, Reads reads) {
        Arn arn = arnOf(listed, reads);
        return new DataSource(
                Identity.untagged(
                        arn,
                        reads.account(),
                        reads.region(),
                        BedrockAgent.text(listed.name()).orElse(listed.dataSourceId())),
                BedrockAgent.knowledgeBase(listed.knowledgeBaseId(), reads),
                BedrockAgent.text(listed.statusAsString()).orElse(""),
                reads.observe(ENCRYPTION, arn, () -> encryptionOf(listed, client)));
    }

    private static Encryption encryptionOf(DataSourceSummary listed, BedrockAgentClient client) {
        var source = Answers.sent(
                client.getDataSource(request -> request.knowledgeBaseId(listed.knowledgeBaseId())
                                .dataSourceId(listed.dataSourceId()))
                        .dataSource(),
                "dataSource");
        return new Encryption(Optional.ofNullable(source.serverSideEncryptionConfiguration())
                .map(ServerSideEncryptionConfiguration::kmsKeyArn)
                .flatMap(BedrockAgent::arn));
    }
}

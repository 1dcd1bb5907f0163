package io.awsaudit.collectors.bedrock;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.bedrock.ProvisionedModelThroughput;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.ProvisionedModelSummary;

/** Reads capacity of models that is paid for by the hour. */
final class ProvisionedModelThroughputCollector implements Collector<ProvisionedModelThroughput> {
    private static final Operation LIST =
            Operation.of("bedrock:ListProvisionedModelThroughputs").pages(Bedrock.PAGE);
    private static final Detail TAGS = Detail.of(ProvisionedModelThroughput.class, "tags", Bedrock.LIST_TAGS);

    @Override
    public Set<Class<? extends ProvisionedModelThroughput>> yields() {
        return Set.of(ProvisionedModelThroughput.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<ProvisionedModelThroughput> collect(Reads reads) {
        BedrockClient bedrock = reads.client(Bedrock.CLIENT);
        return reads.each(
                ProvisionedModelThroughput.class,
                reads.pages(
                        LIST,
                        () -> bedrock.listProvisionedModelThroughputsPaginator(
                                        request -> request.maxResults(Bedrock.PAGE))
                                .provisionedModelSummaries()),
                listed -> new Arn(listed.provisionedModelArn()),
                listed -> read(listed, bedrock, reads));
    }

    private static ProvisionedModelThroughput read(ProvisionedModelSummary listed, BedrockClient bedrock, Reads reads) {
        Arn arn = new Arn(listed.provisionedModelArn());
        return new ProvisionedModelThroughput(
                Bedrock.identity(arn, listed.provisionedModelName(), TAGS, bedrock, reads),
                Bedrock.text(listed.statusAsString()).orElse(""),
                Bedrock.text(listed.commitmentDurationAsString()),
                Answers.sent(listed.creationTime(), "creationTime"));
    }
}

package io.awsaudit.collectors.sagemaker;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.sagemaker.ModelExplainabilityJobDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.MonitoringJobDefinitionSummary;

/** Reads definitions of how it is monitored which features a model weighs. */
final class ModelExplainabilityJobDefinitionCollector implements Collector<ModelExplainabilityJobDefinition> {
    private static final Operation LIST =
            Operation.of("sagemaker:ListModelExplainabilityJobDefinitions").pages(SageMaker.PAGE);
    private static final Detail NETWORK = Detail.of(
            ModelExplainabilityJobDefinition.class, "network", "sagemaker:DescribeModelExplainabilityJobDefinition");
    private static final Detail TAGS = Detail.of(ModelExplainabilityJobDefinition.class, "tags", SageMaker.LIST_TAGS);

    @Override
    public Set<Class<? extends ModelExplainabilityJobDefinition>> yields() {
        return Set.of(ModelExplainabilityJobDefinition.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(NETWORK, TAGS);
    }

    @Override
    public Stream<ModelExplainabilityJobDefinition> collect(Reads reads) {
        SageMakerClient sagemaker = reads.client(SageMaker.CLIENT);
        return reads.each(
                ModelExplainabilityJobDefinition.class,
                reads.pages(
                        LIST,
                        () -> sagemaker
                                .listModelExplainabilityJobDefinitionsPaginator(
                                        request -> request.maxResults(SageMaker.PAGE))
                                .jobDefinitionSummaries()),
                listed -> new Arn(listed.monitoringJobDefinitionArn()),
                listed -> read(listed, sagemaker, reads));
    }

    private static ModelExplainabilityJobDefinition read(
            MonitoringJobDefinitionSummary listed, SageMakerClient sagemaker, Reads reads) {
        String name = listed.monitoringJobDefinitionName();
        Arn arn = new Arn(listed.monitoringJobDefinitionArn());
        return new ModelExplainabilityJobDefinition(
                SageMaker.identity(arn, name, TAGS, sagemaker, reads),
                reads.observe(
                        NETWORK,
                        arn,
                        () -> SageMaker.network(sagemaker
                                .describeModelExplainabilityJobDefinition(request -> request.jobDefinitionName(name))
                                .networkConfig())));
    }
}

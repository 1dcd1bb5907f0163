package io.awsaudit.collectors.sagemaker;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.sagemaker.ModelQualityJobDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.MonitoringJobDefinitionSummary;

/** Reads definitions of how the quality of what a model predicts is monitored. */
final class ModelQualityJobDefinitionCollector implements Collector<ModelQualityJobDefinition> {
    private static final Operation LIST =
            Operation.of("sagemaker:ListModelQualityJobDefinitions").pages(SageMaker.PAGE);
    private static final Detail NETWORK =
            Detail.of(ModelQualityJobDefinition.class, "network", "sagemaker:DescribeModelQualityJobDefinition");
    private static final Detail TAGS = Detail.of(ModelQualityJobDefinition.class, "tags", SageMaker.LIST_TAGS);

    @Override
    public Set<Class<? extends ModelQualityJobDefinition>> yields() {
        return Set.of(ModelQualityJobDefinition.class);
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
    public Stream<ModelQualityJobDefinition> collect(Reads reads) {
        SageMakerClient sagemaker = reads.client(SageMaker.CLIENT);
        return reads.each(
                ModelQualityJobDefinition.class,
                reads.pages(
                        LIST,
                        () -> sagemaker
                                .listModelQualityJobDefinitionsPaginator(request -> request.maxResults(SageMaker.PAGE))
                                .jobDefinitionSummaries()),
                listed -> new Arn(listed.monitoringJobDefinitionArn()),
                listed -> read(listed, sagemaker, reads));
    }

    private static ModelQualityJobDefinition read(
            MonitoringJobDefinitionSummary listed, SageMakerClient sagemaker, Reads reads) {
        String name = listed.monitoringJobDefinitionName();
        Arn arn = new Arn(listed.monitoringJobDefinitionArn());
        return new ModelQualityJobDefinition(
                SageMaker.identity(arn, name, TAGS, sagemaker, reads),
                reads.observe(
                        NETWORK,
                        arn,
                        () -> SageMaker.network(sagemaker
                                .describeModelQualityJobDefinition(request -> request.jobDefinitionName(name))
                                .networkConfig())));
    }
}

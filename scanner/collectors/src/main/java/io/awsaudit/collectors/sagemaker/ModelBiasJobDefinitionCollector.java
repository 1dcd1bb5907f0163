package io.awsaudit.collectors.sagemaker;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.sagemaker.ModelBiasJobDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.MonitoringJobDefinitionSummary;

/** Reads definitions of how bias of a model is monitored. */
final class ModelBiasJobDefinitionCollector implements Collector<ModelBiasJobDefinition> {
    private static final Operation LIST =
            Operation.of("sagemaker:ListModelBiasJobDefinitions").pages(SageMaker.PAGE);
    private static final Detail NETWORK =
            Detail.of(ModelBiasJobDefinition.class, "network", "sagemaker:DescribeModelBiasJobDefinition");
    private static final Detail TAGS = Detail.of(ModelBiasJobDefinition.class, "tags", SageMaker.LIST_TAGS);

    @Override
    public Set<Class<? extends ModelBiasJobDefinition>> yields() {
        return Set.of(ModelBiasJobDefinition.class);
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
    public Stream<ModelBiasJobDefinition> collect(Reads reads) {
        SageMakerClient sagemaker = reads.client(SageMaker.CLIENT);
        return reads.each(
                ModelBiasJobDefinition.class,
                reads.pages(
                        LIST,
                        () -> sagemaker
                                .listModelBiasJobDefinitionsPaginator(request -> request.maxResults(SageMaker.PAGE))
                                .jobDefinitionSummaries()),
                listed -> new Arn(listed.monitoringJobDefinitionArn()),
                listed -> read(listed, sagemaker, reads));
    }

    private static ModelBiasJobDefinition read(
            MonitoringJobDefinitionSummary listed, SageMakerClient sagemaker, Reads reads) {
        String name = listed.monitoringJobDefinitionName();
        Arn arn = new Arn(listed.monitoringJobDefinitionArn());
        return new ModelBiasJobDefinition(
                SageMaker.identity(arn, name, TAGS, sagemaker, reads),
                reads.observe(
                        NETWORK,
                        arn,
                        () -> SageMaker.network(sagemaker
                                .describeModelBiasJobDefinition(request -> request.jobDefinitionName(name))
                                .networkConfig())));
    }
}

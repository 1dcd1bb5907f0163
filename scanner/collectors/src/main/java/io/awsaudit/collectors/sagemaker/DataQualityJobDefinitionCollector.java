package io.awsaudit.collectors.sagemaker;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.sagemaker.DataQualityJobDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.MonitoringJobDefinitionSummary;

/** Reads definitions of how the quality of the data that an endpoint gets is monitored. */
final class DataQualityJobDefinitionCollector implements Collector<DataQualityJobDefinition> {
    private static final Operation LIST =
            Operation.of("sagemaker:ListDataQualityJobDefinitions").pages(SageMaker.PAGE);
    private static final Detail NETWORK =
            Detail.of(DataQualityJobDefinition.class, "network", "sagemaker:DescribeDataQualityJobDefinition");
    private static final Detail TAGS = Detail.of(DataQualityJobDefinition.class, "tags", SageMaker.LIST_TAGS);

    @Override
    public Set<Class<? extends DataQualityJobDefinition>> yields() {
        return Set.of(DataQualityJobDefinition.class);
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
    public Stream<DataQualityJobDefinition> collect(Reads reads) {
        SageMakerClient sagemaker = reads.client(SageMaker.CLIENT);
        return reads.each(
                DataQualityJobDefinition.class,
                reads.pages(
                        LIST,
                        () -> sagemaker
                                .listDataQualityJobDefinitionsPaginator(request -> request.maxResults(SageMaker.PAGE))
                                .jobDefinitionSummaries()),
                listed -> new Arn(listed.monitoringJobDefinitionArn()),
                listed -> read(listed, sagemaker, reads));
    }

    private static DataQualityJobDefinition read(
            MonitoringJobDefinitionSummary listed, SageMakerClient sagemaker, Reads reads) {
        String name = listed.monitoringJobDefinitionName();
        Arn arn = new Arn(listed.monitoringJobDefinitionArn());
        return new DataQualityJobDefinition(
                SageMaker.identity(arn, name, TAGS, sagemaker, reads),
                reads.observe(
                        NETWORK,
                        arn,
                        () -> SageMaker.network(sagemaker
                                .describeDataQualityJobDefinition(request -> request.jobDefinitionName(name))
                                .networkConfig())));
    }
}

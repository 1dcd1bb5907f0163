package io.awsaudit.collectors.sagemaker;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Secrets;
import io.awsaudit.inventory.sagemaker.Model;
import io.awsaudit.inventory.sagemaker.Model.Container;
import io.awsaudit.inventory.sagemaker.Model.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ContainerDefinition;
import software.amazon.awssdk.services.sagemaker.model.ImageConfig;
import software.amazon.awssdk.services.sagemaker.model.ModelSummary;
import software.amazon.awssdk.services.sagemaker.model.VpcConfig;

/** Reads models; of the environments of their containers only whether they hold a credential. */
final class ModelCollector implements Collector<Model> {
    private static final Operation LIST = Operation.of("sagemaker:ListModels").pages(SageMaker.PAGE);
    private static final Detail SETTINGS = Detail.of(Model.class, "settings", "sagemaker:DescribeModel");
    private static final Detail TAGS = Detail.of(Model.class, "tags", SageMaker.LIST_TAGS);

    @Override
    public Set<Class<? extends Model>> yields() {
        return Set.of(Model.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<Model> collect(Reads reads) {
        SageMakerClient sagemaker = reads.client(SageMaker.CLIENT);
        return reads.each(
                Model.class,
                reads.pages(
                        LIST,
                        () -> sagemaker
                                .listModelsPaginator(request -> request.maxResults(SageMaker.PAGE))
                                .models()),
                listed -> new Arn(listed.modelArn()),
                listed -> read(listed, sagemaker, reads));
    }

    private static Model read(ModelSummary listed, SageMakerClient sagemaker, Reads reads) {
        Arn arn = new Arn(listed.modelArn());
        return new Model(
                SageMaker.identity(arn, listed.modelName(), TAGS, sagemaker, reads),
                reads.observe(SETTINGS, arn, () -> settingsOf(listed.modelName(), sagemaker, reads)));
    }

    private static Settings settingsOf(String name, SageMakerClient sagemaker, Reads reads) {
        var described = sagemaker.describeModel(request -> request.modelName(name));
        return new Settings(
                Boolean.TRUE.equals(described.enableNetworkIsolation()),
                Optional.ofNullable(described.primaryContainer()).map(ModelCollector::container),
                described.containers().stream().map(ModelCollector::container).toList(),
                SageMaker.inVpc(
                        "subnet",
                        Optional.ofNullable(described.vpcConfig())
                                .map(VpcConfig::subnets)
                                .orElse(List.of()),
                        reads),
                SageMaker.arn(described.executionRoleArn()));
    }

    private static Container container(ContainerDefinition sent) {
        return new Container(
                Optional.ofNullable(sent.imageConfig()).map(ImageConfig::repositoryAccessModeAsString),
                Secrets.inSettings(sent.environment()));
    }
}

package io.awsaudit.collectors.sagemaker;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.sagemaker.EndpointConfig;
import io.awsaudit.inventory.sagemaker.EndpointConfig.Settings;
import io.awsaudit.inventory.sagemaker.EndpointConfig.Variant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DataCaptureConfig;
import software.amazon.awssdk.services.sagemaker.model.EndpointConfigSummary;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;

/** Reads what endpoints run on. */
final class EndpointConfigCollector implements Collector<EndpointConfig> {
    private static final Operation LIST =
            Operation.of("sagemaker:ListEndpointConfigs").pages(SageMaker.PAGE);
    private static final Detail SETTINGS =
            Detail.of(EndpointConfig.class, "settings", "sagemaker:DescribeEndpointConfig");
    private static final Detail TAGS = Detail.of(EndpointConfig.class, "tags", SageMaker.LIST_TAGS);

    @Override
    public Set<Class<? extends EndpointConfig>> yields() {
        return Set.of(EndpointConfig.class);
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
    public Stream<EndpointConfig> collect(Reads reads) {
        SageMakerClient sagemaker = reads.client(SageMaker.CLIENT);
        return reads.each(
                EndpointConfig.class,
                reads.pages(
                        LIST,
                        () -> sagemaker
                                .listEndpointConfigsPaginator(request -> request.maxResults(SageMaker.PAGE))
                                .endpointConfigs()),
                listed -> new Arn(listed.endpointConfigArn()),
                listed -> read(listed, sagemaker, reads));
    }

    private static EndpointConfig read(EndpointConfigSummary listed, SageMakerClient sagemaker, Reads reads) {
        Arn arn = new Arn(listed.endpointConfigArn());
        return new EndpointConfig(
                SageMaker.identity(arn, listed.endpointConfigName(), TAGS, sagemaker, reads),
                reads.observe(SETTINGS, arn, () -> settingsOf(listed.endpointConfigName(), sagemaker)));
    }

    private static Settings settingsOf(String name, SageMakerClient sagemaker) {
        var described = sagemaker.describeEndpointConfig(request -> request.endpointConfigName(name));
        return new Settings(
                described.productionVariants().stream()
                        .map(EndpointConfigCollector::variant)
                        .toList(),
                SageMaker.text(described.kmsKeyId()),
                Optional.ofNullable(described.dataCaptureConfig())
                        .map(DataCaptureConfig::enableCapture)
                        .orElse(false));
    }

    private static Variant variant(ProductionVariant sent) {
        return new Variant(
                SageMaker.text(sent.variantName()).orElse(""),
                sent.serverlessConfig() != null,
                SageMaker.text(sent.instanceTypeAsString()),
                Optional.ofNullable(sent.initialInstanceCount()));
    }
}

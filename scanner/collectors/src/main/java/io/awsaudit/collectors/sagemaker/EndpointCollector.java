package io.awsaudit.collectors.sagemaker;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.sagemaker.Endpoint;
import io.awsaudit.inventory.sagemaker.Endpoint.Deployment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DeploymentConfig;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.EndpointSummary;

/** Reads endpoints, and how they were deployed. */
final class EndpointCollector implements Collector<Endpoint> {
    private static final Operation LIST =
            Operation.of("sagemaker:ListEndpoints").pages(SageMaker.PAGE);
    private static final Detail DEPLOYMENT = Detail.of(Endpoint.class, "deployment", "sagemaker:DescribeEndpoint");
    private static final Detail TAGS = Detail.of(Endpoint.class, "tags", SageMaker.LIST_TAGS);

    @Override
    public Set<Class<? extends Endpoint>> yields() {
        return Set.of(Endpoint.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(DEPLOYMENT, TAGS);
    }

    @Override
    public Stream<Endpoint> collect(Reads reads) {
        SageMakerClient sagemaker = reads.client(SageMaker.CLIENT);
        return reads.each(
                Endpoint.class,
                reads.pages(
                                LIST,
                                () -> sagemaker
                                        .listEndpointsPaginator(request -> request.maxResults(SageMaker.PAGE))
                                        .endpoints())
                        .filter(listed -> listed.endpointStatus() != EndpointStatus.DELETING),
                listed -> new Arn(listed.endpointArn()),
                listed -> read(listed, sagemaker, reads));
    }

    private static Endpoint read(EndpointSummary listed, SageMakerClient sagemaker, Reads reads) {
        Arn arn = new Arn(listed.endpointArn());
        return new Endpoint(
                SageMaker.identity(arn, listed.endpointName(), TAGS, sagemaker, reads),
                SageMaker.text(listed.endpointStatusAsString()).orElse(""),
                reads.observe(DEPLOYMENT, arn, () -> deploymentOf(listed.endpointName(), sagemaker, reads)));
    }

    private static Deployment deploymentOf(String name, SageMakerClient sagemaker, Reads reads) {
        var described = sagemaker.describeEndpoint(request -> request.endpointName(name));
        return new Deployment(
                reads.arn(
                        "sagemaker",
                        "endpoint-config/" + Answers.sent(described.endpointConfigName(), "EndpointConfigName")),
                !described.productionVariants().isEmpty()
                        && described.productionVariants().stream()
                                .allMatch(variant -> variant.currentServerlessConfig() != null),
                Optional.ofNullable(described.lastDeploymentConfig())
                        .map(DeploymentConfig::autoRollbackConfiguration)
                        .filter(rollback -> !rollback.alarms().isEmpty())
                        .isPresent());
    }
}

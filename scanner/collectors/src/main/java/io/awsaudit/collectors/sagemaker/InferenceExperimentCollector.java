package io.awsaudit.collectors.sagemaker;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.sagemaker.InferenceExperiment;
import io.awsaudit.inventory.sagemaker.InferenceExperiment.Encryption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.InferenceExperimentDataStorageConfig;
import software.amazon.awssdk.services.sagemaker.model.InferenceExperimentStatus;
import software.amazon.awssdk.services.sagemaker.model.InferenceExperimentSummary;

/** Reads shadow tests that have not ended. Their listing gives no ARN. */
final class InferenceExperimentCollector implements Collector<InferenceExperiment> {
    private static final Operation LIST =
            Operation.of("sagemaker:ListInferenceExperiments").pages(SageMaker.PAGE);
    private static final Detail ENCRYPTION =
            Detail.of(InferenceExperiment.class, "encryption", "sagemaker:DescribeInferenceExperiment");
    private static final Detail TAGS = Detail.of(InferenceExperiment.class, "tags", SageMaker.LIST_TAGS);

    @Override
    public Set<Class<? extends InferenceExperiment>> yields() {
        return Set.of(InferenceExperiment.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(ENCRYPTION, TAGS);
    }

    @Override
    public Stream<InferenceExperiment> collect(Reads reads) {
        SageMakerClient sagemaker = reads.client(SageMaker.CLIENT);
        return reads.each(
                InferenceExperiment.class,
                reads.pages(
                                LIST,
                                () -> sagemaker
                                        .listInferenceExperimentsPaginator(
                                                request -> request.maxResults(SageMaker.PAGE))
                                        .inferenceExperiments())
                        .filter(listed -> listed.status() != InferenceExperimentStatus.COMPLETED
                                && listed.status() != InferenceExperimentStatus.CANCELLED),
                listed -> reads.arn("sagemaker", "inference-experiment/" + listed.name()),
                listed -> read(listed, sagemaker, reads));
    }

    private static InferenceExperiment read(InferenceExperimentSummary listed, SageMakerClient sagemaker, Reads reads) {
        Arn arn = reads.arn("sagemaker", "inference-experiment/" + listed.name());
        return new InferenceExperiment(
                SageMaker.identity(arn, listed.name(), TAGS, sagemaker, reads),
                SageMaker.text(listed.statusAsString()).orElse(""),
                reads.observe(ENCRYPTION, arn, () -> encryptionOf(listed.name(), sagemaker)));
    }

    private static Encryption encryptionOf(String name, SageMakerClient sagemaker) {
        var described = sagemaker.describeInferenceExperiment(request -> request.name(name));
        return new Encryption(
                SageMaker.text(described.kmsKey()),
                described.dataStorageConfig() != null,
                Optional.ofNullable(described.dataStorageConfig())
                        .map(InferenceExperimentDataStorageConfig::kmsKey)
                        .flatMap(SageMaker::text));
    }
}

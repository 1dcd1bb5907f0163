package io.awsaudit.collectors.bedrock;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.bedrock.ModelInvocationLogging;
import io.awsaudit.inventory.bedrock.ModelInvocationLogging.Destinations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.CloudWatchConfig;
import software.amazon.awssdk.services.bedrock.model.LoggingConfig;
import software.amazon.awssdk.services.bedrock.model.S3Config;

/** Reads whether calls of models are logged in a region. */
final class ModelInvocationLoggingCollector implements Collector<ModelInvocationLogging> {
    private static final Detail DESTINATIONS =
            Detail.of(ModelInvocationLogging.class, "destinations", "bedrock:GetModelInvocationLoggingConfiguration");

    @Override
    public Set<Class<? extends ModelInvocationLogging>> yields() {
        return Set.of(ModelInvocationLogging.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(); // there is always exactly one
    }

    @Override
    public List<Detail> details() {
        return List.of(DESTINATIONS);
    }

    @Override
    public Stream<ModelInvocationLogging> collect(Reads reads) {
        Arn arn = reads.arn("bedrock", "model-invocation-logging");
        return Stream.of(new ModelInvocationLogging(
                Identity.untagged(
                        arn, reads.account(), reads.region(), "Bedrock model invocation logging of " + reads.region()),
                reads.observe(DESTINATIONS, arn, () -> destinationsOf(reads.client(Bedrock.CLIENT)))));
    }

    /** AWS leaves the configuration out of its answer where there is none. */
    private static Destinations destinationsOf(BedrockClient bedrock) {
        Optional<LoggingConfig> config = Optional.ofNullable(
                bedrock.getModelInvocationLoggingConfiguration(request -> {}).loggingConfig());
        return new Destinations(
                config.map(LoggingConfig::cloudWatchConfig)
                        .map(CloudWatchConfig::logGroupName)
                        .flatMap(Bedrock::text),
                config.map(LoggingConfig::s3Config).map(S3Config::bucketName).flatMap(Bedrock::text));
    }
}

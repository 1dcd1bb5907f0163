package io.awsaudit.localstack.seed;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.batch.BatchClient;
import software.amazon.awssdk.services.batch.model.JobDefinitionType;
import software.amazon.awssdk.services.batch.model.RegisterJobDefinitionRequest;
import software.amazon.awssdk.services.batch.model.ResourceRequirement;
import software.amazon.awssdk.services.batch.model.ResourceType;

/**
 * Job definitions and scheduling policies. There are no compute environments, and so no queues: moto makes a cluster of ECS for
 * each, and instances, which other checks would find.
 */
final class BatchSeeds implements Seeds {
    private static final Map<String, String> TAGS = Map.of("Owner", "data");

    @Override
    public void insecure(EmulatedAccount account) {
        BatchClient batch = account.client(BatchClient.builder());
        definition(batch, "insecure-privileged", true, "LOG_LEVEL", "info", definition -> {});
        definition(batch, "insecure-with-password", false, "DB_PASSWORD", "Xk29fmw0plQ", definition -> {});
        definition(
                batch,
                "insecure-tried-once",
                false,
                "LOG_LEVEL",
                "info",
                definition -> definition.retryStrategy(retry -> retry.attempts(1)));
        definition(
                batch,
                "insecure-without-timeout",
                false,
                "LOG_LEVEL",
                "info",
                definition -> definition.timeout((software.amazon.awssdk.services.batch.model.JobTimeout) null));
        definition(batch, "insecure-untagged", false, "LOG_LEVEL", "info", definition -> definition.tags(Map.of()));
        batch.createSchedulingPolicy(request -> request.name("insecure-untagged"));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        BatchClient batch = account.client(BatchClient.builder());
        definition(batch, "hardened-job", false, "LOG_LEVEL", "info", definition -> {});
        batch.createSchedulingPolicy(request -> request.name("hardened-policy").tags(TAGS));
    }

    /** Makes a job definition with nothing wrong with it but what is changed. */
    private static void definition(
            BatchClient batch,
            String name,
            boolean privileged,
            String variable,
            String value,
            Consumer<RegisterJobDefinitionRequest.Builder> change) {
        batch.registerJobDefinition(request -> change.accept(request.jobDefinitionName(name)
                .type(JobDefinitionType.CONTAINER)
                .containerProperties(container -> container
                        .image("public.ecr.aws/docker/library/busybox:latest")
                        .resourceRequirements(need(ResourceType.VCPU, "1"), need(ResourceType.MEMORY, "512"))
                        .privileged(privileged)
                        .environment(pair -> pair.name(variable).value(value)))
                .retryStrategy(retry -> retry.attempts(3))
                .timeout(timeout -> timeout.attemptDurationSeconds(3600))
                .tags(TAGS)));
    }

    private static ResourceRequirement need(ResourceType type, String value) {
        return ResourceRequirement.builder().type(type).value(value).build();
    }
}

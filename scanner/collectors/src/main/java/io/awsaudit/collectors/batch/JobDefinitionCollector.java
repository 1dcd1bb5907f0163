package io.awsaudit.collectors.batch;

import static io.awsaudit.collectors.batch.Batch.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.Secrets;
import io.awsaudit.inventory.batch.JobDefinition;
import io.awsaudit.inventory.batch.JobDefinition.Container;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.batch.BatchClient;
import software.amazon.awssdk.services.batch.model.ContainerProperties;
import software.amazon.awssdk.services.batch.model.EcsProperties;
import software.amazon.awssdk.services.batch.model.EksContainer;
import software.amazon.awssdk.services.batch.model.EksContainerSecurityContext;
import software.amazon.awssdk.services.batch.model.EksProperties;
import software.amazon.awssdk.services.batch.model.JobTimeout;
import software.amazon.awssdk.services.batch.model.KeyValuePair;
import software.amazon.awssdk.services.batch.model.NodeRangeProperty;
import software.amazon.awssdk.services.batch.model.RetryStrategy;
import software.amazon.awssdk.services.batch.model.TaskContainerProperties;

/** Reads of each job definition the latest revision that is active. Values of environment variables are not kept. */
final class JobDefinitionCollector implements Collector<JobDefinition> {
    private static final Operation DESCRIBE =
            Operation.of("batch:DescribeJobDefinitions").pages(Batch.PAGE);

    private static final String ACTIVE = "ACTIVE";

    /** What the one container of a job is called, which has no name. */
    private static final String CONTAINER = "container";

    @Override
    public Set<Class<? extends JobDefinition>> yields() {
        return Set.of(JobDefinition.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<JobDefinition> collect(Reads reads) {
        BatchClient batch = reads.client(Batch.BATCH);
        // Revisions come in no documented order, so that the latest is known only at the end.
        return Stream.of(reads)
                .flatMap(unused -> reads
                        .pages(
                                DESCRIBE,
                                () -> batch.describeJobDefinitionsPaginator(request ->
                                                request.status(ACTIVE).maxResults(Batch.PAGE))
                                        .jobDefinitions())
                        .map(definition -> read(definition, reads))
                        .collect(Collectors.toMap(
                                JobDefinition::definitionName,
                                definition -> definition,
                                BinaryOperator.maxBy(Comparator.comparing(JobDefinition::revision)),
                                TreeMap::new))
                        .values()
                        .stream());
    }

    private static JobDefinition read(
            software.amazon.awssdk.services.batch.model.JobDefinition definition, Reads reads) {
        int revision = definition.revision() == null ? 0 : definition.revision();
        return new JobDefinition(
                Identity.tagged(
                        new Arn(definition.jobDefinitionArn()),
                        reads.account(),
                        reads.region(),
                        definition.jobDefinitionName() + ":" + revision,
                        definition.tags()),
                definition.jobDefinitionName(),
                revision,
                orEmpty(definition.type()),
                Stream.concat(
                                containers(
                                        "",
                                        definition.containerProperties(),
                                        definition.ecsProperties(),
                                        definition.eksProperties()),
                                definition.nodeProperties() == null
                                        ? Stream.empty()
                                        : definition.nodeProperties().nodeRangeProperties().stream()
                                                .flatMap(JobDefinitionCollector::containers))
                        .toList(),
                Optional.ofNullable(definition.retryStrategy()).map(RetryStrategy::attempts),
                Optional.ofNullable(definition.timeout()).map(JobTimeout::attemptDurationSeconds));
    }

    private static Stream<Container> containers(NodeRangeProperty nodes) {
        return containers(
                "nodes " + orEmpty(nodes.targetNodes()) + ", ",
                nodes.container(),
                nodes.ecsProperties(),
                nodes.eksProperties());
    }

    private static Stream<Container> containers(
            String where,
            @Nullable ContainerProperties container,
            @Nullable EcsProperties ecs,
            @Nullable EksProperties eks) {
        return Stream.of(
                        Stream.ofNullable(container)
                                .map(only -> container(where + CONTAINER, only.privileged(), only.environment())),
                        Stream.ofNullable(ecs)
                                .flatMap(tasks -> tasks.taskProperties().stream())
                                .flatMap(task -> task.containers().stream())
                                .map(inTask -> container(where, inTask)),
                        Stream.ofNullable(eks)
                                .map(EksProperties::podProperties)
                                .filter(pod -> pod != null)
                                .flatMap(pod -> Stream.concat(pod.initContainers().stream(), pod.containers().stream()))
                                .map(inPod -> container(where, inPod)))
                .flatMap(containers -> containers);
    }

    private static Container container(String where, TaskContainerProperties container) {
        return container(
                where + Optional.ofNullable(container.name()).orElse(CONTAINER),
                container.privileged(),
                container.environment());
    }

    private static Container container(String where, EksContainer container) {
        return new Container(
                where + Optional.ofNullable(container.name()).orElse(CONTAINER),
                Optional.ofNullable(container.securityContext())
                        .map(EksContainerSecurityContext::privileged)
                        .orElse(false),
                container.env().stream()
                        .flatMap(variable -> secret(orEmpty(variable.name()), orEmpty(variable.value())).stream())
                        .toList());
    }

    private static Container container(String name, @Nullable Boolean privileged, List<KeyValuePair> environment) {
        return new Container(
                name,
                Boolean.TRUE.equals(privileged),
                environment.stream()
                        .flatMap(variable -> secret(orEmpty(variable.name()), orEmpty(variable.value())).stream())
                        .toList());
    }

    private static Optional<Secret> secret(String name, String value) {
        return Secrets.inSetting(name, value).map(reason -> new Secret(name, reason));
    }
}

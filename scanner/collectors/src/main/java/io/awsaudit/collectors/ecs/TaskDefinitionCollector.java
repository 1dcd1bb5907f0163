package io.awsaudit.collectors.ecs;

import static io.awsaudit.collectors.ecs.Ecs.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ecs.TaskDefinition;
import io.awsaudit.inventory.ecs.TaskDefinition.EfsVolume;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.EFSTransitEncryption;
import software.amazon.awssdk.services.ecs.model.RuntimePlatform;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionFamilyStatus;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionPlacementConstraint;
import software.amazon.awssdk.services.ecs.model.TaskSet;
import software.amazon.awssdk.services.ecs.model.Volume;

/**
 * Reads of each family the latest active revision, which AWS describes for the family's name, and besides what else
 * services run. {@code ListTaskDefinitions} would give every revision that there ever was.
 */
final class TaskDefinitionCollector implements Collector<TaskDefinition> {
    private static final Operation LIST_FAMILIES =
            Operation.of("ecs:ListTaskDefinitionFamilies").pages(Ecs.PAGE);
    private static final Operation DESCRIBE =
            Operation.of("ecs:DescribeTaskDefinition").each();

    @Override
    public Set<Class<? extends TaskDefinition>> yields() {
        return Set.of(TaskDefinition.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_FAMILIES, DESCRIBE, Ecs.LIST_CLUSTERS, Ecs.LIST_SERVICES, Ecs.DESCRIBE_SERVICES);
    }

    @Override
    public Stream<TaskDefinition> collect(Reads reads) {
        EcsClient ecs = reads.client(Ecs.ECS);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Stream<TaskDefinition> latest = reads.each(
                reads.pages(
                        LIST_FAMILIES,
                        () -> ecs.listTaskDefinitionFamiliesPaginator(
                                        request -> request.status(TaskDefinitionFamilyStatus.ACTIVE)
                                                .maxResults(Ecs.PAGE))
                                .families()),
                family -> describe(family, ecs, reads));
        // The second half starts when the first has ended, and knows all that was seen.
        Stream<TaskDefinition> running = Stream.of(reads)
                .flatMap(unused -> reads.each(
                        Ecs.services(reads)
                                .flatMap(TaskDefinitionCollector::runBy)
                                .filter(seen::add),
                        revision -> describe(revision, ecs, reads)));
        return Stream.concat(latest.peek(revision -> seen.add(revision.arn().value())), running);
    }

    /** An older revision runs on until its deployment is over. */
    private static Stream<String> runBy(Service service) {
        return Stream.of(
                        Stream.ofNullable(service.taskDefinition()),
                        service.deployments().stream().map(Deployment::taskDefinition),
                        service.taskSets().stream().map(TaskSet::taskDefinition))
                .flatMap(revisions -> revisions)
                .filter(revision -> revision != null && !revision.isEmpty());
    }

    private static TaskDefinition describe(String name, EcsClient ecs, Reads reads) {
        return read(
                reads.list(
                        DESCRIBE,
                        () -> ecs.describeTaskDefinition(
                                request -> request.taskDefinition(name).include(TaskDefinitionField.TAGS))),
                reads);
    }

    private static TaskDefinition read(DescribeTaskDefinitionResponse answer, Reads reads) {
        var described = answer.taskDefinition();
        return new TaskDefinition(
                Identity.tagged(
                        new Arn(described.taskDefinitionArn()),
                        reads.account(),
                        reads.region(),
                        described.family() + ":" + described.revision(),
                        Ecs.tags(answer.tags())),
                described.family(),
                described.revision(),
                orEmpty(described.statusAsString()),
                Optional.ofNullable(described.networkModeAsString()),
                Optional.ofNullable(described.pidModeAsString()),
                Optional.ofNullable(described.ipcModeAsString()),
                Optional.ofNullable(described.runtimePlatform()).map(RuntimePlatform::operatingSystemFamilyAsString),
                Optional.ofNullable(described.runtimePlatform()).map(RuntimePlatform::cpuArchitectureAsString),
                described.requiresCompatibilitiesAsStrings(),
                described.placementConstraints().stream()
                        .map(TaskDefinitionPlacementConstraint::expression)
                        .filter(expression -> expression != null)
                        .toList(),
                role(described.taskRoleArn(), reads),
                role(described.executionRoleArn(), reads),
                described.containerDefinitions().stream().map(Containers::read).toList(),
                described.volumes().stream()
                        .filter(volume -> volume.efsVolumeConfiguration() != null)
                        .map(TaskDefinitionCollector::onEfs)
                        .toList(),
                Optional.ofNullable(described.memory()).filter(memory -> !memory.isEmpty()));
    }

    private static Optional<Arn> role(@Nullable String name, Reads reads) {
        return Optional.ofNullable(name)
                .filter(given -> !given.isEmpty())
                .map(given -> given.startsWith("arn:") ? new Arn(given) : reads.globalArn("iam", "role/" + given));
    }

    private static EfsVolume onEfs(Volume volume) {
        return new EfsVolume(
                orEmpty(volume.name()),
                orEmpty(volume.efsVolumeConfiguration().fileSystemId()),
                volume.efsVolumeConfiguration().transitEncryption() == EFSTransitEncryption.ENABLED);
    }
}

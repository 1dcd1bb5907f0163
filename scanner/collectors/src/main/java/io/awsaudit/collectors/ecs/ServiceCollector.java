package io.awsaudit.collectors.ecs;

import static io.awsaudit.collectors.ecs.Ecs.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ecs.Service;
import io.awsaudit.inventory.ecs.Service.DeploymentController;
import io.awsaudit.inventory.ecs.Service.SchedulingStrategy;
import io.awsaudit.inventory.ecs.TaskSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;

/** Reads the services of a region, ten with each call, and their task sets, which come along. */
final class ServiceCollector implements Collector<Resource> {
    private static final Set<String> GONE = Set.of("INACTIVE", "DRAINING");

    @Override
    public Set<Class<? extends Resource>> yields() {
        return Set.of(Service.class, TaskSet.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Ecs.LIST_CLUSTERS, Ecs.LIST_SERVICES, Ecs.DESCRIBE_SERVICES);
    }

    @Override
    public Stream<Resource> collect(Reads reads) {
        return Ecs.services(reads)
                .filter(service -> !GONE.contains(orEmpty(service.status())))
                .flatMap(service -> Stream.concat(
                        Stream.of(service(service, reads)),
                        service.taskSets().stream()
                                .filter(taskSet -> !GONE.contains(orEmpty(taskSet.status())))
                                .map(taskSet -> taskSet(taskSet, service, reads))));
    }

    private static Service service(software.amazon.awssdk.services.ecs.model.Service described, Reads reads) {
        return new Service(
                Identity.tagged(
                        new Arn(described.serviceArn()),
                        reads.account(),
                        reads.region(),
                        described.serviceName(),
                        Ecs.tags(described.tags())),
                new Arn(described.clusterArn()),
                orEmpty(described.status()),
                Optional.ofNullable(described.deploymentController())
                        .map(controller -> new DeploymentController(orEmpty(controller.typeAsString())))
                        .orElse(DeploymentController.ECS),
                Ecs.platform(
                        described.launchTypeAsString(),
                        described.capacityProviderStrategy(),
                        described.platformVersion(),
                        described.platformFamily()),
                Ecs.arn(described.taskDefinition()),
                Ecs.awsVpc(described.networkConfiguration(), reads),
                Optional.ofNullable(described.schedulingStrategyAsString())
                        .map(SchedulingStrategy::new)
                        .orElse(SchedulingStrategy.REPLICA),
                described.desiredCount() == null ? 0 : described.desiredCount(),
                rollsBack(described.deploymentConfiguration()));
    }

    /** By its circuit breaker, or when an alarm goes off. */
    private static boolean rollsBack(@Nullable DeploymentConfiguration deployment) {
        return deployment != null
                && (deployment.deploymentCircuitBreaker() != null
                                && Boolean.TRUE.equals(
                                        deployment.deploymentCircuitBreaker().enable())
                                && Boolean.TRUE.equals(
                                        deployment.deploymentCircuitBreaker().rollback())
                        || deployment.alarms() != null
                                && Boolean.TRUE.equals(deployment.alarms().enable())
                                && Boolean.TRUE.equals(deployment.alarms().rollback()));
    }

    private static TaskSet taskSet(
            software.amazon.awssdk.services.ecs.model.TaskSet described,
            software.amazon.awssdk.services.ecs.model.Service service,
            Reads reads) {
        return new TaskSet(
                Identity.tagged(
                        new Arn(described.taskSetArn()),
                        reads.account(),
                        reads.region(),
                        described.id(),
                        Ecs.tags(described.tags())),
                new Arn(service.serviceArn()),
                orEmpty(described.status()),
                Ecs.platform(
                        described.launchTypeAsString(),
                        described.capacityProviderStrategy(),
                        described.platformVersion(),
                        described.platformFamily()),
                Ecs.arn(described.taskDefinition()),
                Ecs.awsVpc(described.networkConfiguration(), reads));
    }
}

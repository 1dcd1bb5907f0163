package io.awsaudit.collectors.ecs;

import static io.awsaudit.collectors.ecs.Ecs.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ecs.CapacityProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.AutoScalingGroupProvider;
import software.amazon.awssdk.services.ecs.model.CapacityProviderField;
import software.amazon.awssdk.services.ecs.model.ManagedScaling;

/**
 * Reads the capacity providers of a region that its clusters may share. Those of ECS Managed Instances, which belong to one
 * cluster, are only described cluster by cluster, and AWS looks after their instances.
 */
final class CapacityProviderCollector implements Collector<CapacityProvider> {
    private static final Operation DESCRIBE_CAPACITY_PROVIDERS = Operation.of("ecs:DescribeCapacityProviders");

    /** AWS's own, which every account has. */
    private static final Set<String> OF_AWS = Set.of("FARGATE", "FARGATE_SPOT");

    private static final Set<String> GONE = Set.of("INACTIVE", "DEPROVISIONING");

    @Override
    public Set<Class<? extends CapacityProvider>> yields() {
        return Set.of(CapacityProvider.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_CAPACITY_PROVIDERS);
    }

    @Override
    public Stream<CapacityProvider> collect(Reads reads) {
        return described(reads).stream()
                .filter(provider -> !OF_AWS.contains(orEmpty(provider.name()))
                        && !GONE.contains(orEmpty(provider.statusAsString())))
                .map(provider -> read(provider, reads));
    }

    private static List<software.amazon.awssdk.services.ecs.model.CapacityProvider> described(Reads reads) {
        EcsClient ecs = reads.client(Ecs.ECS);
        List<software.amazon.awssdk.services.ecs.model.CapacityProvider> all = new ArrayList<>();
        String next = null;
        do {
            String token = next; // the SDK has no paginator for this operation
            next = reads.list(DESCRIBE_CAPACITY_PROVIDERS, () -> {
                var page = ecs.describeCapacityProviders(
                        request -> request.include(CapacityProviderField.TAGS).nextToken(token));
                Ecs.refuse(page.failures());
                all.addAll(page.capacityProviders());
                return orEmpty(page.nextToken());
            });
        } while (!next.isEmpty());
        return all;
    }

    private static CapacityProvider read(
            software.amazon.awssdk.services.ecs.model.CapacityProvider described, Reads reads) {
        Optional<AutoScalingGroupProvider> group = Optional.ofNullable(described.autoScalingGroupProvider());
        return new CapacityProvider(
                Identity.tagged(
                        new Arn(described.capacityProviderArn()),
                        reads.account(),
                        reads.region(),
                        described.name(),
                        Ecs.tags(described.tags())),
                orEmpty(described.statusAsString()),
                group.map(AutoScalingGroupProvider::autoScalingGroupArn),
                group.map(AutoScalingGroupProvider::managedScaling)
                        .map(ManagedScaling::statusAsString)
                        .filter("ENABLED"::equals)
                        .isPresent(),
                group.map(AutoScalingGroupProvider::managedTerminationProtectionAsString)
                        .filter("ENABLED"::equals)
                        .isPresent());
    }
}

package io.awsaudit.collectors.batch;

import static io.awsaudit.collectors.batch.Batch.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.batch.ComputeEnvironment;
import io.awsaudit.inventory.batch.ComputeEnvironment.AllocationStrategy;
import io.awsaudit.inventory.batch.ComputeEnvironment.ComputeResources;
import io.awsaudit.inventory.batch.ComputeEnvironment.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.batch.BatchClient;
import software.amazon.awssdk.services.batch.model.CEState;
import software.amazon.awssdk.services.batch.model.CEStatus;
import software.amazon.awssdk.services.batch.model.CEType;
import software.amazon.awssdk.services.batch.model.ComputeEnvironmentDetail;
import software.amazon.awssdk.services.batch.model.ComputeResource;

/** Reads compute environments, of which the listing tells all. */
final class ComputeEnvironmentCollector implements Collector<ComputeEnvironment> {
    private static final Operation DESCRIBE =
            Operation.of("batch:DescribeComputeEnvironments").pages(Batch.PAGE);

    @Override
    public Set<Class<? extends ComputeEnvironment>> yields() {
        return Set.of(ComputeEnvironment.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<ComputeEnvironment> collect(Reads reads) {
        BatchClient batch = reads.client(Batch.BATCH);
        return reads.pages(
                        DESCRIBE,
                        () -> batch.describeComputeEnvironmentsPaginator(request -> request.maxResults(Batch.PAGE))
                                .computeEnvironments())
                .filter(environment ->
                        environment.status() != CEStatus.DELETING && environment.status() != CEStatus.DELETED)
                .map(environment -> read(environment, reads));
    }

    private static ComputeEnvironment read(ComputeEnvironmentDetail environment, Reads reads) {
        return new ComputeEnvironment(
                Identity.tagged(
                        new Arn(environment.computeEnvironmentArn()),
                        reads.account(),
                        reads.region(),
                        environment.computeEnvironmentName(),
                        environment.tags()),
                environment.state() != CEState.DISABLED,
                new ComputeEnvironment.Status(orEmpty(environment.statusAsString())),
                Optional.ofNullable(environment.computeResources())
                        .filter(resources -> environment.type() != CEType.UNMANAGED)
                        .map(resources -> resources(resources, reads)));
    }

    private static ComputeResources resources(ComputeResource resources, Reads reads) {
        return new ComputeResources(
                new ResourceType(orEmpty(resources.typeAsString())),
                Optional.ofNullable(resources.allocationStrategyAsString())
                        .filter(strategy -> !strategy.isEmpty())
                        .map(AllocationStrategy::new),
                resources.minvCpus() == null ? 0 : resources.minvCpus(),
                resources.instanceTypes().stream().sorted().toList(),
                resources.tags().keySet().stream().sorted().toList(),
                resources.subnets().stream()
                        .map(subnet -> reads.arn("ec2", "subnet/" + subnet))
                        .toList(),
                resources.securityGroupIds().stream()
                        .map(group -> reads.arn("ec2", "security-group/" + group))
                        .toList());
    }
}

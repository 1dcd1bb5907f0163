package io.awsaudit.collectors.ssm;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ssm.ManagedInstance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ssm.model.InstanceInformation;
import software.amazon.awssdk.services.ssm.model.ResourceType;

/** Reads the machines that Systems Manager has heard of in a region. */
final class ManagedInstanceCollector implements Collector<ManagedInstance> {
    private static final Operation DESCRIBE_INSTANCES =
            Operation.of("ssm:DescribeInstanceInformation").pages(50);

    @Override
    public Set<Class<? extends ManagedInstance>> yields() {
        return Set.of(ManagedInstance.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_INSTANCES);
    }

    @Override
    public Stream<ManagedInstance> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE_INSTANCES,
                        () -> reads.client(Ssm.CLIENT)
                                .describeInstanceInformationPaginator(request -> request.maxResults(50))
                                .instanceInformationList())
                .map(instance -> read(instance, reads));
    }

    private static ManagedInstance read(InstanceInformation listed, Reads reads) {
        String id = listed.instanceId();
        Optional<Arn> instance = listed.resourceType() == ResourceType.EC2_INSTANCE
                ? Optional.of(reads.arn("ec2", "instance/" + id))
                : Optional.empty();
        return new ManagedInstance(
                Identity.untagged(
                        reads.arn("ssm", "managed-instance/" + id),
                        reads.account(),
                        reads.region(),
                        listed.name() == null || listed.name().isEmpty() ? id : listed.name()),
                instance,
                new ManagedInstance.PingStatus(Answers.sent(listed.pingStatusAsString(), "PingStatus")),
                Optional.ofNullable(listed.agentVersion()),
                Optional.ofNullable(listed.isLatestVersion()),
                Optional.ofNullable(listed.platformTypeAsString()));
    }
}

package io.awsaudit.inventory.ecs;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A capacity provider of the account's own, read whole by {@code ecs:DescribeCapacityProviders}. AWS's {@code FARGATE} and
 * {@code FARGATE_SPOT}, which every account has, are none, nor is one that is being deleted or was.
 *
 * @param status such as {@code ACTIVE}
 * @param autoScalingGroup its ARN or name; absent where ECS manages the instances itself
 * @param managedScaling whether ECS scales the group
 * @param managedTerminationProtection whether scaling in spares instances that run tasks; off where AWS does not say
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProvider.html">CapacityProvider</a>
 */
@CloudFormationType("AWS::ECS::CapacityProvider")
public record CapacityProvider(
        Identity identity,
        String status,
        Optional<String> autoScalingGroup,
        boolean managedScaling,
        boolean managedTerminationProtection)
        implements Resource {
    @Override
    public Stream<Edge> edges() {
        return autoScalingGroup
                .filter(group -> group.startsWith("arn:"))
                .map(group -> new Edge(arn(), Relation.CONTAINS, new Arn(group)))
                .stream();
    }

    /** {@return whether an Auto Scaling group gives the capacity} */
    public boolean isAutoScaled() {
        return autoScalingGroup.isPresent();
    }
}

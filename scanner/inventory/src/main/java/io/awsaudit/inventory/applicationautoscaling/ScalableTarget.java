package io.awsaudit.inventory.applicationautoscaling;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.util.List;

/**
 * A capacity that Application Auto Scaling may change, read by {@code application-autoscaling:DescribeScalableTargets}, with
 * its policies from {@code DescribeScalingPolicies}.
 *
 * @param identity the name is the resource's id with the dimension; tags are not read
 * @param serviceNamespace such as {@code dynamodb}
 * @param resourceId such as {@code table/orders}
 * @param dimension such as {@code dynamodb:table:ReadCapacityUnits}
 * @param suspended whether scaling out or in by policies is suspended
 * @param policies names of those that say when to scale; without one nothing ever happens
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalableTarget.html">ScalableTarget</a>
 */
@CloudFormationType("AWS::ApplicationAutoScaling::ScalableTarget")
public record ScalableTarget(
        Identity identity,
        String serviceNamespace,
        String resourceId,
        String dimension,
        int minCapacity,
        int maxCapacity,
        boolean suspended,
        List<String> policies)
        implements Resource {
    public ScalableTarget {
        policies = List.copyOf(policies);
    }

    /** {@return whether this capacity of a resource follows the demand by itself} */
    public boolean scales(Arn resource, String wanted) {
        return !policies.isEmpty()
                && !suspended
                && dimension.equals(wanted)
                && resourceId.equals(resource.resource())
                && region().equals(resource.region())
                && account().equals(resource.account());
    }
}

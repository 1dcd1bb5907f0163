package io.awsaudit.inventory.batch;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * How a queue is shared out among those who use it, read whole by {@code batch:DescribeSchedulingPolicies}.
 *
 * @see <a href="https://docs.aws.amazon.com/batch/latest/APIReference/API_SchedulingPolicyDetail.html">SchedulingPolicyDetail</a>
 */
@CloudFormationType("AWS::Batch::SchedulingPolicy")
public record SchedulingPolicy(Identity identity) implements Resource {}

package io.awsaudit.inventory.connect;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;

/**
 * A contact centre, listed by {@code connect:ListInstances}; one that could not be made is none.
 *
 * @param identity its name is its alias
 * @param status such as {@code ACTIVE}
 * @param flowLogs whether what callers go through is logged, from {@code connect:DescribeInstanceAttribute}
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_InstanceSummary.html">InstanceSummary</a>
 */
@CloudFormationType("AWS::Connect::Instance")
public record Instance(Identity identity, String status, Observed<Boolean> flowLogs) implements Resource {}

package io.awsaudit.inventory.dynamodb;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * How much provisioned capacity all tables of a region may have together, read whole by {@code dynamodb:DescribeLimits}.
 *
 * <p>AWS has neither a CloudFormation type nor an ARN for it. Its ARN here is {@code
 * arn:PARTITION:dynamodb:REGION:ACCOUNT:limits}.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeLimits.html">DescribeLimits</a>
 */
@CloudFormationType("AWS::DynamoDB::Limits")
public record Limits(Identity identity, long accountMaxReadCapacityUnits, long accountMaxWriteCapacityUnits)
        implements Resource {
    private static final int HUNDRED = 100;

    /** {@return whether so many units for reads are more than so much of the quota} */
    public boolean isNearlyReadAway(Number units, long percent) {
        return units.longValue() * HUNDRED > accountMaxReadCapacityUnits * percent;
    }

    /** {@return whether so many units for writes are more than so much of the quota} */
    public boolean isNearlyWrittenAway(Number units, long percent) {
        return units.longValue() * HUNDRED > accountMaxWriteCapacityUnits * percent;
    }
}

package io.awsaudit.inventory.bedrock;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Capacity of a model that is paid for by the hour, read by {@code bedrock:ListProvisionedModelThroughputs} but for its tags.
 *
 * <p>CloudFormation has no type for it.
 *
 * @param status such as {@code InService}
 * @param commitment such as {@code OneMonth}; empty where it can be given up at any hour, for a higher price
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ProvisionedModelSummary.html">ProvisionedModelSummary</a>
 */
@CloudFormationType("AWS::Bedrock::ProvisionedModelThroughput")
public record ProvisionedModelThroughput(
        Identity identity, String status, Optional<String> commitment, Instant creationTime) implements Resource {
    /** {@return whether it was made longer ago than that, and can still be given up at any hour} */
    public boolean isUncommittedFor(long days, Instant asOf) {
        return commitment.isEmpty() && creationTime.isBefore(asOf.minus(Duration.ofDays(days)));
    }
}

package io.awsaudit.inventory.bedrock;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether calls of models are logged in a region; always one a region.
 *
 * <p>CloudFormation has no type for it, nor AWS an ARN: {@code
 * arn:aws:bedrock:eu-west-1:123456789012:model-invocation-logging}.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_LoggingConfig.html">LoggingConfig</a>
 */
@CloudFormationType("AWS::Bedrock::ModelInvocationLogging")
public record ModelInvocationLogging(Identity identity, Observed<Destinations> destinations) implements Resource {
    /** Holds where no call is logged. */
    public static final Predicate<Destinations> NONE = destinations ->
            destinations.logGroup().isEmpty() && destinations.bucket().isEmpty();

    /** Where logs go: the name of a log group, that of a bucket, both, or neither. */
    public record Destinations(Optional<String> logGroup, Optional<String> bucket) {}
}

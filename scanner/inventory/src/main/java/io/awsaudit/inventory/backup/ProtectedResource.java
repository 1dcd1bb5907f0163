package io.awsaudit.inventory.backup;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * That AWS Backup has backed something up, as {@code backup:ListProtectedResources} tells it: by a plan, or on demand.
 *
 * <p>AWS has neither a CloudFormation type nor an ARN for it. Its ARN here is {@code
 * arn:PARTITION:backup:REGION:ACCOUNT:protected-resource:} followed by that of what is backed up.
 *
 * @param resource what is backed up
 * @param resourceType such as {@code EFS}
 * @param lastBackup when it last was
 * @see <a href="https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ProtectedResource.html">ProtectedResource</a>
 */
@CloudFormationType("AWS::Backup::ProtectedResource")
public record ProtectedResource(Identity identity, Arn resource, String resourceType, Optional<Instant> lastBackup)
        implements Resource {
    /** {@return whether it is a backup of this resource, made no more than the given days before a moment} */
    public boolean protects(Arn wanted, Instant asOf, long days) {
        return resource.equals(wanted)
                && lastBackup
                        .filter(last -> !last.isBefore(asOf.minus(Duration.ofDays(days))))
                        .isPresent();
    }
}

package io.awsaudit.inventory.databasemigration;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.time.Instant;
import java.util.Optional;

/**
 * A certificate that endpoints trust, read by {@code dms:DescribeCertificates} but for its tags.
 *
 * @param validUntil empty where it is an Oracle wallet, which does not tell
 * @see <a href="https://docs.aws.amazon.com/dms/latest/APIReference/API_Certificate.html">Certificate</a>
 */
@CloudFormationType("AWS::DMS::Certificate")
public record Certificate(Identity identity, Optional<Instant> validUntil) implements Resource {
    /** {@return whether it had expired} */
    public boolean isExpired(Instant asOf) {
        return validUntil.filter(asOf::isAfter).isPresent();
    }
}

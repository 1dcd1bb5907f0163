package io.awsaudit.inventory.transfer;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A certificate that messages of AS2 are signed and encrypted with, read by {@code transfer:ListCertificates} but for its
 * tags.
 *
 * @param status {@code ACTIVE}, {@code PENDING_ROTATION} or {@code INACTIVE}
 * @param usage {@code SIGNING}, {@code ENCRYPTION} or {@code TLS}
 * @param inactiveDate from when it is used no more: when it expires, unless somebody chose an earlier day
 * @see <a href="https://docs.aws.amazon.com/transfer/latest/APIReference/API_ListedCertificate.html">ListedCertificate</a>
 */
@CloudFormationType("AWS::Transfer::Certificate")
public record Certificate(Identity identity, String status, String usage, Optional<Instant> inactiveDate)
        implements Resource {
    private static final String INACTIVE = "INACTIVE";

    /** {@return whether it is used no more} */
    public boolean isInactive() {
        return status.equals(INACTIVE);
    }

    /** {@return whether it is in use, and will not be that many days after a moment} */
    public boolean endsWithin(long days, Instant asOf) {
        return !isInactive()
                && inactiveDate
                        .filter(end -> end.isBefore(asOf.plus(Duration.ofDays(days))))
                        .isPresent();
    }
}

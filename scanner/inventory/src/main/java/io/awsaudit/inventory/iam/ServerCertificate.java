package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.time.Instant;
import java.util.Optional;

/**
 * A TLS certificate kept in IAM, read whole by {@code iam:ListServerCertificates} but for its tags.
 *
 * @param expiration the last moment at which it is valid
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ServerCertificateMetadata.html">ServerCertificateMetadata</a>
 */
@CloudFormationType("AWS::IAM::ServerCertificate")
public record ServerCertificate(
        Identity identity, String path, Optional<Instant> uploaded, Optional<Instant> expiration) implements Resource {
    /** {@return whether it was no longer valid at a moment} */
    public boolean isExpiredAt(Instant moment) {
        return expiration.isPresent() && expiration.get().isBefore(moment);
    }
}

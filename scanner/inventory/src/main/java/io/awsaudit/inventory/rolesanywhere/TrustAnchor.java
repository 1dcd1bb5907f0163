package io.awsaudit.inventory.rolesanywhere;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A certificate authority whose certificates open roles of the account, read by {@code rolesanywhere:ListTrustAnchors} but for
 * its tags.
 *
 * @param enabled whether its certificates open anything at present
 * @param authority the authority of AWS Private CA; empty where certificates were uploaded
 * @param notAfter when the first of the uploaded certificates ends
 * @param expiryNotified whether AWS tells some time before the authority's certificate ends
 * @see <a href="https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_TrustAnchorDetail.html">TrustAnchorDetail</a>
 */
@CloudFormationType("AWS::RolesAnywhere::TrustAnchor")
public record TrustAnchor(
        Identity identity, boolean enabled, Optional<Arn> authority, Optional<Instant> notAfter, boolean expiryNotified)
        implements Resource {
    /** {@return whether an uploaded certificate ends within so many days of a moment} */
    public boolean endsWithin(long days, Instant asOf) {
        return notAfter.filter(end -> end.isBefore(asOf.plus(Duration.ofDays(days))))
                .isPresent();
    }

    /** {@return whether its certificates were uploaded} */
    public boolean isUploaded() {
        return notAfter.isPresent();
    }

    @Override
    public Stream<Edge> edges() {
        return authority.stream().map(trusted -> new Edge(arn(), Relation.TRUSTS, trusted));
    }
}

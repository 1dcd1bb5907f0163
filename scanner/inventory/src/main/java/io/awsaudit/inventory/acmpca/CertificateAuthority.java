package io.awsaudit.inventory.acmpca;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A private certificate authority, read by {@code acm-pca:ListCertificateAuthorities} but for its policy and its tags. One
 * that is deleted, and could still be restored, is none any more.
 *
 * @param identity it has no name but its id
 * @param authorityType AWS calls it {@code type}, which every resource here has already
 * @param usageMode what certificates it issues
 * @param keyAlgorithm such as {@code RSA_2048}; empty where AWS does not say
 * @param revokes whether it tells of certificates that it has revoked, by a list or by OCSP
 * @param notAfter when its own certificate ends; empty as long as it has none
 * @param policy which other accounts may issue certificates from it; {@link Policy#NONE} where it has none
 * @see <a href="https://docs.aws.amazon.com/privateca/latest/APIReference/API_CertificateAuthority.html">CertificateAuthority</a>
 */
@CloudFormationType("AWS::ACMPCA::CertificateAuthority")
public record CertificateAuthority(
        Identity identity,
        Type authorityType,
        Status status,
        UsageMode usageMode,
        String keyAlgorithm,
        boolean revokes,
        Optional<Instant> notAfter,
        Observed<Policy> policy)
        implements Governed {
    /** Whether an authority stands at the top. */
    public record Type(String value) implements OpenValue {
        public static final Type ROOT = new Type("ROOT");
        public static final Type SUBORDINATE = new Type("SUBORDINATE");
    }

    /** Whether an authority can issue certificates. */
    public record Status(String value) implements OpenValue {
        public static final Status ACTIVE = new Status("ACTIVE");
        public static final Status CREATING = new Status("CREATING");
        public static final Status DISABLED = new Status("DISABLED");
        public static final Status EXPIRED = new Status("EXPIRED");
        public static final Status FAILED = new Status("FAILED");
        public static final Status PENDING_CERTIFICATE = new Status("PENDING_CERTIFICATE");
    }

    /** What certificates an authority issues. */
    public record UsageMode(String value) implements OpenValue {
        public static final UsageMode GENERAL_PURPOSE = new UsageMode("GENERAL_PURPOSE");
        /** They hold for a week at most, so that none is ever revoked. */
        public static final UsageMode SHORT_LIVED_CERTIFICATE = new UsageMode("SHORT_LIVED_CERTIFICATE");
    }

    /** {@return whether it stands at the top} */
    public boolean isRoot() {
        return authorityType.equals(Type.ROOT);
    }

    /** {@return whether it issues certificates} */
    public boolean isActive() {
        return status.equals(Status.ACTIVE);
    }

    /** {@return whether it was switched off} */
    public boolean isDisabled() {
        return status.equals(Status.DISABLED);
    }

    /** {@return whether its own certificate has ended} */
    public boolean isExpired() {
        return status.equals(Status.EXPIRED);
    }

    /** {@return whether it issues certificates that end before anybody could revoke them} */
    public boolean isShortLived() {
        return usageMode.equals(UsageMode.SHORT_LIVED_CERTIFICATE);
    }

    /** {@return whether its own certificate ends within so many days of a moment} */
    public boolean endsWithin(long days, Instant asOf) {
        return notAfter.filter(end -> end.isBefore(asOf.plus(Duration.ofDays(days))))
                .isPresent();
    }

    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }
}

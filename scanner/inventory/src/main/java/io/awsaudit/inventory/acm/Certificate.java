package io.awsaudit.inventory.acm;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate of AWS Certificate Manager, issued or imported, read whole by {@code acm:ListCertificates} but for its tags. Its
 * name is the domain that it is for.
 *
 * @param keyAlgorithm such as {@code RSA-2048}, {@code RSA_2048} or {@code EC_prime256v1}: AWS writes it both ways
 * @param inUse whether some AWS service shows it
 * @param exported whether its private key was taken out, to be used elsewhere
 * @param notAfter the last moment at which it is valid; empty of one that was never issued
 * @see <a href="https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateSummary.html">CertificateSummary</a>
 */
@CloudFormationType("AWS::CertificateManager::Certificate")
public record Certificate(
        Identity identity,
        Type certificateType,
        Status status,
        String keyAlgorithm,
        boolean inUse,
        boolean exported,
        Optional<Instant> notAfter)
        implements Resource {
    private static final Pattern RSA = Pattern.compile("RSA[-_](\\d{1,6})");
    private static final Set<Status> DEFUNCT =
            Set.of(Status.EXPIRED, Status.FAILED, Status.INACTIVE, Status.REVOKED, Status.VALIDATION_TIMED_OUT);

    /** Where it comes from. */
    public record Type(String value) implements OpenValue {
        public static final Type AMAZON_ISSUED = new Type("AMAZON_ISSUED");
        public static final Type IMPORTED = new Type("IMPORTED");
        public static final Type PRIVATE = new Type("PRIVATE");
    }

    /** What became of it. */
    public record Status(String value) implements OpenValue {
        public static final Status EXPIRED = new Status("EXPIRED");
        public static final Status FAILED = new Status("FAILED");
        public static final Status INACTIVE = new Status("INACTIVE");
        public static final Status ISSUED = new Status("ISSUED");
        public static final Status PENDING_VALIDATION = new Status("PENDING_VALIDATION");
        public static final Status REVOKED = new Status("REVOKED");
        public static final Status VALIDATION_TIMED_OUT = new Status("VALIDATION_TIMED_OUT");
    }

    /** {@return whether it was asked for, and AWS waits for a proof that the domain is the customer's} */
    public boolean isPending() {
        return status.equals(Status.PENDING_VALIDATION);
    }

    /** {@return whether it is in force} */
    public boolean isIssued() {
        return status.equals(Status.ISSUED);
    }

    /** {@return whether nobody can be shown it, now or later} */
    public boolean isDefunct() {
        return DEFUNCT.contains(status);
    }

    /** {@return whether it ends within some days, or has ended} */
    public boolean endsWithin(long days, Instant asOf) {
        return notAfter.isPresent() && notAfter.get().isBefore(asOf.plus(Duration.ofDays(days)));
    }

    /** {@return the length of its RSA key, empty for other kinds of keys} */
    public OptionalInt rsaKeyBits() {
        Matcher rsa = RSA.matcher(keyAlgorithm);
        return rsa.matches() ? OptionalInt.of(Integer.parseInt(rsa.group(1))) : OptionalInt.empty();
    }

    /** {@return whether it has an RSA key} */
    public boolean isRsa() {
        return keyAlgorithm.startsWith("RSA");
    }

    /** {@return whether it has an RSA key that is shorter than some number of bits} */
    public boolean hasRsaKeyShorterThan(long bits) {
        return isRsa() && rsaKeyBits().orElse(0) < bits;
    }
}

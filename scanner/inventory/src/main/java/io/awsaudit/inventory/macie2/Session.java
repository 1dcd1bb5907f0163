package io.awsaudit.inventory.macie2;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Macie in a region where it is on, or paused; where it is off there is none.
 *
 * <p>AWS gives it no ARN: {@code arn:aws:macie2:eu-west-1:123456789012:session}.
 *
 * @param automatedDiscovery whether Macie samples objects of all buckets by itself; only known of accounts that have no
 *     administrator
 * @param administrator the account that manages Macie for this one; empty where it manages itself
 * @see <a href="https://docs.aws.amazon.com/macie/latest/APIReference/macie.html">GetMacieSession</a>
 */
@CloudFormationType("AWS::Macie::Session")
public record Session(
        Identity identity, Status status, Observed<Status> automatedDiscovery, Observed<Optional<String>> administrator)
        implements Resource {
    /** Holds where another account manages Macie. */
    public static final Predicate<Optional<String>> MANAGED = Optional::isPresent;

    /** Whether Macie, or a part of it, is on. */
    public record Status(String value) implements OpenValue {
        public static final Status DISABLED = new Status("DISABLED");
        public static final Status ENABLED = new Status("ENABLED");
        public static final Status PAUSED = new Status("PAUSED");
    }

    /** {@return whether Macie is on, and not paused} */
    public boolean isEnabled() {
        return status.equals(Status.ENABLED);
    }
}

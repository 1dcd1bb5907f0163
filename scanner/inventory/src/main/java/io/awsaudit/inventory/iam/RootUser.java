package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The root user; always one an account.
 *
 * <p>CloudFormation has no type for it. Its ARN is the account's too, so that {@code …:root-user} stands for it here:
 * {@code arn:aws:iam::123456789012:root-user}.
 *
 * @param summary what {@code iam:GetAccountSummary} says of its credentials
 * @param lastUsed the last time that its password or one of its access keys was used, from its row of the credential
 *     report; empty when never
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html">GetAccountSummary</a>
 */
@CloudFormationType("AWS::IAM::RootUser")
public record RootUser(Identity identity, Observed<Summary> summary, Observed<Optional<Instant>> lastUsed)
        implements Resource {
    /**
     * The root user's credentials.
     *
     * @param passwordPresent false in accounts whose root credentials their organisation has taken away; empty where AWS
     *     does not say
     */
    public record Summary(boolean mfaEnabled, boolean accessKeyPresent, Optional<Boolean> passwordPresent) {
        /** Holds where root has an access key. */
        public static final Predicate<Summary> ACCESS_KEY = Summary::accessKeyPresent;

        /** Holds where root can sign in, and does so without MFA. */
        public static final Predicate<Summary> WITHOUT_MFA = summary -> summary.canSignIn() && !summary.mfaEnabled();

        /** Holds where root has no credentials that a second factor could guard. */
        public static final Predicate<Summary> WITHOUT_CREDENTIALS = summary -> !summary.canSignIn();

        /** Holds where root can sign in. */
        public static final Predicate<Summary> CAN_SIGN_IN = Summary::canSignIn;

        private boolean canSignIn() {
            return accessKeyPresent || passwordPresent.orElse(true);
        }
    }

    /** {@return whether it is known to have been used in so many days before a moment} */
    public boolean wasUsedWithin(Instant asOf, long days) {
        return lastUsed.knownTo(use -> use.isPresent() && !use.get().isBefore(asOf.minus(Duration.ofDays(days))));
    }
}

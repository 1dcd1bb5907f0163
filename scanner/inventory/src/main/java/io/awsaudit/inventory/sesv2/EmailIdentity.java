package io.awsaudit.inventory.sesv2;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A domain or address that mail is sent from, listed by {@code ses:ListEmailIdentities}.
 *
 * @param identityType {@code DOMAIN}, {@code MANAGED_DOMAIN} or {@code EMAIL_ADDRESS}
 * @param verificationStatus such as {@code SUCCESS}
 * @param settings what {@code ses:GetEmailIdentity} adds
 * @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetEmailIdentity.html">GetEmailIdentity</a>
 */
@CloudFormationType("AWS::SES::EmailIdentity")
public record EmailIdentity(
        Identity identity, String identityType, String verificationStatus, Observed<Settings> settings)
        implements Governed {
    private static final Set<String> BROKEN = Set.of("FAILED", "TEMPORARY_FAILURE");

    /** Holds of those whose mail nobody can tell from what others send in their name. */
    public static final Predicate<Settings> UNSIGNED =
            settings -> !settings.dkimSigning() || !settings.dkimStatus().equals(Optional.of("SUCCESS"));

    /** Holds of those that everybody may send from. */
    public static final Predicate<Settings> PUBLIC =
            settings -> settings.policy().allowsEveryone();

    /**
     * What the listing leaves out.
     *
     * @param dkimSigning whether SES signs mail
     * @param dkimStatus whether the keys for that were found in DNS, such as {@code SUCCESS}
     * @param policy the statements of all its policies together; {@link Policy#NONE} where it has none
     */
    public record Settings(boolean dkimSigning, Optional<String> dkimStatus, Policy policy) {}

    /** {@return whether it is an address, which is signed for by its domain} */
    public boolean isAddress() {
        return identityType.equals("EMAIL_ADDRESS");
    }

    /** {@return whether it was to be verified, and was not, or is not any more} */
    public boolean isBroken() {
        return BROKEN.contains(verificationStatus);
    }

    @Override
    public Observed<Policy> resourcePolicy() {
        return settings.map(Settings::policy);
    }
}

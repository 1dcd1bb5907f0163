package io.awsaudit.inventory.account;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An AWS account; always one for each account scanned. Checks that ask for something to exist anywhere judge it.
 *
 * <p>The type name is the one that AWS Config uses. Its ARN is that of its root user,
 * {@code arn:aws:iam::123456789012:root}.
 *
 * @param primaryContact its name and country, empty where AWS has none on file
 * @param securityContact the alternate contact for security, empty where none is registered
 * @see <a href="https://docs.aws.amazon.com/accounts/latest/reference/API_GetAlternateContact.html">GetAlternateContact</a>
 */
@CloudFormationType("AWS::::Account")
public record Account(
        Identity identity,
        Observed<Optional<String>> primaryContact,
        Observed<Optional<AlternateContact>> securityContact)
        implements Resource {
    /** Holds where no alternate contact is registered. */
    public static final Predicate<Optional<AlternateContact>> NO_CONTACT = Optional::isEmpty;

    /** A person to turn to, besides the owner of the root user's address. */
    public record AlternateContact(String name, String title, String email, String phone) {}

    /** {@return the ARN under which an account is known here} */
    public static Arn arnOf(String partition, String account) {
        return new Arn("arn:" + partition + ":iam::" + account + ":root");
    }
}

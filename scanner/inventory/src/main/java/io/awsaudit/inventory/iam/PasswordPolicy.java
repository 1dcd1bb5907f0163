package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * What an account asks of its users' passwords; always one an account.
 *
 * <p>CloudFormation has no type for it, nor AWS an ARN: {@code arn:aws:iam::123456789012:password-policy}.
 *
 * @param rules empty where the account never set any, and AWS's {@linkplain Rules#DEFAULT default} holds
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PasswordPolicy.html">PasswordPolicy</a>
 */
@CloudFormationType("AWS::IAM::PasswordPolicy")
public record PasswordPolicy(Identity identity, Observed<Optional<Rules>> rules) implements Resource {
    /**
     * The rules.
     *
     * @param maxAgeDays empty when passwords do not expire
     * @param passwordsRemembered how many former passwords may not be used again; empty when any may
     */
    public record Rules(
            int minimumLength,
            boolean requiresSymbols,
            boolean requiresNumbers,
            boolean requiresUppercase,
            boolean requiresLowercase,
            OptionalInt maxAgeDays,
            OptionalInt passwordsRemembered) {
        /**
         * What AWS asks where an account sets nothing: eight characters, of three of the four kinds.
         *
         * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html">Default
         *     password policy</a>
         */
        public static final Rules DEFAULT =
                new Rules(8, false, false, false, false, OptionalInt.empty(), OptionalInt.empty());
    }

    /** {@return whether shorter passwords than of so many characters are known to be allowed} */
    public boolean allowsShorterThan(long characters) {
        return allows(set -> set.minimumLength() < characters);
    }

    /** {@return whether passwords without a capital letter are known to be allowed} */
    public boolean allowsWithoutUppercase() {
        return allows(set -> !set.requiresUppercase());
    }

    /** {@return whether passwords without a small letter are known to be allowed} */
    public boolean allowsWithoutLowercase() {
        return allows(set -> !set.requiresLowercase());
    }

    /** {@return whether passwords without a digit are known to be allowed} */
    public boolean allowsWithoutNumbers() {
        return allows(set -> !set.requiresNumbers());
    }

    /** {@return whether passwords without a symbol are known to be allowed} */
    public boolean allowsWithoutSymbols() {
        return allows(set -> !set.requiresSymbols());
    }

    /** {@return whether passwords are known to stay valid for more than so many days} */
    public boolean allowsOlderThan(long days) {
        return allows(set -> set.maxAgeDays().orElse(Integer.MAX_VALUE) > days);
    }

    private boolean allows(Predicate<Rules> test) {
        return rules.knownTo(set -> test.test(set.orElse(Rules.DEFAULT)));
    }

    /** {@return whether less than so many former passwords are known to be remembered} */
    public boolean remembersFewerThan(long passwords) {
        return allows(set -> set.passwordsRemembered().orElse(0) < passwords);
    }
}

package io.awsaudit.inventory.cognitoidentityprovider;

/**
 * What the passwords of a user pool must be like.
 *
 * @param minimumLength in characters
 * @param temporaryPasswordValidityDays for how long the first password works, which an administrator has set
 * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html">PasswordPolicyType</a>
 */
public record PasswordPolicy(
        int minimumLength,
        boolean requireLowercase,
        boolean requireUppercase,
        boolean requireNumbers,
        boolean requireSymbols,
        int temporaryPasswordValidityDays) {
    /** {@return whether passwords are so long, hold all four kinds of characters, and temporary ones end so soon} */
    public boolean isStrong(long length, long temporaryDays) {
        return minimumLength >= length
                && requireLowercase
                && requireUppercase
                && requireNumbers
                && requireSymbols
                && temporaryPasswordValidityDays <= temporaryDays;
    }
}

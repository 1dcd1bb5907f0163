package io.awsaudit.inventory.cognitoidentityprovider;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.OpenValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a user pool is, by {@code cognito-idp:DescribeUserPool}.
 *
 * @param firstAuthFactors what people may sign in with first, such as {@code PASSWORD}; empty where only passwords were ever
 *     taken
 * @param mfaConfiguration whether a second factor is asked for
 * @param advancedSecurityMode what threat protection does where people sign in as Cognito lets them
 * @param customAuthMode what it does where functions of the account's own decide
 * @param deletionProtected whether one call does not delete the pool with everybody in it
 * @param tier such as {@code ESSENTIALS}; empty where AWS does not say
 * @param sendsOwnEmail whether e-mail goes through an identity of the account's own in SES, or through a function
 * @param emailFailure why the pool cannot send e-mail, empty where it can
 * @param smsFailure why it cannot send text messages, empty where it can
 * @param functions those that Cognito calls as people sign up and in
 * @param kmsKey the key that encrypts the codes for functions that send them
 */
public record UserPoolSettings(
        PasswordPolicy passwordPolicy,
        List<String> firstAuthFactors,
        Mfa mfaConfiguration,
        SecurityMode advancedSecurityMode,
        SecurityMode customAuthMode,
        boolean deletionProtected,
        Optional<Tier> tier,
        boolean sendsOwnEmail,
        Optional<String> emailFailure,
        Optional<String> smsFailure,
        List<Arn> functions,
        Optional<Arn> kmsKey) {
    private static final String PASSWORD = "PASSWORD";

    /** Whether a second factor is asked for. */
    public record Mfa(String value) implements OpenValue {
        public static final Mfa OFF = new Mfa("OFF");
        public static final Mfa ON = new Mfa("ON");
        /** Each of the pool's users decides. */
        public static final Mfa OPTIONAL = new Mfa("OPTIONAL");
    }

    /** What threat protection does. */
    public record SecurityMode(String value) implements OpenValue {
        /** It counts, and lets everything pass. */
        public static final SecurityMode AUDIT = new SecurityMode("AUDIT");

        public static final SecurityMode ENFORCED = new SecurityMode("ENFORCED");
        public static final SecurityMode OFF = new SecurityMode("OFF");
    }

    /** What a pool can do, and what each of its users costs. */
    public record Tier(String value) implements OpenValue {
        public static final Tier ESSENTIALS = new Tier("ESSENTIALS");
        public static final Tier LITE = new Tier("LITE");
        public static final Tier PLUS = new Tier("PLUS");
    }

    /** Holds where threat protection does not act on what functions of the account's own let pass. */
    public static final Predicate<UserPoolSettings> CUSTOM_AUTH_UNGUARDED =
            pool -> !pool.customAuthMode().equals(SecurityMode.ENFORCED);

    /** Holds of pools that one call deletes. */
    public static final Predicate<UserPoolSettings> UNPROTECTED = pool -> !pool.deletionProtected();

    /** Holds where people may sign in with something else than a password. */
    public static final Predicate<UserPoolSettings> PASSWORDLESS = pool -> !pool.takesPasswordsOnly();

    /** Holds where Cognito sends e-mail from an address of its own, some tens a day. */
    public static final Predicate<UserPoolSettings> COGNITO_SENDS_EMAIL = pool -> !pool.sendsOwnEmail();

    /** Holds where messages to users fail. */
    public static final Predicate<UserPoolSettings> MESSAGES_FAIL =
            pool -> pool.emailFailure().isPresent() || pool.smsFailure().isPresent();

    /** Holds where the tier of threat protection is paid for. */
    public static final Predicate<UserPoolSettings> PLUS = pool -> pool.tier().equals(Optional.of(Tier.PLUS));

    /** Holds where the tier of threat protection is paid for and none of it is on. */
    public static final Predicate<UserPoolSettings> PLUS_FOR_NOTHING =
            PLUS.and(pool -> pool.advancedSecurityMode().equals(SecurityMode.OFF)
                    && pool.customAuthMode().equals(SecurityMode.OFF));

    /** The password policy, as evidence. */
    public static final Function<UserPoolSettings, PasswordPolicy> PASSWORDS = UserPoolSettings::passwordPolicy;

    /** Whether a second factor is asked for, as evidence. */
    public static final Function<UserPoolSettings, Mfa> MFA = UserPoolSettings::mfaConfiguration;

    /** What threat protection does where people sign in as Cognito lets them, as evidence. */
    public static final Function<UserPoolSettings, SecurityMode> MODE = UserPoolSettings::advancedSecurityMode;

    /** What it does where functions of the account's own decide, as evidence. */
    public static final Function<UserPoolSettings, SecurityMode> CUSTOM_MODE = UserPoolSettings::customAuthMode;

    /** Why messages fail, as evidence. */
    public static final Function<UserPoolSettings, String> FAILURE =
            pool -> pool.emailFailure().or(pool::smsFailure).orElse("");

    public UserPoolSettings {
        firstAuthFactors = List.copyOf(firstAuthFactors);
        functions = List.copyOf(functions);
    }

    /** {@return whether a password is the only thing that people sign in with first} */
    boolean takesPasswordsOnly() {
        return firstAuthFactors.stream().allMatch(PASSWORD::equals);
    }
}

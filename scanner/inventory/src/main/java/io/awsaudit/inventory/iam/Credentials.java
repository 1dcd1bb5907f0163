package io.awsaudit.inventory.iam;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the credential report says of a user. AWS makes a new report at most every four hours.
 *
 * @param passwordEnabled whether it can sign in to the console
 * @param passwordLastUsed empty when never used, or not since October 2014
 * @param passwordLastChanged empty without a password
 * @param mfaActive whether it has an MFA device of any kind
 * @param accessKeys those that exist, active or not; at most two
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">Credential reports</a>
 */
public record Credentials(
        boolean passwordEnabled,
        Optional<Instant> passwordLastUsed,
        Optional<Instant> passwordLastChanged,
        boolean mfaActive,
        List<AccessKey> accessKeys) {
    /** Holds of users without an MFA device. */
    public static final Predicate<Credentials> WITHOUT_MFA = credentials -> !credentials.mfaActive();

    /** Holds of users that cannot sign in to the console. */
    public static final Predicate<Credentials> WITHOUT_PASSWORD = credentials -> !credentials.passwordEnabled();

    /** Holds of users that sign in to the console with a password alone. */
    public static final Predicate<Credentials> PASSWORD_ALONE =
            credentials -> credentials.passwordEnabled() && !credentials.mfaActive();

    /** Holds of users that have more than one active access key. */
    public static final Predicate<Credentials> SEVERAL_ACTIVE_KEYS = credentials ->
            credentials.accessKeys().stream().filter(AccessKey::active).count() > 1;

    /** How long the console takes at most to make a user and, in the same go, a key. */
    private static final Duration SETUP = Duration.ofMinutes(1);

    /**
     * An access key.
     *
     * @param number 1 or 2, its place in the report, which does not give its id
     * @param lastRotated when it was created or last changed; empty where AWS does not know
     * @param lastUsed empty when never used since April 2015
     */
    public record AccessKey(int number, boolean active, Optional<Instant> lastRotated, Optional<Instant> lastUsed) {}

    public Credentials {
        accessKeys = List.copyOf(accessKeys);
    }

    /** {@return the enabled password and active keys without use in the given days; what was never used counts from when it was made} */
    List<String> unused(Instant userCreated, Instant asOf, long days) {
        Instant limit = asOf.minus(Duration.ofDays(days));
        Stream<String> password = Stream.of("password")
                .filter(name -> passwordEnabled
                        && passwordLastUsed
                                .or(() -> passwordLastChanged)
                                .orElse(userCreated)
                                .isBefore(limit))
                .map(name ->
                        name + passwordLastUsed.map(use -> " last used " + use).orElse(" never used"));
        Stream<String> keys = accessKeys.stream()
                .filter(AccessKey::active)
                .filter(key ->
                        key.lastUsed().or(key::lastRotated).orElse(userCreated).isBefore(limit))
                .map(key -> "access key " + key.number()
                        + key.lastUsed().map(use -> " last used " + use).orElse(" never used"));
        return Stream.concat(password, keys).toList();
    }

    /** {@return the active keys of a user with a password that were made with the user, as people name them} */
    List<String> madeAtSetup(Instant userCreated) {
        return accessKeys.stream()
                .filter(key -> passwordEnabled
                        && key.active()
                        && key.lastRotated()
                                .filter(made -> made.isBefore(userCreated.plus(SETUP)))
                                .isPresent())
                .map(key -> "access key " + key.number() + " of "
                        + key.lastRotated().orElse(userCreated))
                .toList();
    }

    List<String> old(Instant userCreated, Instant asOf, long days) {
        Instant limit = asOf.minus(Duration.ofDays(days));
        return accessKeys.stream()
                .filter(key ->
                        key.active() && key.lastRotated().orElse(userCreated).isBefore(limit))
                .map(key -> "access key " + key.number() + " of "
                        + key.lastRotated().orElse(userCreated))
                .toList();
    }
}

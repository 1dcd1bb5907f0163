package io.awsaudit.inventory.iam;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** How old the credentials of an account's users are, as a distribution. */
public final class CredentialAges {
    private static final List<Integer> BOUNDS = List.of(30, 90, 180, 365);

    private CredentialAges() {}

    /** {@return how many active access keys of some users are how old, in words; users whose credentials are unknown count for none} */
    public static String ofAccessKeys(Collection<?> users, Instant asOf) {
        return words(
                known(users)
                        .flatMap(user -> user.credentials().asOptional().stream()
                                .flatMap(credentials -> credentials.accessKeys().stream())
                                .filter(Credentials.AccessKey::active)
                                .map(key -> key.lastRotated().orElse(user.created())))
                        .toList(),
                asOf);
    }

    /** {@return how many passwords of some users are how old, in words; users whose credentials are unknown count for none} */
    public static String ofPasswords(Collection<?> users, Instant asOf) {
        return words(
                known(users)
                        .flatMap(user -> user.credentials().asOptional().stream()
                                .filter(Credentials::passwordEnabled)
                                .map(credentials ->
                                        credentials.passwordLastChanged().orElse(user.created())))
                        .toList(),
                asOf);
    }

    private static Stream<User> known(Collection<?> users) {
        return users.stream().map(User.class::cast);
    }

    /** Each band ends with the days that it names. */
    private static String words(List<Instant> made, Instant asOf) {
        int[] counts = new int[BOUNDS.size() + 1];
        for (Instant moment : made) {
            Duration age = Duration.between(moment, asOf);
            counts[
                    (int) BOUNDS.stream()
                            .filter(days -> age.compareTo(Duration.ofDays(days)) > 0)
                            .count()]++;
        }
        List<String> words = new ArrayList<>();
        for (int band = 0; band < counts.length; band++) {
            String name = band == 0
                    ? "up to " + BOUNDS.get(0) + " days"
                    : band == BOUNDS.size()
                            ? "over " + BOUNDS.get(band - 1) + " days"
                            : (BOUNDS.get(band - 1) + 1) + " to " + BOUNDS.get(band) + " days";
            words.add(name + ": " + counts[band]);
        }
        return String.join(", ", words);
    }
}

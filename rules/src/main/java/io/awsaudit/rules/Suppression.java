package io.awsaudit.rules;

import io.awsaudit.inventory.Wildcard;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A user's word that some findings are accepted.
 *
 * @param check an id, or a pattern with {@code *} and {@code ?}
 * @param resource an ARN, or a pattern with {@code *} and {@code ?} that must match the whole ARN
 * @param account twelve digits; empty for any
 * @param tag {@code key} or {@code key=value}, where either may be a pattern; empty for any resource, tagged or not
 * @param reason why it is accepted
 * @param owner who answers for that
 * @param expires the last day on which it holds; empty for ever
 */
public record Suppression(
        String check,
        String resource,
        Optional<String> account,
        Optional<String> tag,
        String reason,
        String owner,
        Optional<LocalDate> expires) {
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;

    /** {@return whether it covers a finding, on a day on which it holds} */
    public boolean covers(Check finding, Finding.Subject subject) {
        return names(finding)
                && Wildcard.matches(resource, subject.arn().value())
                && account.map(subject.account()::equals).orElse(true)
                && tag.map(pattern -> isTagged(subject, pattern)).orElse(true);
    }

    /** {@return whether it is about a check, by the check's id or one that it had before} */
    public boolean names(Check of) {
        return Wildcard.matches(check, of.id()) || of.aliases().contains(check);
    }

    /** {@return whether a text holds {@code *} or {@code ?}} */
    public static boolean isPattern(String text) {
        return firstWildcard(text) < text.length();
    }

    /** {@return what each ARN begins with that it covers} */
    String prefix() {
        return resource.substring(0, firstWildcard(resource));
    }

    /** {@return the region in the ARNs that it covers, empty where that is none or may be several} */
    Optional<String> regionOfResource() {
        return part(REGION);
    }

    /** {@return the account in the ARNs that it covers, empty where that is none or may be several} */
    Optional<String> accountOfResource() {
        return part(ACCOUNT);
    }

    /** A part between colons, where it ends before the first wildcard, which may stand for colons too. */
    private Optional<String> part(int index) {
        String[] parts = prefix().split(":", -1);
        return parts[0].equals("arn") && parts.length > index + 1 && !parts[index].isEmpty()
                ? Optional.of(parts[index])
                : Optional.empty();
    }

    private static int firstWildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '*' || text.charAt(i) == '?') {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isTagged(Finding.Subject subject, String pattern) {
        int split = pattern.indexOf('=');
        String key = split < 0 ? pattern : pattern.substring(0, split);
        String value = split < 0 ? "*" : pattern.substring(split + 1);
        return subject.tags().entrySet().stream()
                .anyMatch(entry -> Wildcard.matches(key, entry.getKey()) && Wildcard.matches(value, entry.getValue()));
    }
}

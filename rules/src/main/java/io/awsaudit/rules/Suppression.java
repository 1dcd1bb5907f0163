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
    /** {@return whether it covers a finding, on a day on which it holds} */
    public boolean covers(Check finding, Finding.Subject subject) {
        return (Wildcard.matches(check, finding.id()) || finding.aliases().contains(check))
                && Wildcard.matches(resource, subject.arn().value())
                && account.map(subject.account()::equals).orElse(true)
                && tag.map(pattern -> isTagged(subject, pattern)).orElse(true);
    }

    private static boolean isTagged(Finding.Subject subject, String pattern) {
        int split = pattern.indexOf('=');
        String key = split < 0 ? pattern : pattern.substring(0, split);
        String value = split < 0 ? "*" : pattern.substring(split + 1);
        return subject.tags().entrySet().stream()
                .anyMatch(entry -> Wildcard.matches(key, entry.getKey()) && Wildcard.matches(value, entry.getValue()));
    }
}

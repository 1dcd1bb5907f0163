package io.awsaudit.rules;

import io.awsaudit.inventory.Wildcard;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A user's word that some findings are accepted.
 *
 * @param check an id, or a pattern with {@code *} and {@code ?}
 * @param resource an ARN, or a pattern with {@code *} and {@code ?} that must match the whole ARN
 * @param expires the last day on which it holds; empty for ever
 */
public record Suppression(String check, String resource, String reason, Optional<LocalDate> expires) {
    /** {@return whether it covers a finding} */
    public boolean covers(Check finding, Finding.Subject subject) {
        return (Wildcard.matches(check, finding.id()) || finding.aliases().contains(check))
                && Wildcard.matches(resource, subject.arn().value());
    }
}

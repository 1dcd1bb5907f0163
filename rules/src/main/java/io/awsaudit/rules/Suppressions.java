package io.awsaudit.rules;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Wildcard;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What users have accepted, on a day. Of several suppressions that cover a finding the first counts for it.
 *
 * @param all in the order of their file, those that are past among them
 * @param today the day on which they are asked
 */
public record Suppressions(List<Suppression> all, LocalDate today) {
    /** Nothing is accepted. */
    public static final Suppressions NONE = new Suppressions(List.of(), LocalDate.EPOCH);

    public Suppressions {
        all = List.copyOf(all);
    }

    Optional<Suppression> of(Check check, Finding.Subject subject) {
        return all.stream()
                .filter(suppression -> holds(suppression) && suppression.covers(check, subject))
                .findFirst();
    }

    private boolean holds(Suppression suppression) {
        return suppression.expires().map(last -> !last.isBefore(today)).orElse(true);
    }

    List<SuppressionUse> uses(
            Collection<Finding> findings, Collection<Check> checks, Collection<Inventory.AccountScope> accounts) {
        return all.stream()
                .map(suppression -> new SuppressionUse(
                        suppression,
                        findings.stream()
                                .filter(finding -> finding.suppression()
                                        .filter(suppression::equals)
                                        .isPresent())
                                .count(),
                        suppression
                                .expires()
                                .map(last -> OptionalLong.of(ChronoUnit.DAYS.between(today, last)))
                                .orElse(OptionalLong.empty()),
                        isAsked(suppression, checks, accounts)))
                .toList();
    }

    private static boolean isAsked(
            Suppression suppression, Collection<Check> checks, Collection<Inventory.AccountScope> accounts) {
        return checks.stream()
                        .anyMatch(check -> Wildcard.matches(suppression.check(), check.id())
                                || check.aliases().contains(suppression.check()))
                && suppression
                        .account()
                        .map(id -> accounts.stream()
                                .anyMatch(account -> account.id().equals(id)))
                        .orElse(true);
    }
}

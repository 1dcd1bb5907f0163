package io.awsaudit.rules;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** {@return those that hold today, for many findings of some checks} */
    SuppressionIndex index(Collection<Check> checks) {
        return new SuppressionIndex(all.stream().filter(this::holds).toList(), checks);
    }

    private boolean holds(Suppression suppression) {
        return suppression.expires().map(last -> !last.isBefore(today)).orElse(true);
    }

    /** What became of each, in findings that the index of these marked. */
    List<SuppressionUse> uses(
            Collection<Finding> findings,
            Collection<Check> checks,
            Collection<Inventory.AccountScope> accounts,
            Coverage coverage) {
        Map<Suppression, Long> counts = new IdentityHashMap<>(); // of two equal ones the first covers all
        findings.forEach(finding -> finding.suppression().ifPresent(by -> counts.merge(by, 1L, Long::sum)));
        Set<String> incomplete = coverage.listings().stream()
                .filter(listing -> listing.gap().isPresent())
                .map(Coverage.Listing::type)
                .collect(Collectors.toSet());
        return all.stream()
                .map(suppression -> new SuppressionUse(
                        suppression,
                        counts.getOrDefault(suppression, 0L),
                        suppression
                                .expires()
                                .map(last -> OptionalLong.of(ChronoUnit.DAYS.between(today, last)))
                                .orElse(OptionalLong.empty()),
                        isAsked(suppression, checks, accounts, incomplete)))
                .toList();
    }

    /** A check that it names was evaluated, on all resources of its type, in an account and region that it names. */
    private static boolean isAsked(
            Suppression suppression,
            Collection<Check> checks,
            Collection<Inventory.AccountScope> accounts,
            Set<String> incomplete) {
        List<Check> named = checks.stream().filter(suppression::names).toList();
        return !named.isEmpty()
                && named.stream().map(Check::resourceType).noneMatch(incomplete::contains)
                && accounts.stream()
                        .anyMatch(account ->
                                suppression.account().map(account.id()::equals).orElse(true)
                                        && suppression
                                                .accountOfResource()
                                                .map(account.id()::equals)
                                                .orElse(true)
                                        && suppression
                                                .regionOfResource()
                                                .map(region -> region.equals(Identity.GLOBAL)
                                                        || account.regions().contains(region))
                                                .orElse(true));
    }
}

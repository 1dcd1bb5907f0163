package io.awsaudit.reports;

import io.awsaudit.inventory.Arn;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Comparison;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A result beside an earlier one, made by hand, in which everything that may become of a finding occurs. */
public final class Compared {
    private static final Instant BASELINE = Instant.parse("2025-12-31T00:00:00Z");
    private static final Instant FIRST_SEEN = Instant.parse("2025-11-05T03:17:00Z");

    private Compared() {}

    /** {@return the small sample: one failure is new, one went on, one is fixed, and one went with its resource} */
    public static AuditResult small() {
        AuditResult result = Samples.small();
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : result.findings()) {
            findings.add(changed(finding, result.asOf()));
        }
        Finding failure = result.findings().stream()
                .filter(Finding::isOpenFailure)
                .findFirst()
                .orElseThrow();
        return new AuditResult(
                result.toolVersion(),
                result.asOf(),
                result.accounts(),
                result.coverage(),
                result.checks(),
                result.frameworks(),
                findings,
                result.resources(),
                result.suppressions(),
                Optional.of(new Comparison(
                        BASELINE,
                        List.of(of(failure, "old-data", Optional.empty(), Optional.of(FIRST_SEEN))),
                        List.of(of(failure, "far-away", Optional.empty(), Optional.of(FIRST_SEEN))))),
                result.inventory());
    }

    private static Finding changed(Finding finding, Instant asOf) {
        return switch (finding.status()) {
            case FAIL ->
                finding.suppression().isPresent()
                        ? with(finding, Change.State.UNCHANGED, Verdict.FAIL, "it failed then, too", FIRST_SEEN)
                        : with(finding, Change.State.NEW, Verdict.PASS, "it passed then", asOf);
            case UNKNOWN -> with(finding, Change.State.UPDATED, Verdict.PASS, "it cannot be seen any more", asOf);
            case PASS -> with(finding, Change.State.FIXED, Verdict.FAIL, "it failed then", asOf);
            case NOT_APPLICABLE, MANUAL ->
                with(finding, Change.State.UNCHANGED, finding.status(), "it was so then", FIRST_SEEN);
        };
    }

    private static Finding with(Finding finding, Change.State state, Verdict before, String reason, Instant since) {
        return of(
                finding,
                finding.resource().name(),
                Optional.of(new Change(state, Optional.of(before), reason)),
                Optional.of(since));
    }

    private static Finding of(Finding finding, String name, Optional<Change> change, Optional<Instant> since) {
        Finding.Subject resource = finding.resource();
        boolean same = resource.name().equals(name);
        return new Finding(
                finding.checkId(),
                finding.status(),
                finding.severity(),
                same
                        ? resource
                        : new Finding.Subject(
                                new Arn(resource.arn().value().replace(resource.name(), name)),
                                resource.type(),
                                resource.account(),
                                resource.region(),
                                name,
                                resource.tags()),
                finding.message(),
                finding.evidence(),
                finding.path(),
                finding.gaps(),
                same
                        ? finding.fingerprint()
                        : new StringBuilder(finding.fingerprint()).reverse().toString(),
                finding.suppression(),
                change,
                since);
    }
}

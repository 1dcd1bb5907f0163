package io.awsaudit.reports;

import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of findings since a baseline, added up. What a user accepted is left out.
 *
 * @param baseline when what the baseline judges was collected
 * @param newFailures by severity, the worst first; severities without any are left out
 * @param newUnknowns what cannot be decided, and was decided or asked nothing then
 * @param unchangedFailures what failed then and still does
 * @param fixed what failed then and was seen not to now
 * @param gone failures of then whose resource is no longer there
 * @param unseen failures of then that this run did not look at, and those that it could not decide
 */
public record Changes(
        Instant baseline,
        Map<Severity, Long> newFailures,
        long newUnknowns,
        long unchangedFailures,
        long fixed,
        long gone,
        long unseen) {
    /** Adds up a result in one pass; empty where it stands beside no baseline. */
    public static Optional<Changes> of(AuditResult result) {
        return result.comparison().map(comparison -> {
            Map<Severity, Long> newFailures = new EnumMap<>(Severity.class);
            long newUnknowns = 0;
            long unchanged = 0;
            long fixed = 0;
            long undecided = 0;
            for (Finding finding : result.findings().notable()) {
                Optional<Change> change = finding.change();
                if (change.isEmpty() || finding.suppression().isPresent()) {
                    continue;
                }
                switch (change.get().state()) {
                    case NEW -> {
                        if (finding.status() == Verdict.FAIL) {
                            newFailures.merge(finding.severity(), 1L, Long::sum);
                        } else if (finding.status() == Verdict.UNKNOWN) {
                            newUnknowns++;
                        }
                    }
                    case UNCHANGED -> unchanged += finding.status() == Verdict.FAIL ? 1 : 0;
                    case FIXED -> fixed++;
                    case UPDATED ->
                        undecided += finding.status() == Verdict.UNKNOWN
                                        && change.get().before().equals(Optional.of(Verdict.FAIL))
                                ? 1
                                : 0;
                }
            }
            return new Changes(
                    comparison.baseline(),
                    newFailures,
                    newUnknowns,
                    unchanged,
                    fixed,
                    comparison.gone().size(),
                    comparison.unseen().size() + undecided);
        });
    }

    /** {@return how many failures are new, of any severity} */
    public long newFailuresInAll() {
        return newFailures.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * {@return all of it in a line without a full stop, such as {@code 2 new failures (1 critical, 1 low), 3 fixed, 1 gone,
     * 12 unchanged}}
     */
    public String sentence() {
        List<String> parts = new ArrayList<>();
        parts.add(
                newFailuresInAll() == 0
                        ? "no new failures"
                        : newFailuresInAll() + (newFailuresInAll() == 1 ? " new failure (" : " new failures (")
                                + String.join(
                                        ", ",
                                        newFailures.entrySet().stream()
                                                .map(entry -> entry.getValue() + " "
                                                        + entry.getKey().word())
                                                .toList())
                                + ")");
        if (newUnknowns > 0) {
            parts.add(newUnknowns + " newly undecided");
        }
        parts.add(fixed + " fixed");
        if (gone > 0) {
            parts.add(gone + " gone with their resource");
        }
        parts.add(unchangedFailures + " unchanged");
        if (unseen > 0) {
            parts.add(unseen + " not seen this time");
        }
        return String.join(", ", parts);
    }
}

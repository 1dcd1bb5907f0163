package io.awsaudit.reports.html;

import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All findings added up, those that the page does not list too. Each sum has a place for the failures of each severity,
 * the worst first, and then one for each of {@link #OTHERS}.
 */
final class Totals {
    /** What is counted besides failures, in the order of a sum. */
    static final List<String> OTHERS = List.of("unknown", "pass", "not-applicable", "manual", "suppressed");

    private static final int FAILURES = Severity.values().length;
    private static final long[] NONE = new long[FAILURES + OTHERS.size()];

    private final long[] all = NONE.clone();
    private final Map<String, long[]> checks = new TreeMap<>();
    private final Map<String, long[]> accounts = new TreeMap<>();
    private final Map<String, long[]> regions = new TreeMap<>();
    private final Map<Change.State, long[]> changes = new TreeMap<>();

    Totals(AuditResult result) {
        for (Finding finding : result.findings()) {
            int place = place(finding);
            all[place]++;
            checks.computeIfAbsent(finding.checkId(), key -> NONE.clone())[place]++;
            accounts.computeIfAbsent(finding.resource().account(), key -> NONE.clone())[place]++;
            regions.computeIfAbsent(finding.resource().region(), key -> NONE.clone())[place]++;
            finding.change().ifPresent(change -> changes.computeIfAbsent(change.state(), key -> NONE.clone())[place]++);
        }
    }

    private static int place(Finding finding) {
        if (finding.suppression().isPresent()) {
            return FAILURES + 4;
        }
        return switch (finding.status()) {
            case FAIL -> finding.severity().ordinal();
            case UNKNOWN -> FAILURES;
            case PASS -> FAILURES + 1;
            case NOT_APPLICABLE -> FAILURES + 2;
            case MANUAL -> FAILURES + 3;
        };
    }

    long[] all() {
        return all.clone();
    }

    long failures() {
        long sum = 0;
        for (int severity = 0; severity < FAILURES; severity++) {
            sum += all[severity];
        }
        return sum;
    }

    long unknown() {
        return all[FAILURES];
    }

    long[] ofCheck(String id) {
        return checks.getOrDefault(id, NONE).clone();
    }

    Map<String, long[]> accounts() {
        return accounts;
    }

    Map<String, long[]> regions() {
        return regions;
    }

    Map<Change.State, long[]> changes() {
        return changes;
    }
}

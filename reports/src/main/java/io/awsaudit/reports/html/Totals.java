package io.awsaudit.reports.html;

import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Findings;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Tally;
import io.awsaudit.rules.Verdict;
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

    private final long[] all;
    private final Map<String, long[]> checks = new TreeMap<>();
    private final Map<String, long[]> accounts = new TreeMap<>();
    private final Map<String, long[]> regions = new TreeMap<>();
    private final Map<Change.State, long[]> changes = new TreeMap<>();

    Totals(AuditResult result) {
        Findings.Counts counts = result.findings().counts();
        all = sum(counts.all());
        counts.checks().forEach((id, tally) -> checks.put(id, sum(tally)));
        counts.accounts().forEach((id, tally) -> accounts.put(id, sum(tally)));
        counts.regions().forEach((name, tally) -> regions.put(name, sum(tally)));
        counts.changes().forEach((state, tally) -> changes.put(state, sum(tally)));
    }

    private static long[] sum(Tally tally) {
        long[] sum = NONE.clone();
        for (Severity severity : Severity.values()) {
            sum[severity.ordinal()] = tally.of(Verdict.FAIL, severity);
        }
        sum[FAILURES] = tally.of(Verdict.UNKNOWN);
        sum[FAILURES + 1] = tally.of(Verdict.PASS);
        sum[FAILURES + 2] = tally.of(Verdict.NOT_APPLICABLE);
        sum[FAILURES + 3] = tally.of(Verdict.MANUAL);
        sum[FAILURES + 4] = tally.suppressed();
        return sum;
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

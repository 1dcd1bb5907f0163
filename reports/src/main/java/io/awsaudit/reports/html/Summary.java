package io.awsaudit.reports.html;

import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Findings added up.
 *
 * @param services by name
 * @param checks by id, in order
 */
record Summary(Tally all, Map<String, Tally> services, Map<String, Tally> checks, Map<String, Check> byId) {
    /** Counts of findings; those that a user accepted are counted apart. */
    static final class Tally {
        private final long[] verdicts = new long[Verdict.values().length];
        private final long[] failures = new long[Severity.values().length];
        private long suppressed;

        void add(Finding finding) {
            if (finding.suppression().isPresent()) {
                suppressed++;
                return;
            }
            verdicts[finding.status().ordinal()]++;
            if (finding.status() == Verdict.FAIL) {
                failures[finding.severity().ordinal()]++;
            }
        }

        long of(Verdict verdict) {
            return verdicts[verdict.ordinal()];
        }

        long failures(Severity severity) {
            return failures[severity.ordinal()];
        }

        /** {@return the severity of the worst failure; there must be one} */
        Severity worst() {
            for (Severity severity : Severity.values()) {
                if (failures(severity) > 0) {
                    return severity;
                }
            }
            throw new IllegalStateException("No failure");
        }

        long suppressed() {
            return suppressed;
        }
    }

    static Summary of(AuditResult result) {
        Map<String, Check> byId = result.checks().stream()
                .collect(Collectors.toMap(Check::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        Tally all = new Tally();
        Map<String, Tally> services = new TreeMap<>();
        Map<String, Tally> checks = new TreeMap<>();
        for (Finding finding : result.findings()) {
            Check check = byId.get(finding.checkId());
            if (check == null) {
                throw new IllegalArgumentException("The result has a finding of " + finding.checkId() + ", but no such check");
            }
            all.add(finding);
            services.computeIfAbsent(check.service(), service -> new Tally()).add(finding);
            checks.computeIfAbsent(check.id(), id -> new Tally()).add(finding);
        }
        return new Summary(all, services, checks, byId);
    }
}

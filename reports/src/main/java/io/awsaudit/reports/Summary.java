package io.awsaudit.reports;

import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Findings added up.
 *
 * @param services by name, those with findings
 * @param checks the metadata by id, in the order of the result
 */
public record Summary(Tally all, Map<String, Tally> services, Map<String, Check> checks) {
    /** Counts of findings; those that a user accepted are counted apart. */
    public static final class Tally {
        private final long[][] counts = new long[Verdict.values().length][Severity.values().length];
        private long suppressed;

        void add(Finding finding) {
            if (finding.suppression().isPresent()) {
                suppressed++;
            } else {
                counts[finding.status().ordinal()][finding.severity().ordinal()]++;
            }
        }

        /** {@return how many findings have a verdict} */
        public long of(Verdict verdict) {
            long sum = 0;
            for (long count : counts[verdict.ordinal()]) {
                sum += count;
            }
            return sum;
        }

        /** {@return how many findings of checks with a severity have a verdict} */
        public long of(Verdict verdict, Severity severity) {
            return counts[verdict.ordinal()][severity.ordinal()];
        }

        /** {@return how many findings a user accepted, whatever their verdict} */
        public long suppressed() {
            return suppressed;
        }
    }

    /** Adds up a result in one pass. */
    public static Summary of(AuditResult result) {
        Map<String, Check> checks = new LinkedHashMap<>();
        result.checks().forEach(check -> checks.put(check.id(), check));
        Tally all = new Tally();
        Map<String, Tally> services = new TreeMap<>();
        for (Finding finding : result.findings()) {
            Check check = checks.get(finding.checkId());
            if (check == null) {
                throw new IllegalArgumentException(
                        "The result has a finding of " + finding.checkId() + " but no such check");
            }
            all.add(finding);
            services.computeIfAbsent(check.service(), service -> new Tally()).add(finding);
        }
        return new Summary(all, services, checks);
    }
}

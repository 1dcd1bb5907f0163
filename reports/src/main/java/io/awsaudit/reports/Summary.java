package io.awsaudit.reports;

import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Findings added up.
 *
 * @param services by name, those with findings
 * @param checks by id, those with findings
 * @param metadata of all checks by id, in the order of the result
 */
public record Summary(Tally all, Map<String, Tally> services, Map<String, Tally> checks, Map<String, Check> metadata) {
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

        /** {@return the severity of the worst failure, empty when there is none} */
        public Optional<Severity> worst() {
            return Arrays.stream(Severity.values())
                    .filter(severity -> of(Verdict.FAIL, severity) > 0)
                    .findFirst();
        }

        /** {@return how many findings a user accepted, whatever their verdict} */
        public long suppressed() {
            return suppressed;
        }
    }

    /** Adds up a result in one pass. */
    public static Summary of(AuditResult result) {
        Map<String, Check> metadata = new LinkedHashMap<>();
        result.checks().forEach(check -> metadata.put(check.id(), check));
        Summary summary = new Summary(new Tally(), new TreeMap<>(), new TreeMap<>(), metadata);
        for (Finding finding : result.findings()) {
            Check check = summary.check(finding.checkId());
            summary.all.add(finding);
            summary.services
                    .computeIfAbsent(check.service(), service -> new Tally())
                    .add(finding);
            summary.checks.computeIfAbsent(check.id(), id -> new Tally()).add(finding);
        }
        return summary;
    }

    /** {@return the check of a finding} */
    public Check check(String id) {
        Check check = metadata.get(id);
        if (check == null) {
            throw new IllegalArgumentException("The result has a finding of " + id + " but no such check");
        }
        return check;
    }
}

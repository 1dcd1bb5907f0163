package io.awsaudit.reports.html;

import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.util.EnumMap;
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
        private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        private final Map<Severity, Long> failures = new EnumMap<>(Severity.class);
        private long suppressed;

        void add(Finding finding) {
            if (finding.suppression().isPresent()) {
                suppressed++;
                return;
            }
            verdicts.merge(finding.status(), 1L, Long::sum);
            if (finding.status() == Verdict.FAIL) {
                failures.merge(finding.severity(), 1L, Long::sum);
            }
        }

        long of(Verdict verdict) {
            return verdicts.getOrDefault(verdict, 0L);
        }

        long failures(Severity severity) {
            return failures.getOrDefault(severity, 0L);
        }

        /** {@return the severity of the worst failure; there must be one} */
        Severity worst() {
            return failures.keySet().iterator().next();
        }

        long suppressed() {
            return suppressed;
        }
    }

    Check check(String id) {
        Check check = byId.get(id);
        if (check == null) {
            throw new IllegalArgumentException("The result has a finding of " + id + ", but no such check");
        }
        return check;
    }

    static Summary of(AuditResult result) {
        Map<String, Check> byId = result.checks().stream()
                .collect(Collectors.toMap(Check::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        Summary summary = new Summary(new Tally(), new TreeMap<>(), new TreeMap<>(), byId);
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
}

package io.awsaudit.reports.sarif;

import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one account's run holds of the findings that it could hold.
 *
 * @param findings those that could be reported, what matters most first
 * @param kept how many of these the run holds
 */
record Share(String account, List<Finding> findings, int kept) {
    Share atMost(int most) {
        return new Share(account, findings, Math.min(kept, most));
    }

    List<Finding> results() {
        return findings.subList(0, kept);
    }

    int leftOut() {
        return findings.size() - kept;
    }

    /** {@return how many findings of each severity the run does not hold, such as {@code 3 high, 1,200 low}} */
    String leftOutBySeverity() {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        findings.subList(kept, findings.size()).forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count ->
                        Message.number(count.getValue()) + " " + count.getKey().word())
                .collect(Collectors.joining(", "));
    }
}

package io.awsaudit.reports.sarif;

import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one account's run holds of the findings that it could hold.
 *
 * @param findings those that there may be room for, what matters most first
 * @param kept how many of these the run holds
 * @param beyond how many more could be reported, by severity
 */
record Share(String account, List<Finding> findings, int kept, Map<Severity, Long> beyond) {
    /** Finds what matters most among findings of which there may be more than memory holds. */
    static final class Gathering {
        private final String account;
        private final Comparator<Finding> order;
        private final List<Finding> first = new ArrayList<>();
        private final Map<Severity, Long> beyond = new EnumMap<>(Severity.class);

        /** @param order what matters most comes first; of equals those that are added first */
        Gathering(String account, Comparator<Finding> order) {
            this.account = account;
            this.order = order;
        }

        void add(Finding finding) {
            first.add(finding);
            if (first.size() == 2 * Limits.RESULTS) {
                cut();
            }
        }

        private void cut() {
            first.sort(order);
            if (first.size() > Limits.RESULTS) {
                List<Finding> rest = first.subList(Limits.RESULTS, first.size());
                rest.forEach(finding -> beyond.merge(finding.severity(), 1L, Long::sum));
                rest.clear();
            }
        }

        Share share() {
            cut();
            return new Share(account, List.copyOf(first), first.size(), Map.copyOf(beyond));
        }
    }

    Share atMost(int most) {
        return new Share(account, findings, Math.min(kept, most), beyond);
    }

    List<Finding> results() {
        return findings.subList(0, kept);
    }

    /** {@return how many findings could be reported} */
    long size() {
        return findings.size()
                + beyond.values().stream().mapToLong(Long::longValue).sum();
    }

    long leftOut() {
        return size() - kept;
    }

    /** {@return how many findings of each severity the run does not hold, such as {@code 3 high, 1,200 low}} */
    String leftOutBySeverity() {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        counts.putAll(beyond);
        findings.subList(kept, findings.size()).forEach(finding -> counts.merge(finding.severity(), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(count ->
                        Message.number(count.getValue()) + " " + count.getKey().word())
                .collect(Collectors.joining(", "));
    }
}

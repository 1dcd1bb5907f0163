package io.awsaudit.rules;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds findings up by the controls that they bear on. */
final class FrameworkResults {
    private FrameworkResults() {}

    static List<AuditResult.FrameworkResult> of(
            Collection<Framework> frameworks, Findings findings, Set<String> evaluated) {
        Map<String, Map<Verdict, Integer>> byCheck = new HashMap<>();
        findings.counts().checks().forEach((check, tally) -> {
            Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
            for (Verdict verdict : Verdict.values()) {
                int count = Math.toIntExact(tally.of(verdict));
                if (count > 0) {
                    counts.put(verdict, count);
                }
            }
            byCheck.put(check, counts);
        });
        return frameworks.stream()
                .map(framework -> new AuditResult.FrameworkResult(
                        framework,
                        framework.controls().stream()
                                .map(control -> result(control, byCheck, evaluated))
                                .toList()))
                .toList();
    }

    private static AuditResult.ControlResult result(
            Framework.Control control, Map<String, Map<Verdict, Integer>> byCheck, Set<String> evaluated) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        control.checks()
                .forEach(id -> byCheck.getOrDefault(id, Map.of())
                        .forEach((verdict, count) -> counts.merge(verdict, count, Integer::sum)));
        return new AuditResult.ControlResult(control, status(control, counts, evaluated), counts);
    }

    private static Optional<Verdict> status(
            Framework.Control control, Map<Verdict, Integer> counts, Set<String> evaluated) {
        if (counts.containsKey(Verdict.FAIL)) {
            return Optional.of(Verdict.FAIL); // stands whatever else would have been asked
        }
        if (control.manual()) {
            return Optional.of(Verdict.MANUAL); // its checks, if any, are hints for the person who decides
        }
        if (control.checks().isEmpty() || !evaluated.containsAll(control.checks())) {
            return Optional.empty();
        }
        return Optional.of(
                counts.containsKey(Verdict.UNKNOWN)
                        ? Verdict.UNKNOWN
                        : counts.containsKey(Verdict.PASS) ? Verdict.PASS : Verdict.NOT_APPLICABLE);
    }
}

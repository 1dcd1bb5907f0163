package io.awsaudit.reports.html;

import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * The findings that the page lists: all of them, or as many as a browser stays quick with. What asks for nothing is left
 * out first, then what is less severe; within a severity what fails goes before what is unknown or manual. All are counted.
 */
final class Shortlist {
    private static final String SUPPRESSED = "suppressed";

    /** A group of findings, of which some are left out; the first is the last that would be. */
    private record Group(String state, String severity) {
        private static final List<Group> ALL = all();
        private static final int FIXED = Severity.values().length * 3;

        static int of(Finding finding) {
            if (finding.suppression().isPresent()) {
                return FIXED + 1;
            }
            int severe = finding.severity().ordinal() * 3;
            return switch (finding.status()) {
                case FAIL -> severe;
                case UNKNOWN -> severe + 1;
                case MANUAL -> severe + 2;
                case NOT_APPLICABLE -> FIXED + 2;
                case PASS ->
                    finding.change()
                                    .filter(change -> change.state() == Change.State.FIXED)
                                    .isPresent()
                            ? FIXED
                            : FIXED + 3;
            };
        }

        private static List<Group> all() {
            List<Group> all = new ArrayList<>();
            for (Severity severity : Severity.values()) {
                for (Verdict verdict : List.of(Verdict.FAIL, Verdict.UNKNOWN, Verdict.MANUAL)) {
                    all.add(new Group(verdict.word(), severity.word()));
                }
            }
            all.add(new Group(Change.State.FIXED.word(), ""));
            all.add(new Group(SUPPRESSED, ""));
            all.add(new Group(Verdict.NOT_APPLICABLE.word(), ""));
            all.add(new Group(Verdict.PASS.word(), ""));
            return List.copyOf(all);
        }
    }

    /**
     * Findings that are counted and not listed.
     *
     * @param state a verdict's word, {@code suppressed} or {@code fixed}
     * @param severity empty where they are left out whatever their severity
     */
    record Omitted(String state, String severity, long findings) {
        String words() {
            String words = switch (state) {
                case "fail" -> severity + " failures";
                case "unknown" -> severity + " ones that could not be decided";
                case "manual" -> severity + " ones for a person to decide";
                case "pass" -> "that pass";
                case "not-applicable" -> "that do not apply";
                default -> "that are " + state;
            };
            return Html.number(findings) + " " + words;
        }
    }

    private final List<Finding> findings = new ArrayList<>();
    private final List<Omitted> omitted = new ArrayList<>();

    /** @param limit how many are listed at most */
    Shortlist(AuditResult result, int limit) {
        int[] left = new int[Group.ALL.size()];
        result.findings().forEach(finding -> left[Group.of(finding)]++);
        int room = limit;
        for (int group = 0; group < left.length; group++) {
            int taken = Math.min(room, left[group]);
            room -= taken;
            if (taken < left[group]) {
                Group of = Group.ALL.get(group);
                omitted.add(new Omitted(of.state(), of.severity(), left[group] - taken));
            }
            left[group] = taken;
        }
        for (Finding finding : result.findings()) {
            if (left[Group.of(finding)]-- > 0) {
                findings.add(finding);
            }
        }
    }

    /** {@return those that are listed, in the order of the result} */
    List<Finding> findings() {
        return findings;
    }

    /** {@return what is left out, the most severe first} */
    List<Omitted> omitted() {
        return omitted;
    }
}

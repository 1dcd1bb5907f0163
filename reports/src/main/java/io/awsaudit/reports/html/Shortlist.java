package io.awsaudit.reports.html;

import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The findings that the page lists: all of them, or as many as a browser stays quick with. What asks for nothing is left
 * out first, then what is less severe; within a severity what fails goes before what is unknown or manual, and each check keeps its share. All are counted.
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
        List<Map<String, Integer>> found = new ArrayList<>();
        Group.ALL.forEach(group -> found.add(new TreeMap<>()));
        // What is not notable is out of scope or passes, and needs no looking at to be counted.
        result.findings().counts().checks().forEach((check, tally) -> {
            add(found.get(Group.FIXED + 2), check, Math.toIntExact(tally.of(Verdict.NOT_APPLICABLE)));
            add(found.get(Group.FIXED + 3), check, Math.toIntExact(tally.of(Verdict.PASS)));
        });
        for (Finding finding : result.findings().notable()) {
            add(found.get(Group.of(finding)), finding.checkId(), 1);
            if (finding.suppression().isEmpty()) {
                switch (finding.status()) {
                    case NOT_APPLICABLE -> add(found.get(Group.FIXED + 2), finding.checkId(), -1);
                    case PASS -> add(found.get(Group.FIXED + 3), finding.checkId(), -1);
                    case FAIL, UNKNOWN, MANUAL -> {}
                }
            }
        }
        List<Map<String, Integer>> left = new ArrayList<>();
        int room = limit;
        for (int group = 0; group < found.size(); group++) {
            Map<String, Integer> shares = shares(found.get(group), room);
            int taken = sum(shares);
            int missing = sum(found.get(group)) - taken;
            if (missing > 0) {
                Group of = Group.ALL.get(group);
                omitted.add(new Omitted(of.state(), of.severity(), missing));
            }
            room -= taken;
            left.add(shares);
        }
        boolean quiet = left.get(Group.FIXED + 2).values().stream().anyMatch(share -> share > 0)
                || left.get(Group.FIXED + 3).values().stream().anyMatch(share -> share > 0);
        for (Finding finding : quiet ? result.findings() : result.findings().notable()) {
            if (left.get(Group.of(finding)).merge(finding.checkId(), -1, Integer::sum) >= 0) {
                findings.add(finding);
            }
        }
    }

    private static void add(Map<String, Integer> counts, String check, int more) {
        counts.merge(check, more, (some, others) -> some + others == 0 ? null : some + others);
        counts.remove(check, 0);
    }

    /** How many findings of each check there is room for: as many of each, as far as it has them, so that no check is left out. */
    private static Map<String, Integer> shares(Map<String, Integer> found, int room) {
        Map<String, Integer> shares = new TreeMap<>();
        List<Map.Entry<String, Integer>> fewestFirst = found.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        int left = room;
        int checks = fewestFirst.size();
        for (Map.Entry<String, Integer> check : fewestFirst) {
            int share = Math.min(check.getValue(), left / checks);
            shares.put(check.getKey(), share);
            left -= share;
            checks--;
        }
        return shares;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
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

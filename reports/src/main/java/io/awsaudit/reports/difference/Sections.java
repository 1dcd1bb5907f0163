package io.awsaudit.reports.difference;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.change.ResourceChange;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import io.awsaudit.rules.difference.Difference;
import io.awsaudit.rules.difference.VerdictChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How a difference is divided where people read it, and the lines that every format for people has. */
final class Sections {
    static final String CHANGED = "What changed in the account";
    static final String UNSEEN = "What could be seen on one side only";
    private static final int EXAMPLES = 3;

    private Sections() {}

    /** {@return changed verdicts by heading, headings without any left out} */
    static Map<String, List<VerdictChange>> verdicts(Difference difference) {
        Map<String, List<VerdictChange>> sections = new LinkedHashMap<>();
        difference
                .verdicts()
                .forEach(change -> sections.computeIfAbsent(heading(change), heading -> new ArrayList<>())
                        .add(change));
        return sections;
    }

    private static String heading(VerdictChange change) {
        return switch (change.kind()) {
            case NEW ->
                switch (change.finding().status()) {
                    case FAIL -> "New failures";
                    case UNKNOWN -> "Newly undecided";
                    case MANUAL, PASS, NOT_APPLICABLE -> "New for a person to decide";
                };
            case FIXED -> "Fixed";
            case GONE -> "Gone with their resource";
            case UPDATED -> "Other verdicts that changed";
            case UNSEEN -> "Failures that were not looked at again";
        };
    }

    /** {@return changes of resources that are known to be such} */
    static List<ResourceChange> resources(Difference difference) {
        return difference.resources().stream().filter(ResourceChange::isKnown).toList();
    }

    /** {@return what one side did not see, in a line for each reason, with some of the resources that it is about} */
    static List<String> unseen(Difference difference) {
        Map<String, List<String>> resources = new TreeMap<>();
        for (ResourceChange change : difference.resources()) {
            if (!change.isKnown()) {
                String what =
                        change.resource().type() + " in " + change.resource().region();
                change.doubt()
                        .ifPresent(doubt -> resources
                                .computeIfAbsent(
                                        what + ", " + change.kind().words() + ": " + doubt, line -> new ArrayList<>())
                                .add(change.label()));
                change.properties()
                        .forEach(property -> resources
                                .computeIfAbsent(
                                        property.component() + " of " + what + ", "
                                                + property.kind().words()
                                                + property.gap()
                                                        .map(gap -> ": " + gap.sentence())
                                                        .orElse(""),
                                        line -> new ArrayList<>())
                                .add(change.label()));
            }
        }
        return resources.entrySet().stream()
                .map(entry -> entry.getValue().size() + " " + entry.getKey() + " ("
                        + String.join(
                                ", ",
                                entry.getValue()
                                        .subList(
                                                0,
                                                Math.min(
                                                        EXAMPLES,
                                                        entry.getValue().size())))
                        + (entry.getValue().size() > EXAMPLES ? ", ..." : "") + ")")
                .toList();
    }

    /** {@return the verdicts in a line, such as {@code 2 new failures (1 critical, 1 low), 3 fixed, 1 gone}} */
    static String verdictsInWords(Difference difference) {
        List<String> parts = new ArrayList<>();
        long failures = Arrays.stream(Severity.values())
                .mapToLong(difference::newFailures)
                .sum();
        parts.add(
                failures == 0
                        ? "no new failures"
                        : failures + (failures == 1 ? " new failure (" : " new failures (")
                                + Arrays.stream(Severity.values())
                                        .filter(severity -> difference.newFailures(severity) > 0)
                                        .map(severity -> difference.newFailures(severity) + " " + severity.word())
                                        .collect(Collectors.joining(", "))
                                + ")");
        long unknowns = difference.verdicts().stream()
                .filter(change -> change.kind() == VerdictChange.Kind.NEW
                        && change.finding().status() == Verdict.UNKNOWN)
                .count();
        if (unknowns > 0) {
            parts.add(unknowns + " newly undecided");
        }
        parts.add(difference.count(VerdictChange.Kind.FIXED) + " fixed");
        parts.add(difference.count(VerdictChange.Kind.GONE) + " gone with their resource");
        if (difference.count(VerdictChange.Kind.UNSEEN) > 0) {
            parts.add(difference.count(VerdictChange.Kind.UNSEEN) + " not looked at again");
        }
        return String.join(", ", parts);
    }

    /** {@return the resources in a line, such as {@code 1 added, 0 removed, 2 changed}} */
    static String resourcesInWords(Difference difference) {
        if (!difference.facts()) {
            return "not compared: a result file holds none; compare two snapshots for that";
        }
        long changed = difference.resources().stream()
                .filter(change -> change.kind() == ResourceChange.Kind.CHANGED && change.isKnown())
                .count();
        long unseen = difference.resources().stream()
                .filter(change -> !change.isKnown())
                .count();
        return difference.count(ResourceChange.Kind.ADDED) + " added, "
                + difference.count(ResourceChange.Kind.REMOVED) + " removed, " + changed + " changed"
                + (unseen == 0 ? "" : ", " + unseen + " not to be compared, since one side did not see them");
    }

    /** {@return one of the two sides in a line} */
    static String words(Difference.Side side) {
        return side.asOf() + ", "
                + (side.accounts().size() == 1 ? "account " : "accounts ")
                + side.accounts().stream().map(Inventory.AccountScope::id).collect(Collectors.joining(", "))
                + ", " + side.resources() + " resources";
    }

    /** {@return what became of a resource, in a word and what it is} */
    static String words(ResourceChange change) {
        return change.resource().type() + " " + change.label() + " in "
                + change.resource().region() + " " + change.kind().words();
    }
}

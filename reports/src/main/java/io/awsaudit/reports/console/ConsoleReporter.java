package io.awsaudit.reports.console;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.Changes;
import io.awsaudit.reports.Choices;
import io.awsaudit.reports.Grouping;
import io.awsaudit.reports.Priorities;
import io.awsaudit.reports.Priorities.Priority;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Summary;
import io.awsaudit.reports.Text;
import io.awsaudit.reports.Unseen;
import io.awsaudit.reports.console.Lines.Span;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.SuppressionUse;
import io.awsaudit.rules.Tally;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes what a person wants to know first: how much is wrong and how badly, what to mend first and why that, and what nobody
 * could see. Lines are as wide as the terminal, but no wider than can be read.
 */
public final class ConsoleReporter implements Reporter {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int WIDEST = 120;
    private static final int NARROWEST = 40;
    private static final int NARROW = 60;
    private static final int FRAMEWORKS = 6;
    private static final Pattern VERSION = Pattern.compile("-[0-9.]+$");
    private static final int FIRST = 10;
    private static final int UNSEEN = 2;
    private static final int CHECKS = 3;
    private static final int SUPPRESSIONS = 3;
    private static final int SHORTEST_NAME = 12;
    private static final int DIGITS = 12;
    private static final String INDENT = "  ";

    private final Choices choices;

    /** Makes a reporter for a terminal, or for anything else that takes lines. */
    public ConsoleReporter(Choices choices) {
        this.choices = choices;
    }

    @Override
    public String format() {
        return "console";
    }

    @Override
    public String fileName() {
        return "summary.txt";
    }

    @Override
    public void write(AuditResult result, OutputStream out) throws IOException {
        Summary summary = Summary.of(result);
        Lines lines = new Lines(out, choices.colour(), Math.max(NARROWEST, Math.min(WIDEST, choices.columns())));
        scope(lines, result);
        counts(lines, summary.all(), result);
        Priorities priorities = Priorities.of(result);
        if (choices.grouping().isPresent()) {
            groups(lines, priorities.all(), choices.grouping().get());
            long more = summary.all().of(Verdict.FAIL) - priorities.all().size();
            if (more > 0) {
                lines.wrapped(
                        INDENT,
                        "Left out for want of room: " + Lines.count(more, "failure", "failures")
                                + " of the same checks; the formats json, jsonl and csv hold all.",
                        2,
                        Style.PLAIN);
            }
        } else {
            first(lines, priorities, summary.all().of(Verdict.FAIL));
        }
        controls(lines, result.frameworks());
        suppressions(lines, result.suppressions());
        unseen(lines, Unseen.of(result));
        lines.flush();
    }

    private static void scope(Lines lines, AuditResult result) throws IOException {
        List<String> accounts = result.accounts().stream()
                .map(Inventory.AccountScope::id)
                .sorted()
                .toList();
        List<String> regions = result.accounts().stream()
                .flatMap(account -> account.regions().stream())
                .distinct()
                .sorted()
                .toList();
        lines.line(
                Text.visible((accounts.size() == 1 ? "Account " : "Accounts ") + Lines.few(accounts, 4) + ", "
                        + MINUTES.format(result.asOf())),
                Style.BOLD);
        long refused = result.coverage().refused();
        String where =
                Text.visible(Lines.count(regions.size(), "region", "regions") + " (" + Lines.few(regions, 3) + ")");
        lines.wrapped(
                "",
                String.join(
                                ", ",
                                Width.cut(where, WIDEST / 2),
                                Lines.count(result.resources(), "resource", "resources"),
                                Lines.count(result.checks().size(), "check", "checks"),
                                Lines.count(result.coverage().answered(), "API call", "API calls") + " answered")
                        + (refused == 0 ? "" : ", " + Lines.number(refused) + " not"),
                3,
                Style.PLAIN);
    }

    private static void counts(Lines lines, Tally tally, AuditResult result) throws IOException {
        lines.heading("Findings");
        Table table = new Table();
        table.row().heading("");
        for (Severity severity : Severity.values()) {
            table.headingOfNumbers(lines.columns() < NARROW ? shortened(severity) : severity.word());
        }
        table.headingOfNumbers("all");
        row(table, tally, Verdict.FAIL, "failed");
        row(table, tally, Verdict.UNKNOWN, "undecided");
        row(table, tally, Verdict.PASS, "passed");
        lines.table(table);
        List<String> others = new ArrayList<>();
        others.add(Lines.number(tally.of(Verdict.NOT_APPLICABLE)) + " not applicable");
        if (tally.of(Verdict.MANUAL) > 0) {
            others.add(Lines.number(tally.of(Verdict.MANUAL)) + " for a person to decide");
        }
        if (tally.suppressed() > 0) {
            others.add(Lines.number(tally.suppressed()) + " suppressed");
        }
        lines.line(INDENT + "besides " + String.join(", ", others), Style.FAINT);
        Changes changes = Changes.of(result).orElse(null);
        if (changes != null) {
            lines.wrapped(
                    INDENT,
                    "since " + DAY.format(changes.baseline()) + ": " + changes.sentence(),
                    2,
                    changes.newFailuresInAll() > 0 ? Style.WARNING : Style.GOOD);
        }
    }

    private static String shortened(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "crit";
            case HIGH -> "high";
            case MEDIUM -> "med";
            case LOW -> "low";
        };
    }

    private static void row(Table table, Tally tally, Verdict verdict, String word) {
        table.row().text(word, 9, Style.PLAIN);
        for (Severity severity : Severity.values()) {
            table.number(tally.of(verdict, severity), style(verdict, severity));
        }
        table.number(tally.of(verdict), Style.BOLD);
    }

    private static Style style(Verdict verdict, Severity severity) {
        return switch (verdict) {
            case FAIL -> Style.of(severity);
            case UNKNOWN -> Style.WARNING;
            case PASS, NOT_APPLICABLE, MANUAL -> Style.PLAIN;
        };
    }

    private static void first(Lines lines, Priorities priorities, long failures) throws IOException {
        List<Priority> first = priorities.first(FIRST);
        if (first.isEmpty()) {
            return;
        }
        lines.heading("Mend first");
        for (int i = 0; i < first.size(); i++) {
            Priority priority = first.get(i);
            Finding finding = priority.finding();
            String number = String.format(Locale.ROOT, "%2d ", i + 1);
            String severity =
                    String.format(Locale.ROOT, "%-8s ", finding.severity().word());
            String more = priority.alike() == 0 ? "" : ", and " + Lines.number(priority.alike()) + " more";
            headline(
                    lines,
                    new Span(number + severity, Style.of(finding.severity())),
                    Text.visible(finding.checkId()),
                    Text.visible(finding.resource().name()),
                    " (" + Text.visible(finding.resource().region()) + ")" + more);
            // The first reason is the severity, which stands above.
            String reasons = priority.reason()
                    .substring(Math.min(
                            priority.reason().length(),
                            finding.severity().word().length() + 2));
            lines.wrapped(
                    INDENT.repeat(2),
                    Text.visible((reasons.isEmpty() ? "" : reasons + ": ") + priority.fix()),
                    2,
                    Style.FAINT);
        }
        lines.wrapped(
                INDENT,
                "More on each: aws-audit checks show ID. All "
                        + Lines.count(failures, "failure", "failures")
                        + ": --group-by resource, or check.",
                2,
                Style.PLAIN);
    }

    /** A check and a resource on one line, or on two where the names are long. */
    private static void headline(Lines lines, Span severity, String check, String name, String where)
            throws IOException {
        int used = Width.of(severity.text()) + Width.of(check) + 1;
        int room = lines.columns() - used - Width.of(where);
        if (room >= Math.min(SHORTEST_NAME, Width.of(name))) {
            lines.spans(
                    severity, new Span(check, Style.BOLD), new Span(" " + Width.cut(name, room) + where, Style.PLAIN));
        } else {
            lines.spans(severity, new Span(check, Style.BOLD));
            int below = Math.max(SHORTEST_NAME, lines.columns() - 2 * INDENT.length() - Width.of(where));
            lines.line(INDENT.repeat(2) + Width.cut(name, below) + where, Style.PLAIN);
        }
    }

    private static void groups(Lines lines, List<Priority> all, Grouping grouping) throws IOException {
        Map<List<String>, List<Priority>> groups = all.stream()
                .collect(Collectors.groupingBy(
                        priority -> key(priority.finding(), grouping), LinkedHashMap::new, Collectors.toList()));
        lines.heading(Lines.count(all.size(), "failure", "failures") + " by " + grouping.word());
        for (List<Priority> group : groups.values()) {
            Finding first = group.get(0).finding();
            if (grouping == Grouping.RESOURCE) {
                lines.spans(
                        new Span(Text.visible(first.resource().name()) + " ", Style.BOLD),
                        new Span(
                                Text.visible(first.resource().type() + ", "
                                        + first.resource().region() + ", "
                                        + first.resource().account()),
                                Style.FAINT));
                lines.line(INDENT + Text.visible(first.resource().arn().value()), Style.FAINT);
            } else {
                lines.spans(
                        new Span(first.severity().word() + " ", Style.of(first.severity())),
                        new Span(Text.visible(first.checkId()), Style.BOLD));
                lines.wrapped(INDENT, Text.visible(group.get(0).fix()), 2, Style.FAINT);
            }
            for (Priority priority : group) {
                Finding finding = priority.finding();
                String fingerprint = finding.fingerprint()
                                .substring(
                                        0,
                                        Math.min(DIGITS, finding.fingerprint().length()))
                        + "  ";
                if (grouping == Grouping.RESOURCE) {
                    lines.spans(
                            new Span(INDENT + fingerprint, Style.FAINT),
                            new Span(
                                    String.format(
                                            Locale.ROOT,
                                            "%-8s ",
                                            finding.severity().word()),
                                    Style.of(finding.severity())),
                            new Span(Text.visible(finding.checkId()), Style.PLAIN));
                } else {
                    lines.spans(
                            new Span(INDENT + fingerprint, Style.FAINT),
                            new Span(Text.visible(finding.resource().name()), Style.PLAIN),
                            new Span(
                                    Text.visible(" " + finding.resource().region() + ", "
                                            + finding.resource().account()),
                                    Style.FAINT));
                }
            }
        }
        lines.wrapped(
                INDENT,
                "More on each: aws-audit checks show ID. To accept one: aws-audit suppress, with the digits before it.",
                2,
                Style.PLAIN);
    }

    private static List<String> key(Finding finding, Grouping grouping) {
        return switch (grouping) {
            case RESOURCE ->
                List.of(finding.resource().arn().value(), finding.resource().region());
            case CHECK -> List.of(finding.checkId());
        };
    }

    private static void controls(Lines lines, List<AuditResult.FrameworkResult> frameworks) throws IOException {
        Map<String, AuditResult.FrameworkResult> families = new LinkedHashMap<>();
        List<AuditResult.FrameworkResult> answered = frameworks.stream()
                .filter(framework -> framework.controls().stream()
                        .anyMatch(control -> control.status().orElse(Verdict.MANUAL) != Verdict.MANUAL))
                .toList();
        if (answered.isEmpty()) {
            return; // no check of any was chosen
        }
        // Of several versions, the one that most was asked of; the latest, where all of them was.
        answered.forEach(framework -> families.merge(
                VERSION.matcher(framework.framework().id()).replaceFirst(""),
                framework,
                (before, later) -> asked(later) >= asked(before) ? later : before));
        List<String> scores =
                families.values().stream().map(ConsoleReporter::score).toList();
        int shown = Math.min(FRAMEWORKS, scores.size());
        lines.heading("Controls that passed, of those that were decided");
        lines.wrapped(
                INDENT,
                Text.visible(String.join(", ", scores.subList(0, shown))
                        + (answered.size() > shown
                                ? ", and of " + Lines.count(answered.size() - shown, "framework", "frameworks")
                                        + " more in the reports"
                                : "")),
                3,
                Style.PLAIN);
    }

    private static double asked(AuditResult.FrameworkResult framework) {
        return (double) framework.controls().stream()
                        .filter(control -> control.status().isPresent())
                        .count()
                / framework.controls().size();
    }

    /** Rounded down, for 100 % is a claim. */
    private static String score(AuditResult.FrameworkResult framework) {
        long passed = framework.count(Verdict.PASS);
        long decided = passed + framework.count(Verdict.FAIL);
        long unknown = framework.count(Verdict.UNKNOWN);
        return framework.framework().id() + " " + (decided == 0 ? "-" : passed * 100 / decided + " %")
                + (unknown == 0 ? "" : " (" + unknown + " undecided)");
    }

    private static void suppressions(Lines lines, List<SuppressionUse> uses) throws IOException {
        List<SuppressionUse> notable = uses.stream()
                .filter(use -> use.isExpired() || use.endsSoon() || use.isUnused())
                .toList();
        if (notable.isEmpty()) {
            return;
        }
        lines.heading("Suppressions");
        list(lines, notable, SuppressionUse::isExpired, "ended", Style.BAD);
        list(lines, notable, use -> use.endsSoon() && !use.isUnused(), "ends soon", Style.WARNING);
        list(lines, notable, SuppressionUse::isUnused, "unused", Style.FAINT);
    }

    private static void list(
            Lines lines, List<SuppressionUse> uses, Predicate<SuppressionUse> of, String word, Style style)
            throws IOException {
        List<SuppressionUse> chosen = uses.stream().filter(of).toList();
        for (SuppressionUse use : chosen.subList(0, Math.min(SUPPRESSIONS, chosen.size()))) {
            Suppression suppression = use.suppression();
            lines.spans(
                    new Span(INDENT + String.format(Locale.ROOT, "%-9s ", word), style),
                    new Span(
                            Text.visible(suppression.check() + " on "
                                    + suppression
                                            .tag()
                                            .map(tag -> "tag " + tag + ", ")
                                            .orElse("")
                                    + suppression
                                            .account()
                                            .map(id -> "account " + id + ", ")
                                            .orElse("")
                                    + suppression.resource()),
                            Style.PLAIN));
            lines.line(
                    INDENT.repeat(6)
                            + Text.visible(suppression.owner()
                                    + (use.isExpired()
                                            ? ", ended on " + end(use) + ": covers nothing any more"
                                            : use.endsSoon()
                                                    ? ", " + left(use) + ", on " + end(use)
                                                    : ", covers nothing: remove it, or mend its pattern")),
                    Style.FAINT);
        }
        if (chosen.size() > SUPPRESSIONS) {
            lines.line(INDENT + "and " + (chosen.size() - SUPPRESSIONS) + " more " + word, Style.FAINT);
        }
    }

    private static String end(SuppressionUse use) {
        return use.suppression().expires().map(String::valueOf).orElse("");
    }

    private static String left(SuppressionUse use) {
        long days = use.daysLeft().orElse(0);
        return days == 0 ? "ends today" : "ends in " + Lines.count(days, "day", "days");
    }

    private static void unseen(Lines lines, List<Unseen> unseen) throws IOException {
        List<Unseen> mattering = unseen.stream().filter(Unseen::matters).toList();
        if (mattering.isEmpty()) {
            return;
        }
        long checks = mattering.stream()
                .flatMap(gap -> gap.checks().stream())
                .distinct()
                .count();
        lines.heading("Not seen, which leaves " + Lines.count(checks, "check", "checks") + " undecided in parts");
        for (Unseen gap : mattering.subList(0, Math.min(UNSEEN, mattering.size()))) {
            lines.spans(
                    new Span(INDENT + Text.visible(gap.operation()), Style.PLAIN),
                    new Span(" " + gap.cause().words(), Style.WARNING),
                    new Span(
                            Text.visible(
                                    gap.remedy().map(remedy -> ": " + remedy).orElse("")),
                            Style.FAINT));
            lines.line(
                    INDENT + INDENT + "undecided: " + Text.visible(Lines.few(List.copyOf(gap.checks()), CHECKS)),
                    Style.FAINT);
        }
        List<String> rest = new ArrayList<>();
        if (mattering.size() > UNSEEN) {
            rest.add("and " + Lines.number(mattering.size() - UNSEEN) + " more in the reports");
        }
        long others = unseen.stream()
                .filter(gap -> !gap.matters())
                .mapToLong(Unseen::calls)
                .sum();
        if (others > 0) {
            rest.add("besides " + Lines.count(others, "call", "calls")
                    + " without an answer that no chosen check rests on");
        }
        if (!rest.isEmpty()) {
            lines.line(INDENT + String.join(", ", rest), Style.FAINT);
        }
    }
}

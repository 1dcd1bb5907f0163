package io.awsaudit.reports.console;

import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Summary;
import io.awsaudit.reports.Text;
import io.awsaudit.reports.Unseen;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes what a person wants to know first: how much is wrong and how badly, where to begin, and what nobody could see.
 * Lines are at most 120 columns long, and as a rule less than 100.
 */
public final class ConsoleReporter implements Reporter {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int COLUMNS = 120;
    private static final int SERVICES = 8;
    private static final int FRAMEWORKS = 12;
    private static final int WORST = 10;
    private static final int UNSEEN = 8;
    private static final int CHECKS = 3;

    private final boolean colour;

    /** Makes a reporter for a terminal that shows colours, or for anything else. */
    public ConsoleReporter(boolean colour) {
        this.colour = colour;
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
        Lines lines = new Lines(colour);
        scope(lines, result);
        severities(lines, summary.all());
        services(lines, summary.services());
        frameworks(lines, result.frameworks());
        worst(lines, result.findings());
        unseen(lines, Unseen.of(result));
        lines.write(out);
    }

    private static void scope(Lines lines, AuditResult result) {
        List<String> accounts = result.accounts().stream()
                .map(Inventory.AccountScope::id)
                .sorted()
                .toList();
        List<String> regions = result.accounts().stream()
                .flatMap(account -> account.regions().stream())
                .distinct()
                .sorted()
                .toList();
        String what = (accounts.size() == 1 ? "Account " : "Accounts ") + Lines.few(accounts, 4) + ", "
                + MINUTES.format(result.asOf());
        lines.line(Width.cut(Text.visible(what), COLUMNS), Style.BOLD);
        long refused = result.coverage().refused();
        String how = String.join(
                ", ",
                Lines.count(regions.size(), "region", "regions") + " (" + Lines.few(regions, 3) + ")",
                Lines.count(result.resources(), "resource", "resources"),
                Lines.count(result.checks().size(), "check", "checks"),
                Lines.count(result.coverage().answered(), "API call", "API calls") + " answered");
        lines.line(
                Width.cut(Text.visible(how), COLUMNS - 20)
                        + (refused == 0 ? "" : ", " + Lines.number(refused) + " not"),
                Style.PLAIN);
    }

    private static void severities(Lines lines, Summary.Tally tally) {
        lines.heading("Findings");
        Table table = new Table();
        verdictHeadings(table.row().heading("severity"));
        for (Severity severity : Severity.values()) {
            table.row()
                    .text(severity.word(), 8, Style.of(severity))
                    .number(tally.of(Verdict.FAIL, severity), Style.of(severity))
                    .number(tally.of(Verdict.UNKNOWN, severity), Style.WARNING)
                    .number(tally.of(Verdict.PASS, severity), Style.PLAIN);
        }
        verdicts(table.row().text("all", 8, Style.BOLD), tally, Style.BOLD);
        lines.table(table);
        List<String> others = new ArrayList<>();
        others.add(Lines.number(tally.of(Verdict.NOT_APPLICABLE)) + " not applicable");
        if (tally.of(Verdict.MANUAL) > 0) {
            others.add(Lines.number(tally.of(Verdict.MANUAL)) + " for a person to decide");
        }
        if (tally.suppressed() > 0) {
            others.add(Lines.number(tally.suppressed()) + " suppressed");
        }
        lines.line("  besides " + String.join(", ", others), Style.FAINT);
    }

    private static void verdictHeadings(Table table) {
        table.headingOfNumbers("fail").headingOfNumbers("unknown").headingOfNumbers("pass");
    }

    private static void verdicts(Table table, Summary.Tally tally, Style style) {
        table.number(tally.of(Verdict.FAIL), style)
                .number(tally.of(Verdict.UNKNOWN), style)
                .number(tally.of(Verdict.PASS), style);
    }

    private static void services(Lines lines, Map<String, Summary.Tally> services) {
        if (services.size() < 2) {
            return;
        }
        List<Map.Entry<String, Summary.Tally>> ordered = services.entrySet().stream()
                .sorted(Map.Entry.<String, Summary.Tally>comparingByValue(ConsoleReporter::worstFirst)
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        lines.heading("Services");
        Table table = new Table();
        table.row().heading("service");
        for (Severity severity : Severity.values()) {
            table.headingOfNumbers(severity.word());
        }
        verdictHeadings(table);
        for (Map.Entry<String, Summary.Tally> entry : ordered.subList(0, Math.min(SERVICES, ordered.size()))) {
            table.row().text(entry.getKey(), 24, Style.PLAIN);
            for (Severity severity : Severity.values()) {
                table.number(entry.getValue().of(Verdict.FAIL, severity), Style.of(severity));
            }
            verdicts(table, entry.getValue(), Style.PLAIN);
        }
        lines.table(table);
        if (ordered.size() > SERVICES) {
            lines.line("  and more in " + Lines.count(ordered.size() - SERVICES, "service", "services"), Style.FAINT);
        }
    }

    private static int worstFirst(Summary.Tally one, Summary.Tally other) {
        for (Severity severity : Severity.values()) {
            int order = Long.compare(other.of(Verdict.FAIL, severity), one.of(Verdict.FAIL, severity));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static void frameworks(Lines lines, List<AuditResult.FrameworkResult> frameworks) {
        Table table = new Table();
        table.row().heading("framework").headingOfNumbers("score of decided");
        for (String column : List.of("fail", "unknown", "pass", "no resource", "manual")) {
            table.headingOfNumbers(column);
        }
        List<AuditResult.FrameworkResult> chosen = frameworks.stream()
                .filter(framework -> framework.controls().stream()
                        .anyMatch(control -> control.status().orElse(Verdict.MANUAL) != Verdict.MANUAL))
                .toList();
        if (chosen.isEmpty()) {
            return; // no check of any was chosen
        }
        for (AuditResult.FrameworkResult framework : chosen.subList(0, Math.min(FRAMEWORKS, chosen.size()))) {
            long failed = framework.count(Verdict.FAIL);
            long passed = framework.count(Verdict.PASS);
            table.row()
                    .text(framework.framework().id(), 32, Style.PLAIN)
                    .number(share(passed, failed), Style.BOLD)
                    .number(failed, Style.BAD)
                    .number(framework.count(Verdict.UNKNOWN), Style.WARNING)
                    .number(passed, Style.GOOD)
                    .number(framework.count(Verdict.NOT_APPLICABLE), Style.PLAIN)
                    .number(framework.count(Verdict.MANUAL), Style.PLAIN);
        }
        lines.heading("Controls");
        lines.table(table);
        if (chosen.size() > FRAMEWORKS) {
            lines.line(
                    "  and of " + Lines.count(chosen.size() - FRAMEWORKS, "more framework", "more frameworks"),
                    Style.FAINT);
        }
    }

    /** The share of controls that passed among those that were decided; rounded down, for 100 % is a claim. */
    private static String share(long passed, long failed) {
        return passed + failed == 0 ? "-" : passed * 100 / (passed + failed) + " %";
    }

    private static void worst(Lines lines, List<Finding> findings) {
        Map<String, List<Finding>> byCheck = findings.stream()
                .filter(finding -> finding.isOpenFailure() && finding.severity().atLeast(Severity.HIGH))
                .sorted(Comparator.comparing(Finding::severity))
                .collect(Collectors.groupingBy(Finding::checkId, LinkedHashMap::new, Collectors.toList()));
        if (byCheck.isEmpty()) {
            return;
        }
        lines.heading("Worst first");
        Table table = new Table();
        byCheck.values().stream().limit(WORST).forEach(failures -> {
            Finding first = failures.get(0);
            table.row()
                    .text(first.severity().word(), 8, Style.of(first.severity()))
                    .text(first.checkId(), 52, Style.PLAIN)
                    .text(first.resource().name(), 30, Style.PLAIN)
                    .text(first.resource().region(), 14, Style.FAINT)
                    .text(failures.size() == 1 ? "" : "and " + (failures.size() - 1), 12, Style.FAINT);
        });
        lines.table(table);
        if (byCheck.size() > WORST) {
            lines.line("  and more from " + Lines.count(byCheck.size() - WORST, "check", "checks"), Style.FAINT);
        }
    }

    private static void unseen(Lines lines, List<Unseen> unseen) {
        if (unseen.isEmpty()) {
            return;
        }
        List<Unseen> mattering = unseen.stream().filter(Unseen::matters).toList();
        lines.heading("Not seen");
        Table table = new Table();
        mattering.stream()
                .limit(UNSEEN)
                .forEach(gap -> table.row()
                        .text(gap.operation(), 44, Style.PLAIN)
                        .text(gap.cause().words(), 13, Style.WARNING)
                        .number(gap.calls(), Style.PLAIN)
                        .text(advice(gap), 50, Style.FAINT)
                        .under(
                                "leaves undecided: " + Lines.few(List.copyOf(gap.checks()), CHECKS),
                                COLUMNS - 8,
                                Style.FAINT));
        lines.table(table);
        if (mattering.size() > UNSEEN) {
            lines.line("  and " + (mattering.size() - UNSEEN) + " more", Style.FAINT);
        }
        long others = unseen.stream()
                .filter(gap -> !gap.matters())
                .mapToLong(Unseen::calls)
                .sum();
        if (mattering.size() < unseen.size()) {
            lines.line(
                    (mattering.isEmpty() ? "  only " : "  besides ")
                            + (others == 0 ? "what" : Lines.count(others, "call", "calls") + " without an answer")
                            + " that no chosen check rests on",
                    Style.FAINT);
        }
    }

    /** What to do about it; else what AWS said, or where it is. */
    private static String advice(Unseen unseen) {
        return unseen.remedy()
                .orElseGet(() -> unseen.cause() == Gap.Cause.UNSUPPORTED
                        ? "in " + Lines.few(List.copyOf(unseen.regions()), 3)
                        : unseen.examples().stream()
                                .map(Unseen.Example::detail)
                                .findFirst()
                                .orElse(""));
    }
}

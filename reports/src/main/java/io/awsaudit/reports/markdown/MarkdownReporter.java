package io.awsaudit.reports.markdown;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.Changes;
import io.awsaudit.reports.Priorities;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Summary;
import io.awsaudit.reports.Unseen;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.SuppressionUse;
import io.awsaudit.rules.Tally;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code summary.md}: what a reviewer wants to know before a merge, on a page that GitHub takes for a comment as
 * well as for a job's summary. What there is no room for is counted, and is in the other reports.
 */
public final class MarkdownReporter implements Reporter {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** GitHub takes comments of 65,536 characters, and a summary of 1 MiB; what a job adds to the page needs room, too. */
    private static final int LENGTH = 60_000;

    private static final int FIRST = 10;
    private static final int CHANGED = 20;
    private static final int EVIDENCE = 4;
    private static final int UNSEEN = 10;
    private static final int CHECKS = 3;
    private static final int FRAMEWORKS = 20;
    private static final int SUPPRESSIONS = 10;
    private static final int NAMES = 4;
    private static final int NAME = 120;
    private static final int SEEN = 200;

    @Override
    public String format() {
        return "markdown";
    }

    @Override
    public String fileName() {
        return "summary.md";
    }

    @Override
    public void write(AuditResult result, OutputStream out) throws IOException {
        Summary summary = Summary.of(result);
        Page page = new Page(LENGTH);
        head(page, result, summary.all());
        severities(page, result, summary.all());
        worst(page, result);
        changed(page, result);
        unseen(page, Unseen.of(result));
        frameworks(page, result.frameworks());
        suppressions(page, result.suppressions());
        failures(page, result);
        out.write(page.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void head(Page page, AuditResult result, Tally tally) {
        page.line("## aws-audit: " + headline(tally));
        page.line("");
        List<String> regions = result.accounts().stream()
                .flatMap(account -> account.regions().stream())
                .distinct()
                .sorted()
                .toList();
        page.line((result.accounts().size() == 1 ? "Account " : "Accounts ")
                + few(result.accounts().stream()
                        .map(Inventory.AccountScope::id)
                        .sorted()
                        .toList())
                + " on " + MINUTES.format(result.asOf()) + ": "
                + count(result.resources(), "resource", "resources") + " in "
                + count(regions.size(), "region", "regions") + ", "
                + count(result.checks().size(), "check", "checks") + ", "
                + count(result.coverage().answered(), "API call", "API calls") + " answered and "
                + number(result.coverage().refused()) + " not.");
        Changes.of(result)
                .ifPresent(changes -> page.line(
                        "\nSince " + MINUTES.format(changes.baseline()) + ": **" + changes.sentence() + "**."));
    }

    private static String headline(Tally tally) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long failures = tally.of(Verdict.FAIL, severity);
            if (failures > 0) {
                parts.add(number(failures) + " " + severity.word());
            }
        }
        long failures = tally.of(Verdict.FAIL);
        long unknown = tally.of(Verdict.UNKNOWN);
        return (failures == 0
                        ? "nothing failed"
                        : count(failures, "failure", "failures") + " (" + String.join(", ", parts) + ")")
                + (unknown == 0 ? "" : ", " + number(unknown) + " undecided");
    }

    private static void severities(Page page, AuditResult result, Tally tally) {
        Optional<Changes> changes = Changes.of(result);
        page.line("");
        page.line("| severity | fail | unknown | pass |"
                + changes.map(some -> " new |").orElse(""));
        page.line("|---|--:|--:|--:|" + changes.map(some -> "--:|").orElse(""));
        for (Severity severity : Severity.values()) {
            page.line("| " + severity.word()
                    + numbers(
                            tally.of(Verdict.FAIL, severity),
                            tally.of(Verdict.UNKNOWN, severity),
                            tally.of(Verdict.PASS, severity))
                    + changes.map(some -> " " + number(some.newFailures().getOrDefault(severity, 0L)) + " |")
                            .orElse(""));
        }
        page.line("| **all**"
                + numbers(tally.of(Verdict.FAIL), tally.of(Verdict.UNKNOWN), tally.of(Verdict.PASS))
                + changes.map(some -> " " + number(some.newFailuresInAll()) + " |")
                        .orElse(""));
        page.line("");
        page.line("Besides " + number(tally.of(Verdict.NOT_APPLICABLE)) + " not applicable, "
                + number(tally.of(Verdict.MANUAL)) + " for a person to decide, " + number(tally.suppressed())
                + " accepted.");
    }

    private static void worst(Page page, AuditResult result) {
        List<Priorities.Priority> worst = Priorities.of(result).first(FIRST);
        if (worst.isEmpty()) {
            return;
        }
        page.line("\n### To mend first");
        long leftOut =
                worst.stream().filter(priority -> !page.entry(entry(priority))).count();
        leftOut(page, leftOut, "more");
    }

    private static String entry(Priorities.Priority priority) {
        Finding finding = priority.finding();
        Check check = priority.check();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("<details><summary>" + finding.severity().word() + ": "
                + Gfm.html(finding.resource().name(), NAME) + " " + Gfm.html(check.id(), NAME)
                + (priority.alike() == 0 ? "" : " and " + count(priority.alike(), "more resource", "more resources"))
                + "</summary>");
        lines.add("");
        lines.add("**" + Gfm.prose(check.title()) + "** does not hold for "
                + Gfm.code(finding.resource().arn().value(), SEEN)
                + " in account " + Gfm.code(finding.resource().account(), NAME) + ", "
                + Gfm.code(finding.resource().region(), NAME) + ".");
        lines.add("");
        finding.evidence().stream().limit(EVIDENCE).forEach(evidence -> lines.add(seen(evidence, finding)));
        if (finding.evidence().size() > EVIDENCE) {
            lines.add("- and " + (finding.evidence().size() - EVIDENCE) + " more");
        }
        lines.add("");
        lines.add("**First because:** " + Gfm.prose(priority.reason()));
        lines.add("");
        lines.add("**Why it matters:** " + Gfm.prose(check.why()));
        lines.add("");
        lines.add("**Fix:** " + Gfm.prose(check.fix()));
        lines.add("");
        check.cli().ifPresent(commands -> {
            lines.add(Gfm.block("sh", commands));
            lines.add("");
        });
        lines.add(Gfm.link("What AWS says", check.source()));
        lines.add("");
        lines.add("</details>");
        return String.join("\n", lines) + "\n";
    }

    private static String seen(Evidence evidence, Finding finding) {
        return "- seen: " + Gfm.code(evidence.property() + " = " + evidence.seen(), SEEN)
                + (evidence.resource().equals(finding.resource().arn())
                        ? ""
                        : " of " + Gfm.code(evidence.resource().value(), SEEN));
    }

    private static void changed(Page page, AuditResult result) {
        if (result.comparison().isEmpty()) {
            return;
        }
        page.line("\n### What changed");
        List<Finding> appeared = inState(result, Change.State.NEW)
                .filter(finding -> finding.isOpenFailure() || finding.isOpenUnknown())
                .sorted(Comparator.comparing((Finding finding) -> !finding.isOpenFailure())
                        .thenComparing(Finding::severity))
                .toList();
        changed(page, "New", appeared);
        changed(page, "Fixed", inState(result, Change.State.FIXED).toList());
        changed(page, "Gone with their resource", result.comparison().get().gone());
        changed(page, "Not seen this time", result.comparison().get().unseen());
    }

    private static Stream<Finding> inState(AuditResult result, Change.State state) {
        return result.findings().notable().stream()
                .filter(finding -> finding.suppression().isEmpty()
                        && finding.change()
                                .filter(change -> change.state() == state)
                                .isPresent());
    }

    private static void changed(Page page, String heading, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        table(
                page,
                heading + ": " + number(findings.size()),
                findings.size(),
                room -> findings.stream()
                        .limit(CHANGED)
                        .takeWhile(finding -> room.test(row(finding)))
                        .count());
    }

    /**
     * Lists findings in a table that is folded away.
     *
     * @param rows writes rows for as long as there is room, and returns how many it wrote
     */
    private static void table(Page page, String heading, long all, ToLongFunction<Predicate<String>> rows) {
        if (!page.entry("\n<details><summary>" + heading + "</summary>\n\n"
                + "| verdict | severity | check | resource | region | account |\n|---|---|---|---|---|---|\n")) {
            return;
        }
        long shown = rows.applyAsLong(page::entry);
        page.line("");
        leftOut(page, all - shown, "more");
        page.line("</details>");
    }

    private static String row(Finding finding) {
        return "| " + finding.status().word() + " | " + finding.severity().word() + " | "
                + Gfm.cell(finding.checkId(), NAME) + " | "
                + Gfm.cell(finding.resource().name(), NAME) + " | "
                + Gfm.cell(finding.resource().region(), NAME) + " | "
                + Gfm.cell(finding.resource().account(), NAME) + " |\n";
    }

    private static void leftOut(Page page, long number, String what) {
        if (number > 0) {
            page.line("\nAnd " + number(number) + " " + what + ", for which there is no room here.\n");
        }
    }

    private static void unseen(Page page, List<Unseen> unseen) {
        List<Unseen> mattering = unseen.stream().filter(Unseen::matters).toList();
        if (mattering.isEmpty()) {
            return;
        }
        page.line("\n### What could not be seen");
        page.line("\n| operation | why | undecided | for want of it | what helps |");
        page.line("|---|---|--:|---|---|");
        long shown = 0;
        for (Unseen gap : mattering) {
            if (shown == UNSEEN || !page.entry(row(gap))) {
                break;
            }
            shown++;
        }
        leftOut(page, mattering.size() - shown, "more");
    }

    private static String row(Unseen gap) {
        List<String> checks = List.copyOf(gap.checks());
        return "| " + Gfm.cell(gap.operation(), NAME) + " | " + gap.cause().words() + " | "
                + number(gap.findings()) + " | "
                + checks.stream()
                        .limit(CHECKS)
                        .map(check -> Gfm.cell(check, NAME))
                        .collect(Collectors.joining(", "))
                + (checks.size() > CHECKS ? " and " + (checks.size() - CHECKS) + " more" : "") + " | "
                + gap.remedy().map(Gfm::proseCell).orElse("") + " |\n";
    }

    private static void frameworks(Page page, List<AuditResult.FrameworkResult> frameworks) {
        List<AuditResult.FrameworkResult> decided = frameworks.stream()
                .filter(framework -> framework.controls().stream()
                        .anyMatch(control -> control.status().orElse(Verdict.MANUAL) != Verdict.MANUAL))
                .toList();
        if (decided.isEmpty()) {
            return; // no check of any was chosen
        }
        page.line(
                "\n<details><summary>Controls of " + count(decided.size(), "framework", "frameworks") + "</summary>\n");
        page.line("| framework | score of decided | fail | unknown | pass | no resource | manual |");
        page.line("|---|--:|--:|--:|--:|--:|--:|");
        long shown = 0;
        for (AuditResult.FrameworkResult framework : decided) {
            long failed = framework.count(Verdict.FAIL);
            long passed = framework.count(Verdict.PASS);
            String row = "| " + Gfm.cell(framework.framework().id(), NAME) + " | " + share(passed, failed)
                    + numbers(
                            failed,
                            framework.count(Verdict.UNKNOWN),
                            passed,
                            framework.count(Verdict.NOT_APPLICABLE),
                            framework.count(Verdict.MANUAL))
                    + "\n";
            if (shown == FRAMEWORKS || !page.entry(row)) {
                break;
            }
            shown++;
        }
        leftOut(page, decided.size() - shown, "more");
        page.line("\n</details>");
    }

    /** The share of controls that passed among those that were decided; rounded down, for 100 % is a claim. */
    private static String share(long passed, long failed) {
        return passed + failed == 0 ? "-" : passed * 100 / (passed + failed) + " %";
    }

    private static void suppressions(Page page, List<SuppressionUse> uses) {
        List<SuppressionUse> asking = uses.stream()
                .filter(use -> use.isExpired() || use.endsSoon() || use.isUnused())
                .toList();
        if (asking.isEmpty()) {
            return;
        }
        page.line("\n### Suppressions to look at");
        page.line("\n| check | resource | owner | why |");
        page.line("|---|---|---|---|");
        long shown = 0;
        for (SuppressionUse use : asking) {
            if (shown == SUPPRESSIONS || !page.entry(row(use))) {
                break;
            }
            shown++;
        }
        leftOut(page, asking.size() - shown, "more");
    }

    private static String row(SuppressionUse use) {
        String last = use.suppression().expires().map(Object::toString).orElse("");
        return "| " + Gfm.cell(use.suppression().check(), NAME) + " | "
                + Gfm.cell(use.suppression().resource(), NAME) + " | "
                + Gfm.cell(use.suppression().owner(), NAME) + " | "
                + (use.isExpired() ? "expired on " + last : use.endsSoon() ? "ends on " + last : "covers nothing")
                + " |\n";
    }

    private static void failures(Page page, AuditResult result) {
        Tally tally = result.findings().counts().all();
        long open = tally.of(Verdict.FAIL) + tally.of(Verdict.UNKNOWN);
        if (open > 0) {
            table(
                    page,
                    "All that failed or is undecided: " + number(open),
                    open,
                    room -> worstFirst(result, finding -> room.test(row(finding))));
        }
    }

    /** Lists what failed and then what is undecided, the most severe first, for as long as there is room for it. */
    private static long worstFirst(AuditResult result, Predicate<Finding> room) {
        long shown = 0;
        for (Verdict verdict : List.of(Verdict.FAIL, Verdict.UNKNOWN)) {
            for (Severity severity : Severity.values()) {
                if (result.findings().counts().all().of(verdict, severity) == 0) {
                    continue;
                }
                for (Finding finding : result.findings().notable()) {
                    if (finding.status() == verdict
                            && finding.severity() == severity
                            && finding.suppression().isEmpty()) {
                        if (!room.test(finding)) {
                            return shown;
                        }
                        shown++;
                    }
                }
            }
        }
        return shown;
    }

    private static String numbers(long... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(MarkdownReporter::number)
                .collect(Collectors.joining(" | ", " | ", " |"));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    private static String few(List<String> names) {
        return names.stream().limit(NAMES).map(name -> Gfm.code(name, NAME)).collect(Collectors.joining(", "))
                + (names.size() > NAMES ? " and " + (names.size() - NAMES) + " more" : "");
    }
}

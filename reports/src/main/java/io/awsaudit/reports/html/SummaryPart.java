package io.awsaudit.reports.html;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.Unseen;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What browsers without scripts show, and those that are too old for ours: counts, the worst failures, what was not seen. */
record SummaryPart(AuditResult result, Totals totals, List<Unseen> unseen) {
    private static final int FAILURES = 200;

    void write(Html html) throws IOException {
        html.element("h1", "AWS audit report");
        html.element(
                "p",
                "Account "
                        + result.accounts().stream()
                                .map(Inventory.AccountScope::id)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ", as of " + result.asOf() + ": "
                        + Html.count(result.resources(), "resource", "resources") + ", "
                        + Html.count(result.checks().size(), "check", "checks") + ", by aws-audit "
                        + result.toolVersion() + ".");
        counts(html);
        failures(html);
        frameworks(html);
        gaps(html);
    }

    private void counts(Html html) throws IOException {
        html.open("table").element("caption", "Findings");
        long[] all = totals.all();
        int place = 0;
        for (Severity severity : Severity.values()) {
            count(html, severity.word() + ", fail", all[place++]);
        }
        for (String state : Totals.OTHERS) {
            count(html, state.replace('-', ' '), all[place++]);
        }
        html.close("table").line();
    }

    private static void count(Html html, String name, long count) throws IOException {
        html.open("tr").element("th", name, "scope", "row").element("td", Html.number(count));
        html.close("tr").line();
    }

    private void failures(Html html) throws IOException {
        Map<String, Check> checks = new HashMap<>();
        result.checks().forEach(check -> checks.put(check.id(), check));
        html.open("table").element("caption", caption());
        columns(html, "Severity", "Check", "Resource", "Account", "Region", "What was seen");
        int written = 0;
        for (Severity severity : Severity.values()) {
            if (written == FAILURES) {
                break;
            }
            for (Finding finding : result.findings().notable()) {
                if (written < FAILURES && finding.isOpenFailure() && finding.severity() == severity) {
                    Check check = Objects.requireNonNull(checks.get(finding.checkId()));
                    html.open("tr")
                            .element("td", severity.word())
                            .element("td", check.title() + " (" + check.id() + ")");
                    html.element("td", finding.resource().arn().value());
                    html.element("td", finding.resource().account());
                    html.element("td", finding.resource().region());
                    html.element("td", finding.message()).close("tr").line();
                    written++;
                }
            }
        }
        html.close("table").line();
    }

    private String caption() {
        long failures = totals.failures();
        if (result.findings().isEmpty()) {
            return "There was nothing to judge: no resource is in the scope of any check.";
        }
        if (failures == 0) {
            return "Nothing that was seen fails.";
        }
        return failures > FAILURES
                ? "The worst " + FAILURES + " of " + Html.number(failures) + " failures"
                : Html.count(failures, "failure", "failures");
    }

    private void frameworks(Html html) throws IOException {
        if (result.frameworks().isEmpty()) {
            return;
        }
        html.open("table").element("caption", "Controls of frameworks");
        columns(html, "Framework", "Fail", "Unknown", "Pass", "Controls");
        for (AuditResult.FrameworkResult framework : result.frameworks()) {
            html.open("tr").element("th", framework.framework().title(), "scope", "row");
            for (Verdict verdict : List.of(Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS)) {
                html.element("td", Html.number(framework.count(verdict)));
            }
            html.element("td", Html.number(framework.controls().size()))
                    .close("tr")
                    .line();
        }
        html.close("table").line();
    }

    private void gaps(Html html) throws IOException {
        List<Unseen> mattering = unseen.stream().filter(Unseen::matters).toList();
        if (mattering.isEmpty()) {
            return;
        }
        html.open("table").element("caption", "What could not be seen");
        columns(html, "Operation", "Why", "What would mend it", "Findings");
        for (Unseen reason : mattering) {
            html.open("tr").element("td", reason.operation());
            html.element("td", why(reason));
            html.element("td", reason.remedy().orElse(""));
            html.element("td", Html.number(reason.findings())).close("tr").line();
        }
        html.close("table").line();
    }

    private static String why(Unseen reason) {
        StringBuilder why = new StringBuilder(reason.cause().words());
        reason.action().ifPresent(action -> why.append(", needs ").append(action));
        reason.blame().ifPresent(blame -> why.append(", ").append(blame.sentence()));
        reason.examples().stream()
                .limit(1)
                .filter(example -> !example.detail().isBlank())
                .forEach(example -> why.append(" (").append(example.detail()).append(')'));
        return why.toString();
    }

    private static void columns(Html html, String... names) throws IOException {
        html.open("tr");
        for (String name : names) {
            html.element("th", name, "scope", "col");
        }
        html.close("tr").line();
    }
}

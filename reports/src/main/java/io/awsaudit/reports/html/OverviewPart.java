package io.awsaudit.reports.html;

import io.awsaudit.reports.Summary;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Counts by severity, verdict and service, and the checks that fail, worst first. */
record OverviewPart(AuditResult result, Summary summary) {
    private static final int FIRST_CHECKS = 10;
    private static final String[] SHARES = {"critical", "high", "medium", "low", "unknown", "pass"};

    void write(Html html) throws IOException {
        headline(html);
        cards(html);
        html.open("div", "class", "columns").line();
        failingChecks(html);
        services(html);
        html.close("div").line();
    }

    private void headline(Html html) throws IOException {
        Summary.Tally all = summary.all();
        long failures = all.of(Verdict.FAIL);
        html.open("p", "class", "headline");
        if (result.findings().isEmpty()) {
            html.text("There was nothing to judge: no resource is in the scope of any check.");
        } else if (failures == 0) {
            html.text("Nothing that was seen fails.");
        } else {
            long checks = summary.checks().values().stream()
                    .filter(tally -> tally.of(Verdict.FAIL) > 0)
                    .count();
            html.element("strong", Html.count(failures, "finding", "findings"))
                    .text(failures == 1 ? " fails " : " fail ")
                    .text(Html.count(checks, "check", "checks"))
                    .text(".");
        }
        if (all.of(Verdict.UNKNOWN) > 0) {
            html.text(" ")
                    .text(Html.count(all.of(Verdict.UNKNOWN), "finding", "findings"))
                    .text(" could not be decided: ")
                    .element("a", "see what could not be read", "href", "#coverage")
                    .text(".");
        }
        html.close("p").line();
    }

    private void cards(Html html) throws IOException {
        Summary.Tally all = summary.all();
        html.open("ul", "class", "cards").line();
        for (Severity severity : Severity.values()) {
            card(
                    html,
                    all.of(Verdict.FAIL, severity),
                    severity.word(),
                    severity.word(),
                    "status=fail&severity=" + severity.word());
        }
        card(html, all.of(Verdict.UNKNOWN), "unknown", "unknown", "status=unknown");
        card(html, all.of(Verdict.PASS), "pass", "passed", "status=pass");
        html.close("ul").line();
        html.open("p", "class", "also");
        also(html, all.of(Verdict.NOT_APPLICABLE), "not applicable", "not-applicable");
        also(html, all.of(Verdict.MANUAL), "for a person to decide", "manual");
        also(html, all.suppressed(), "suppressed", "suppressed");
        html.close("p").line();
    }

    private static void card(Html html, long count, String style, String label, String query) throws IOException {
        html.open("li", "class", count == 0 ? "card zero " + style : "card " + style)
                .open("a", "href", "#findings?" + query)
                .element("span", Html.number(count), "class", "figure")
                .text(" ")
                .element("span", label, "class", "label")
                .close("a")
                .close("li")
                .line();
    }

    private static void also(Html html, long count, String label, String state) throws IOException {
        if (count > 0) {
            html.element("a", Html.number(count) + " " + label, "href", "#findings?status=" + state)
                    .text(" ");
        }
    }

    private void failingChecks(Html html) throws IOException {
        List<Map.Entry<String, Summary.Tally>> failing = summary.checks().entrySet().stream()
                .filter(entry -> entry.getValue().of(Verdict.FAIL) > 0)
                .sorted(Comparator.<Map.Entry<String, Summary.Tally>, Severity>comparing(
                                entry -> entry.getValue().worst().orElseThrow())
                        .thenComparing(entry -> -entry.getValue().of(Verdict.FAIL))
                        .thenComparing(Map.Entry::getKey))
                .toList();
        html.open("section", "class", "panel", "aria-labelledby", "failing-title");
        html.element("h2", "What to fix first", "id", "failing-title").line();
        if (failing.isEmpty()) {
            html.element("p", "No check fails.", "class", "nothing")
                    .close("section")
                    .line();
            return;
        }
        html.open("table", "class", "list", "id", "failing").open("thead").open("tr");
        html.element("th", "Severity", "scope", "col").element("th", "Check", "scope", "col");
        html.element("th", "Fail", "scope", "col", "class", "number");
        html.element("th", "Pass", "scope", "col", "class", "number")
                .close("tr")
                .close("thead")
                .line();
        html.open("tbody").line();
        int row = 0;
        for (Map.Entry<String, Summary.Tally> entry : failing) {
            Check check = summary.check(entry.getKey());
            Summary.Tally tally = entry.getValue();
            html.open("tr", "class", row++ < FIRST_CHECKS ? "first" : "more");
            html.open("td").severity(tally.worst().orElseThrow()).close("td");
            html.open("td");
            html.element("a", check.title(), "href", "#findings?status=fail&check=" + Html.query(check.id()));
            html.element("span", check.id(), "class", "under");
            html.close("td");
            html.countCell(tally.of(Verdict.FAIL), "status=fail&check=" + Html.query(check.id()), "fail");
            html.countCell(tally.of(Verdict.PASS), "status=pass&check=" + Html.query(check.id()), "");
            html.close("tr").line();
        }
        html.close("tbody").close("table");
        if (failing.size() > FIRST_CHECKS) {
            html.element(
                    "button", "Show all " + failing.size() + " failing checks", "type", "button", "id", "more-checks");
        }
        html.close("section").line();
    }

    private void services(Html html) throws IOException {
        html.open("section", "class", "panel", "aria-labelledby", "services-title");
        html.element("h2", "By service", "id", "services-title").line();
        html.open("table", "class", "list").open("thead").open("tr");
        html.element("th", "Service", "scope", "col");
        for (String column : SHARES) {
            html.element("th", column, "scope", "col", "class", "number");
        }
        html.close("tr").close("thead").line().open("tbody").line();
        for (Map.Entry<String, Summary.Tally> entry : summary.services().entrySet()) {
            Summary.Tally tally = entry.getValue();
            String service = "service=" + Html.query(entry.getKey());
            html.open("tr").open("th", "scope", "row");
            html.element("a", entry.getKey(), "href", "#findings?" + service);
            bar(html, tally);
            html.close("th");
            for (Severity severity : Severity.values()) {
                html.countCell(
                        tally.of(Verdict.FAIL, severity),
                        service + "&status=fail&severity=" + severity.word(),
                        severity.word());
            }
            html.countCell(tally.of(Verdict.UNKNOWN), service + "&status=unknown", "unknown");
            html.countCell(tally.of(Verdict.PASS), service + "&status=pass", "");
            html.close("tr").line();
        }
        html.close("tbody").close("table").close("section").line();
    }

    private static void bar(Html html, Summary.Tally tally) throws IOException {
        html.bar(
                Html.number(tally.of(Verdict.FAIL)) + " fail, " + Html.number(tally.of(Verdict.UNKNOWN)) + " unknown, "
                        + Html.number(tally.of(Verdict.PASS)) + " pass",
                SHARES,
                tally.of(Verdict.FAIL, Severity.CRITICAL),
                tally.of(Verdict.FAIL, Severity.HIGH),
                tally.of(Verdict.FAIL, Severity.MEDIUM),
                tally.of(Verdict.FAIL, Severity.LOW),
                tally.of(Verdict.UNKNOWN),
                tally.of(Verdict.PASS));
    }
}

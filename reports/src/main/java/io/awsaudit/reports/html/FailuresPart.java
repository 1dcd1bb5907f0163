package io.awsaudit.reports.html;

import io.awsaudit.reports.Summary;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.util.List;

/** What stands in place of the list of findings where scripts do not run: the failures, worst first. */
record FailuresPart(AuditResult result, Summary summary, long omitted) {
    private static final int LIMIT = 500;

    void write(Html html) throws IOException {
        if (omitted > 0) {
            html.element(
                    "p",
                    Html.number(omitted) + " findings that pass or do not apply are counted in this report, but not"
                            + " listed, to keep it usable. The JSON report has them all.",
                    "class",
                    "note");
        }
        html.open("noscript");
        long failures = summary.all().of(Verdict.FAIL);
        html.element(
                "p",
                "Filters, search and details need JavaScript. "
                        + (failures > LIMIT
                                ? "These are the worst " + LIMIT + " of " + Html.count(failures, "failure", "failures")
                                        + "."
                                : failures == 0 ? "There are no failures." : "These are all failures."),
                "class",
                "note");
        html.open("table", "class", "list").open("thead").open("tr");
        for (String column : List.of("Severity", "Check", "Resource", "Region", "What was seen")) {
            html.element("th", column, "scope", "col");
        }
        html.close("tr").close("thead").line().open("tbody").line();
        int written = 0;
        for (Severity severity : Severity.values()) {
            for (Finding finding : result.findings()) {
                if (written < LIMIT && finding.isOpenFailure() && finding.severity() == severity) {
                    row(html, finding);
                    written++;
                }
            }
        }
        html.close("tbody").close("table").close("noscript").line();
    }

    private void row(Html html, Finding finding) throws IOException {
        Check check = summary.check(finding.checkId());
        html.open("tr").open("td").severity(finding.severity()).close("td");
        html.open("td")
                .text(check.title())
                .element("span", check.id(), "class", "under")
                .close("td");
        html.open("td").element("bdi", finding.resource().name());
        html.element("span", finding.resource().arn().value(), "class", "under").close("td");
        html.element("td", finding.resource().region())
                .element("td", finding.message())
                .close("tr")
                .line();
    }
}

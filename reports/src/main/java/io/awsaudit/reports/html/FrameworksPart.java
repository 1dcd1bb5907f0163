package io.awsaudit.reports.html;

import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Framework;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every framework with every control, and how each came out. */
record FrameworksPart(AuditResult result) {
    private static final String NOT_EVALUATED = "not-evaluated";
    private static final String[] STATES = {"fail", "unknown", "pass", "manual", "not-applicable", NOT_EVALUATED};

    void write(Html html) throws IOException {
        if (result.frameworks().isEmpty()) {
            html.element("p", "No framework is part of this audit.", "class", "nothing")
                    .line();
        }
        boolean first = true;
        for (AuditResult.FrameworkResult framework : result.frameworks()) {
            if (first) {
                html.open("details", "class", "panel framework", "open", "");
            } else {
                html.open("details", "class", "panel framework");
            }
            write(html, framework);
            html.close("details").line();
            first = false;
        }
    }

    private static void write(Html html, AuditResult.FrameworkResult outcome) throws IOException {
        Framework framework = outcome.framework();
        Map<String, Long> counts = outcome.controls().stream()
                .collect(Collectors.groupingBy(control -> state(control.status()), Collectors.counting()));
        List<String> words = new ArrayList<>();
        long[] shares = new long[STATES.length];
        for (int i = 0; i < STATES.length; i++) {
            shares[i] = counts.getOrDefault(STATES[i], 0L);
            if (shares[i] > 0) {
                words.add(Html.number(shares[i]) + " " + STATES[i].replace('-', ' '));
            }
        }
        html.open("summary").element("h2", framework.title());
        html.element(
                "span",
                Html.count(outcome.controls().size(), "control", "controls") + ": " + String.join(", ", words),
                "class",
                "counts");
        html.bar(String.join(", ", words), STATES, shares).close("summary").line();
        html.open("p", "class", "under")
                .link(framework.source(), framework.source())
                .close("p");
        html.open("table", "class", "list").open("thead").open("tr");
        html.element("th", "Control", "scope", "col").element("th", "What it asks", "scope", "col");
        html.element("th", "Level", "scope", "col").element("th", "Status", "scope", "col");
        for (String column : List.of("Fail", "Unknown", "Pass")) {
            html.element("th", column, "scope", "col", "class", "number");
        }
        html.close("tr").close("thead").line().open("tbody").line();
        for (AuditResult.ControlResult control : outcome.controls()) {
            row(html, framework, control);
        }
        html.close("tbody").close("table").line();
    }

    private static void row(Html html, Framework framework, AuditResult.ControlResult outcome) throws IOException {
        Framework.Control control = outcome.control();
        String query = "framework=" + Html.query(framework.id()) + "&control=" + Html.query(control.id());
        html.open("tr").element("th", control.id(), "scope", "row");
        html.open("td");
        if (outcome.counts().isEmpty()) {
            html.text(control.title());
        } else {
            html.element("a", control.title(), "href", "#findings?status=any&" + query);
        }
        if (control.guidance().isPresent()) {
            html.element("span", control.guidance().get(), "class", "under");
        }
        if (control.unanswered().isPresent()) {
            html.element("span", "No check answers it: " + control.unanswered().get(), "class", "under");
        }
        html.close("td")
                .element("td", control.level())
                .open("td")
                .state(state(outcome.status()))
                .close("td");
        for (Verdict verdict : List.of(Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS)) {
            html.countCell(
                    outcome.counts().getOrDefault(verdict, 0),
                    "status=" + verdict.word() + "&" + query,
                    verdict == Verdict.PASS ? "" : verdict.word());
        }
        html.close("tr").line();
    }

    private static String state(Optional<Verdict> status) {
        return status.map(Verdict::word).orElse(NOT_EVALUATED);
    }
}

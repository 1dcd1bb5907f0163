package io.awsaudit.reports.html;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What could not be seen: by cause, operation and missing permission, and which listings are not complete. */
record CoveragePart(AuditResult result) {
    /** What gaps have in common that one remedy closes. */
    private record Reason(Gap.Cause cause, String operation, Optional<String> action) implements Comparable<Reason> {
        private static final Comparator<Reason> ORDER = Comparator.comparing(Reason::cause)
                .thenComparing(Reason::operation)
                .thenComparing(reason -> reason.action().orElse(""));

        static Reason of(Gap gap) {
            return new Reason(gap.cause(), gap.operation(), gap.action());
        }

        @Override
        public int compareTo(Reason other) {
            return ORDER.compare(this, other);
        }
    }

    /** How far a reason reaches. */
    private static final class Reach {
        private long calls;
        private long findings;
        private final Set<String> places = new TreeSet<>();
        private final Set<String> details = new TreeSet<>();
    }

    /** Listings of one type that broke off for one reason. */
    private record Broken(String type, String account, String sentence) implements Comparable<Broken> {
        @Override
        public int compareTo(Broken other) {
            return Comparator.comparing(Broken::type)
                    .thenComparing(Broken::account)
                    .thenComparing(Broken::sentence)
                    .compare(this, other);
        }
    }

    void write(Html html) throws IOException {
        Coverage coverage = result.coverage();
        Map<Reason, Reach> reasons = reasons();
        html.open("p", "class", "headline");
        if (coverage.refused() == 0) {
            html.text("All " + Html.count(coverage.answered(), "API call was", "API calls were") + " answered.");
        } else {
            html.element("strong", Html.count(coverage.refused(), "API call", "API calls"))
                    .text(" of " + Html.number(coverage.answered() + coverage.refused()) + " gave no answer.");
        }
        html.text(
                reasons.isEmpty()
                        ? " Nothing that a check asked for is missing."
                        : " What rests on them is unknown, never passed.");
        html.close("p").line();
        if (!reasons.isEmpty()) {
            actions(html, reasons.keySet());
            gaps(html, reasons);
        }
        listings(html);
        calls(html);
    }

    private Map<Reason, Reach> reasons() {
        Map<Reason, Reach> reasons = new TreeMap<>();
        for (Coverage.Calls calls : result.coverage().calls()) {
            for (Coverage.Refusal refusal : calls.refusals()) {
                Reach reach = reasons.computeIfAbsent(Reason.of(refusal.gap()), reason -> new Reach());
                reach.calls++;
                reach.places.add(calls.account() + " " + calls.region());
                reach.details.add(refusal.gap().detail());
            }
        }
        for (Finding finding : result.findings()) {
            Set<Reason> counted = new HashSet<>();
            for (Gap gap : finding.gaps()) {
                Reason reason = Reason.of(gap);
                Reach reach = reasons.computeIfAbsent(reason, missing -> new Reach());
                reach.findings += counted.add(reason) ? 1 : 0;
                reach.places.add(
                        finding.resource().account() + " " + finding.resource().region());
                reach.details.add(gap.detail());
            }
        }
        return reasons;
    }

    private static void actions(Html html, Set<Reason> reasons) throws IOException {
        Set<String> actions = new TreeSet<>();
        reasons.stream()
                .filter(reason -> reason.cause() == Gap.Cause.DENIED)
                .forEach(reason -> reason.action().ifPresent(actions::add));
        if (actions.isEmpty()) {
            return;
        }
        html.open("section", "class", "panel", "aria-labelledby", "actions-title");
        html.element("h2", "Permissions to grant", "id", "actions-title");
        html.element(
                "p",
                "AWS refused these actions. With them allowed to the auditing role, the next run sees what this one did not.");
        html.open("ul", "class", "actions");
        for (String action : actions) {
            html.open("li").element("code", action).close("li");
        }
        html.close("ul").close("section").line();
    }

    private static void gaps(Html html, Map<Reason, Reach> reasons) throws IOException {
        html.open("section", "class", "panel", "aria-labelledby", "gaps-title");
        html.element("h2", "What could not be seen", "id", "gaps-title");
        html.open("table", "class", "list").open("thead").open("tr");
        for (String column : List.of("Cause", "Operation", "Needs", "Where", "What AWS said")) {
            html.element("th", column, "scope", "col");
        }
        html.element("th", "Calls", "scope", "col", "class", "number");
        html.element("th", "Findings", "scope", "col", "class", "number");
        html.close("tr").close("thead").line().open("tbody").line();
        for (Map.Entry<Reason, Reach> entry : reasons.entrySet()) {
            Reason reason = entry.getKey();
            Reach reach = entry.getValue();
            html.open("tr")
                    .open("td")
                    .element("span", reason.cause().words(), "class", "state unknown")
                    .close("td");
            html.open("td").element("code", reason.operation()).close("td");
            html.open("td");
            if (reason.action().isPresent()) {
                html.element("code", reason.action().get());
            }
            html.close("td");
            few(html, reach.places, "places");
            few(html, reach.details, "messages");
            html.element("td", Html.number(reach.calls), "class", "number");
            html.countCell(
                    reach.findings,
                    "status=any&gap=" + Html.query(reason.cause().words() + " " + reason.operation()),
                    "unknown");
            html.close("tr").line();
        }
        html.close("tbody").close("table").close("section").line();
    }

    private static void few(Html html, Set<String> texts, String noun) throws IOException {
        int shown = 2;
        html.open("td");
        int number = 0;
        for (String text : texts) {
            if (number++ < shown && !text.isBlank()) {
                html.element("div", text);
            }
        }
        if (texts.size() > shown) {
            html.element("div", "and " + (texts.size() - shown) + " more " + noun, "class", "under");
        }
        html.close("td");
    }

    private void listings(Html html) throws IOException {
        Map<Broken, Set<String>> broken = new TreeMap<>();
        for (Coverage.Listing listing : result.coverage().listings()) {
            listing.gap()
                    .ifPresent(gap -> broken.computeIfAbsent(
                                    new Broken(listing.type(), listing.account(), gap.sentence()),
                                    key -> new TreeSet<>())
                            .add(listing.region()));
        }
        if (broken.isEmpty()) {
            return;
        }
        html.open("section", "class", "panel", "aria-labelledby", "listings-title");
        html.element("h2", "Listings that are not complete", "id", "listings-title");
        html.open("table", "class", "list").open("thead").open("tr");
        for (String column : List.of("Resource type", "Account", "Regions", "Why")) {
            html.element("th", column, "scope", "col");
        }
        html.close("tr").close("thead").line().open("tbody").line();
        for (Map.Entry<Broken, Set<String>> entry : broken.entrySet()) {
            Broken listing = entry.getKey();
            html.open("tr").element("td", listing.type()).element("td", listing.account());
            html.element("td", String.join(", ", entry.getValue())).element("td", listing.sentence());
            html.close("tr").line();
        }
        html.close("tbody").close("table").close("section").line();
    }

    private void calls(Html html) throws IOException {
        Map<String, long[]> operations = new TreeMap<>();
        for (Coverage.Calls calls : result.coverage().calls()) {
            long[] counts = operations.computeIfAbsent(calls.operation(), operation -> new long[2]);
            counts[0] += calls.answered();
            counts[1] += calls.refusals().size();
        }
        if (operations.isEmpty()) {
            return;
        }
        html.open("details", "class", "panel").open("summary").element("h2", "Every operation that was called");
        html.element("span", Html.count(operations.size(), "operation", "operations"), "class", "counts")
                .close("summary");
        html.open("table", "class", "list").open("thead").open("tr").element("th", "Operation", "scope", "col");
        html.element("th", "Answered", "scope", "col", "class", "number");
        html.element("th", "No answer", "scope", "col", "class", "number")
                .close("tr")
                .close("thead")
                .line();
        html.open("tbody").line();
        for (Map.Entry<String, long[]> entry : operations.entrySet()) {
            long unanswered = entry.getValue()[1];
            html.open("tr").open("td").element("code", entry.getKey()).close("td");
            html.element("td", Html.number(entry.getValue()[0]), "class", "number");
            html.element("td", Html.number(unanswered), "class", unanswered == 0 ? "number zero" : "number unknown");
            html.close("tr").line();
        }
        html.close("tbody").close("table").close("details").line();
    }
}

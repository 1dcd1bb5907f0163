package io.awsaudit.reports.html;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.reports.Unseen;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What could not be seen: by cause, operation and missing permission, what that left undecided, and which listings are not complete. */
record CoveragePart(AuditResult result) {
    private static final int FEW = 3;

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
        List<Unseen> unseen = Unseen.of(result);
        List<Unseen> mattering = unseen.stream().filter(Unseen::matters).toList();
        List<Unseen> others =
                unseen.stream().filter(reason -> !reason.matters()).toList();
        html.open("p", "class", "headline");
        if (coverage.refused() == 0) {
            html.text("All " + Html.count(coverage.answered(), "API call was", "API calls were") + " answered.");
        } else {
            html.element("strong", Html.count(coverage.refused(), "API call", "API calls"))
                    .text(" of " + Html.number(coverage.answered() + coverage.refused()) + " gave no answer.");
        }
        html.text(undecided(mattering)).close("p").line();
        if (!mattering.isEmpty()) {
            actions(html, mattering);
            html.open("section", "class", "panel", "aria-labelledby", "gaps-title");
            html.element("h2", "What could not be seen", "id", "gaps-title");
            gaps(html, mattering);
            html.close("section").line();
        }
        listings(html);
        if (!others.isEmpty()) {
            html.open("details", "class", "panel").open("summary");
            html.element("h2", "Not seen, and not needed");
            html.element("span", Html.count(others.size(), "reason", "reasons"), "class", "counts")
                    .close("summary");
            html.element("p", "No chosen check rests on any of this.", "class", "under");
            gaps(html, others);
            html.close("details").line();
        }
        calls(html);
    }

    private static String undecided(List<Unseen> mattering) {
        if (mattering.isEmpty()) {
            return " Nothing that a check asked for is missing.";
        }
        long checks = mattering.stream()
                .flatMap(reason -> reason.checks().stream())
                .distinct()
                .count();
        return " What rests on what was not seen is unknown, never passed: " + Html.count(checks, "check", "checks")
                + " could not be decided everywhere.";
    }

    private static void actions(Html html, List<Unseen> mattering) throws IOException {
        Set<String> actions = mattering.stream()
                .filter(Unseen::isMendedByGrant)
                .flatMap(reason -> reason.action().stream())
                .collect(Collectors.toCollection(TreeSet::new));
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

    private static void gaps(Html html, List<Unseen> unseen) throws IOException {
        html.open("table", "class", "list").open("thead").open("tr");
        for (String column :
                List.of("Cause", "Operation", "Where", "What AWS said, and what to do", "Undecided checks")) {
            html.element("th", column, "scope", "col");
        }
        html.element("th", "Calls", "scope", "col", "class", "number");
        html.element("th", "Findings", "scope", "col", "class", "number");
        html.close("tr").close("thead").line().open("tbody").line();
        for (Unseen reason : unseen) {
            gap(html, reason);
        }
        html.close("tbody").close("table");
    }

    private static void gap(Html html, Unseen reason) throws IOException {
        html.open("tr")
                .open("td")
                .element("span", reason.cause().words(), "class", "state unknown")
                .close("td");
        html.open("td").element("code", reason.operation());
        if (reason.action().isPresent()) {
            html.element("span", "needs " + reason.action().get(), "class", "under");
        }
        html.close("td");
        few(html.open("td"), places(reason), "places");
        html.close("td");
        few(
                html.open("td"),
                reason.examples().stream().map(Unseen.Example::detail).toList(),
                "messages");
        for (String advice : Stream.concat(reason.blame().map(Gap.Blame::sentence).stream(), reason.remedy().stream())
                .toList()) {
            html.element("span", capital(advice), "class", "under");
        }
        html.close("td");
        html.open("td");
        for (String check : reason.checks().stream().limit(FEW).toList()) {
            html.open("div")
                    .element("a", check, "href", "#findings?status=unknown&check=" + Html.query(check))
                    .close("div");
        }
        more(html, reason.checks().size(), "checks");
        html.close("td");
        html.element("td", Html.number(reason.calls()), "class", "number");
        html.countCell(
                reason.findings(),
                "status=unknown&gap=" + Html.query(reason.cause().words() + " " + reason.operation()),
                "unknown");
        html.close("tr").line();
    }

    private static List<String> places(Unseen reason) {
        return Stream.concat(
                        reason.accounts().size() == 1 ? Stream.empty() : reason.accounts().stream(),
                        reason.regions().stream())
                .toList();
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static void few(Html html, Collection<String> texts, String noun) throws IOException {
        for (String text : texts.stream().limit(FEW).toList()) {
            if (!text.isBlank()) {
                html.element("div", text);
            }
        }
        more(html, texts.size(), noun);
    }

    private static void more(Html html, int number, String noun) throws IOException {
        if (number > FEW) {
            html.element("div", "and " + (number - FEW) + " more " + noun, "class", "under");
        }
    }

    private void listings(Html html) throws IOException {
        Set<Gap> mattering = result.findings().stream()
                .filter(Finding::isOpenUnknown)
                .flatMap(finding -> finding.gaps().stream())
                .collect(Collectors.toSet());
        Map<Broken, Set<String>> broken = new TreeMap<>();
        for (Coverage.Listing listing : result.coverage().listings()) {
            listing.gap()
                    .filter(mattering::contains)
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

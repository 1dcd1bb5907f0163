package io.awsaudit.reports.html;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.rules.AuditResult;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The head of the page: what was audited, when, and by which version. */
record ScopePart(AuditResult result) {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int NAMED = 3;

    void write(Html html) throws IOException {
        List<String> accounts = result.accounts().stream()
                .map(Inventory.AccountScope::id)
                .sorted()
                .toList();
        List<String> regions = result.accounts().stream()
                .flatMap(account -> account.regions().stream())
                .distinct()
                .sorted()
                .toList();
        fact(html, accounts.size() == 1 ? "Account" : "Accounts", few(accounts), String.join(", ", accounts));
        fact(html, regions.size() == 1 ? "Region" : "Regions", few(regions), String.join(", ", regions));
        html.open("div").element("dt", "As of").open("dd");
        html.element(
                "time", MINUTES.format(result.asOf()), "datetime", result.asOf().toString());
        html.close("dd").close("div");
        fact(html, "Resources", Html.number(result.resources()), "");
        fact(html, "Checks", Html.number(result.checks().size()), "");
        fact(html, "Version", result.toolVersion(), "");
    }

    private static void fact(Html html, String name, String value, String whole) throws IOException {
        html.open("div").element("dt", name);
        if (whole.isEmpty() || whole.equals(value)) {
            html.element("dd", value);
        } else {
            html.element("dd", value, "title", whole);
        }
        html.close("div");
    }

    private static String few(List<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        return names.size() <= NAMED
                ? String.join(", ", names)
                : names.stream().limit(NAMED - 1).collect(Collectors.joining(", ")) + " and "
                        + (names.size() - NAMED + 1) + " more";
    }
}

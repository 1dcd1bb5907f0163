package io.awsaudit.reports.html;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.Unseen;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Comparison;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Framework;
import io.awsaudit.rules.Pillar;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.SuppressionUse;
import io.awsaudit.rules.Verdict;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** What the page holds at once, in its first block; the rest it unpacks when someone looks at it. */
record Contents(
        AuditResult result,
        Shortlist shortlist,
        Totals totals,
        Columns columns,
        List<Unseen> unseen,
        ResourceBlocks resources) {
    /** Of failures of an earlier result, which have no place among the findings, as many as a person would look through. */
    private static final int EARLIER = 1_000;

    private static final Comparator<Finding> SEVERE_FIRST = Comparator.comparing(Finding::severity);

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("version", result.toolVersion());
        json.writeStringProperty("asOf", result.asOf().toString());
        json.writeNumberProperty("resourceCount", result.resources());
        json.writeName("accounts").writeStartArray();
        for (Inventory.AccountScope account : result.accounts()) {
            json.writeStartObject().writeStringProperty("id", account.id());
            Json.strings(json, "regions", account.regions());
            json.writeEndObject();
        }
        json.writeEndArray();
        // Numbered in their own order, which is the one that people read them in.
        words(json, "statuses", Verdict.values(), Verdict::word);
        words(json, "severities", Severity.values(), Severity::word);
        words(json, "pillars", Pillar.values(), Pillar::word);
        words(json, "changes", Change.State.values(), Change.State::word);
        Json.strings(json, "others", Totals.OTHERS);
        checks(json);
        frameworks(json);
        columns.write(json);
        totals(json);
        omitted(json);
        suppressions(json);
        coverage(json);
        result.comparison().ifPresent(comparison -> comparison(json, comparison));
        json.writeNumberProperty("detailsBlock", Columns.ROWS);
        json.writeNumberProperty("resourcesBlock", ResourceBlocks.SIZE);
        json.writeBooleanProperty("attributes", !result.inventory().isEmpty());
        json.writeEndObject();
    }

    private static <T> void words(JsonGenerator json, String name, T[] values, Function<T, String> word) {
        Json.strings(json, name, Arrays.stream(values).map(word).toList());
    }

    private void checks(JsonGenerator json) {
        json.writeName("checks").writeStartArray();
        for (Check check : result.checks()) {
            json.writeStartObject();
            json.writeStringProperty("id", check.id());
            json.writeStringProperty("service", check.service());
            json.writeStringProperty("title", check.title());
            json.writeNumberProperty("severity", check.severity().ordinal());
            json.writeNumberProperty("pillar", check.pillar().ordinal());
            json.writeStringProperty("why", check.why());
            json.writeStringProperty("fix", check.fix());
            Json.optional(json, "cli", check.cli());
            Json.optional(json, "terraform", check.terraform());
            json.writeStringProperty("source", check.source());
            Json.optional(json, "bestPractice", check.bestPractice());
            Json.strings(json, "configRules", check.configRules());
            Json.strings(json, "securityHub", check.securityHub());
            sum(json, "totals", totals.ofCheck(check.id()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void frameworks(JsonGenerator json) {
        Map<String, Integer> checks = new HashMap<>();
        result.checks().forEach(check -> checks.put(check.id(), checks.size()));
        json.writeName("frameworks").writeStartArray();
        for (AuditResult.FrameworkResult outcome : result.frameworks()) {
            Framework framework = outcome.framework();
            json.writeStartObject();
            json.writeStringProperty("id", framework.id());
            json.writeStringProperty("title", framework.title());
            json.writeStringProperty("source", framework.source());
            json.writeName("controls").writeStartArray();
            for (AuditResult.ControlResult control : outcome.controls()) {
                control(json, control, checks);
            }
            json.writeEndArray().writeEndObject();
        }
        json.writeEndArray();
    }

    private static void control(JsonGenerator json, AuditResult.ControlResult outcome, Map<String, Integer> checks) {
        Framework.Control control = outcome.control();
        json.writeStartObject();
        json.writeStringProperty("id", control.id());
        json.writeStringProperty("title", control.title());
        json.writeStringProperty("level", control.level());
        Json.numbers(
                json,
                "checks",
                control.checks().stream().filter(checks::containsKey).map(checks::get));
        Json.strings(
                json,
                "otherChecks",
                control.checks().stream().filter(id -> !checks.containsKey(id)).toList());
        json.writeBooleanProperty("manual", control.manual());
        Json.optional(json, "guidance", control.guidance());
        Json.optional(json, "unanswered", control.unanswered());
        Json.optional(json, "status", outcome.status().map(Verdict::word));
        json.writeName("counts").writeStartArray();
        for (Verdict verdict : Verdict.values()) {
            json.writeNumber(outcome.counts().getOrDefault(verdict, 0));
        }
        json.writeEndArray().writeEndObject();
    }

    private void totals(JsonGenerator json) {
        json.writeName("totals").writeStartObject();
        sum(json, "all", totals.all());
        sums(json, "accounts", totals.accounts(), Function.identity());
        sums(json, "regions", totals.regions(), Function.identity());
        sums(json, "changes", totals.changes(), Change.State::word);
        json.writeEndObject();
    }

    private static <K> void sums(JsonGenerator json, String name, Map<K, long[]> sums, Function<K, String> word) {
        json.writeName(name).writeStartArray();
        sums.forEach((key, sum) -> {
            json.writeStartObject().writeStringProperty("name", word.apply(key));
            sum(json, "totals", sum);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void sum(JsonGenerator json, String name, long[] sum) {
        json.writeName(name).writeArray(sum, 0, sum.length);
    }

    private void omitted(JsonGenerator json) {
        Json.strings(
                json,
                "omitted",
                shortlist.omitted().stream().map(Shortlist.Omitted::words).toList());
        json.writeNumberProperty(
                "omittedFindings",
                shortlist.omitted().stream()
                        .mapToLong(Shortlist.Omitted::findings)
                        .sum());
        json.writeNumberProperty("attributesOmitted", resources.omitted());
    }

    private void suppressions(JsonGenerator json) {
        Map<Suppression, SuppressionUse> uses = result.suppressions().stream()
                .collect(Collectors.toMap(SuppressionUse::suppression, Function.identity(), (one, other) -> one));
        json.writeName("suppressions").writeStartArray();
        for (Suppression suppression : columns.suppressions().values()) {
            json.writeStartObject();
            json.writeStringProperty("check", suppression.check());
            json.writeStringProperty("resource", suppression.resource());
            Json.optional(json, "account", suppression.account());
            Json.optional(json, "tag", suppression.tag());
            json.writeStringProperty("reason", suppression.reason());
            json.writeStringProperty("owner", suppression.owner());
            Json.optional(json, "expires", suppression.expires().map(Object::toString));
            Optional.ofNullable(uses.get(suppression)).ifPresent(use -> {
                json.writeNumberProperty("findings", use.findings());
                use.daysLeft().ifPresent(days -> json.writeNumberProperty("daysLeft", days));
                json.writeStringProperty("state", state(use));
            });
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String state(SuppressionUse use) {
        if (use.isExpired()) {
            return "expired";
        }
        if (use.isUnused()) {
            return "unused";
        }
        if (use.endsSoon()) {
            return "ends soon";
        }
        return use.asked() ? "used" : "not asked";
    }

    private void coverage(JsonGenerator json) {
        Coverage coverage = result.coverage();
        json.writeName("coverage").writeStartObject();
        json.writeNumberProperty("answered", coverage.answered());
        json.writeNumberProperty("refused", coverage.refused());
        json.writeName("unseen").writeStartArray();
        unseen.forEach(reason -> unseen(json, reason));
        json.writeEndArray();
        listings(json);
        Map<String, long[]> operations = new TreeMap<>();
        for (Coverage.Calls calls : coverage.calls()) {
            long[] counts = operations.computeIfAbsent(calls.operation(), operation -> new long[2]);
            counts[0] += calls.answered();
            counts[1] += calls.refusals().size();
        }
        sums(json, "operations", operations, Function.identity());
        json.writeEndObject();
    }

    private static void unseen(JsonGenerator json, Unseen reason) {
        json.writeStartObject();
        json.writeStringProperty("cause", reason.cause().words());
        json.writeStringProperty("operation", reason.operation());
        Json.optional(json, "action", reason.action());
        Json.optional(json, "blame", reason.blame().map(Gap.Blame::sentence));
        Json.optional(json, "remedy", reason.remedy());
        json.writeBooleanProperty("grant", reason.isMendedByGrant());
        json.writeBooleanProperty("matters", reason.matters());
        json.writeNumberProperty("calls", reason.calls());
        json.writeNumberProperty("findings", reason.findings());
        Json.strings(json, "accounts", reason.accounts());
        Json.strings(json, "regions", reason.regions());
        Json.strings(json, "checks", reason.checks());
        Json.strings(
                json,
                "details",
                reason.examples().stream()
                        .map(Unseen.Example::detail)
                        .filter(detail -> !detail.isBlank())
                        .toList());
        json.writeEndObject();
    }

    /** Listings that broke off and that a verdict is unknown for, with the regions in which they did so for one reason. */
    private void listings(JsonGenerator json) {
        Set<Gap> mattering = new HashSet<>();
        result.findings().notable().stream()
                .filter(Finding::isOpenUnknown)
                .forEach(finding -> mattering.addAll(finding.gaps()));
        Map<List<String>, Set<String>> broken = new TreeMap<>(Comparator.comparing((List<String> key) -> key.get(0))
                .thenComparing(key -> key.get(1))
                .thenComparing(key -> key.get(2)));
        for (Coverage.Listing listing : result.coverage().listings()) {
            listing.gap()
                    .filter(mattering::contains)
                    .ifPresent(gap -> broken.computeIfAbsent(
                                    List.of(listing.type(), listing.account(), gap.sentence()), key -> new TreeSet<>())
                            .add(listing.region()));
        }
        json.writeName("listings").writeStartArray();
        broken.forEach((key, regions) -> {
            json.writeStartObject();
            json.writeStringProperty("type", key.get(0));
            json.writeStringProperty("account", key.get(1));
            json.writeStringProperty("why", key.get(2));
            Json.strings(json, "regions", regions);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void comparison(JsonGenerator json, Comparison comparison) {
        json.writeName("comparison").writeStartObject();
        json.writeStringProperty("baseline", comparison.baseline().toString());
        earlier(json, "gone", comparison.gone());
        earlier(json, "unseen", comparison.unseen());
        json.writeEndObject();
    }

    private static void earlier(JsonGenerator json, String name, List<Finding> findings) {
        json.writeNumberProperty(name + "Count", findings.size());
        json.writeName(name).writeStartArray();
        findings.stream().sorted(SEVERE_FIRST).limit(EARLIER).forEach(finding -> {
            json.writeStartObject();
            json.writeStringProperty("check", finding.checkId());
            json.writeNumberProperty("severity", finding.severity().ordinal());
            json.writeStringProperty("message", finding.message());
            json.writeStringProperty("arn", finding.resource().arn().value());
            json.writeStringProperty("name", finding.resource().name());
            json.writeStringProperty("type", finding.resource().type());
            json.writeStringProperty("account", finding.resource().account());
            json.writeStringProperty("region", finding.resource().region());
            finding.change().ifPresent(change -> json.writeStringProperty("reason", change.reason()));
            finding.firstSeen().ifPresent(seen -> json.writeStringProperty("firstSeen", seen.toString()));
            json.writeEndObject();
        });
        json.writeEndArray();
    }
}

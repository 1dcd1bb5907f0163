package io.awsaudit.reports.html;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Gap;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.SuppressionUse;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/**
 * The listed findings as a table reads them, a column at a time. What many share stands in a dictionary once, and a column
 * names its place there; {@code -1} is none. What only a finding's own page and the search need stands apart, in blocks
 * of {@link #ROWS} findings.
 */
final class Columns {
    /** How many findings' details one block holds. */
    static final int ROWS = 1_000;

    private static final String[] NAMES = {
        "check", "status", "severity", "resource", "change", "firstSeen", "suppression", "gap"
    };

    private final List<Finding> findings;
    private final Map<String, String> titles = new HashMap<>();
    private final int[][] columns;
    private final StringBuilder fingerprints;
    private final Places<Finding.Subject> resources = new Places<>();
    private final Places<String> words = new Places<>();
    private final Places<Map.Entry<String, String>> tags = new Places<>();
    private final Places<Suppression> suppressions = new Places<>();
    private final Places<String> gaps = new Places<>();
    private final Places<List<Integer>> gapsTogether = new Places<>();

    Columns(AuditResult result, Shortlist shortlist) {
        findings = shortlist.findings();
        columns = new int[NAMES.length][findings.size()];
        fingerprints = new StringBuilder(findings.size() * 33);
        Map<String, Integer> checks = new HashMap<>();
        result.checks().forEach(check -> {
            checks.put(check.id(), checks.size());
            titles.put(check.id(), check.title());
        });
        result.suppressions().stream().map(SuppressionUse::suppression).forEach(suppressions::of);
        for (int row = 0; row < findings.size(); row++) {
            Finding finding = findings.get(row);
            columns[0][row] = Objects.requireNonNull(checks.get(finding.checkId()));
            columns[1][row] = finding.status().ordinal();
            columns[2][row] = finding.severity().ordinal();
            columns[3][row] = resources.of(finding.resource());
            columns[4][row] =
                    finding.change().map(change -> change.state().ordinal()).orElse(-1);
            columns[5][row] =
                    finding.firstSeen().map(seen -> words.of(seen.toString())).orElse(-1);
            columns[6][row] = finding.suppression().map(suppressions::of).orElse(-1);
            columns[7][row] = finding.gaps().isEmpty()
                    ? -1
                    : gapsTogether.of(finding.gaps().stream()
                            .map(gap -> gaps.of(reason(gap)))
                            .distinct()
                            .toList());
            fingerprints.append(finding.fingerprint()).append('\n');
        }
    }

    /** {@return what findings that rest on a gap are found by, and gaps that one remedy may mend have in common} */
    static String reason(Gap gap) {
        return gap.cause().words() + " " + gap.operation();
    }

    /** {@return the resources that findings are about, in the order of their numbers} */
    Iterable<Finding.Subject> resources() {
        return resources.values();
    }

    int resourceCount() {
        return resources.size();
    }

    /** {@return of each resource, by its number, whether a listed finding on it fails} */
    boolean[] failingResources() {
        boolean[] failing = new boolean[resources.size()];
        for (int row = 0; row < columns[3].length; row++) {
            failing[columns[3][row]] |= columns[1][row] == Verdict.FAIL.ordinal();
        }
        return failing;
    }

    Places<Suppression> suppressions() {
        return suppressions;
    }

    void write(JsonGenerator json) {
        json.writeName("findings").writeStartObject();
        for (int column = 0; column < NAMES.length; column++) {
            json.writeName(NAMES[column]).writeArray(columns[column], 0, columns[column].length);
        }
        json.writeStringProperty("fingerprint", fingerprints.toString());
        json.writeEndObject();
        resources(json);
        Json.strings(json, "gaps", gaps.values());
        json.writeName("gapsTogether").writeStartArray();
        gapsTogether.values().forEach(together -> Json.numbers(json, together));
        json.writeEndArray();
        Json.strings(json, "words", words.values());
        json.writeName("tags").writeStartArray();
        for (Map.Entry<String, String> tag : tags.values()) {
            // Pairs, for not all readers take every text as the name of a property.
            json.writeStartArray()
                    .writeString(tag.getKey())
                    .writeString(tag.getValue())
                    .writeEndArray();
        }
        json.writeEndArray();
    }

    private void resources(JsonGenerator json) {
        json.writeName("resources").writeStartObject();
        Json.strings(
                json,
                "arn",
                () -> resources.values().stream()
                        .map(resource -> resource.arn().value())
                        .iterator());
        Json.strings(
                json,
                "name",
                () -> resources.values().stream().map(Finding.Subject::name).iterator());
        Json.numbers(json, "type", resources.values().stream().map(resource -> words.of(resource.type())));
        Json.numbers(json, "account", resources.values().stream().map(resource -> words.of(resource.account())));
        Json.numbers(json, "region", resources.values().stream().map(resource -> words.of(resource.region())));
        json.writeName("tags").writeStartArray();
        for (Finding.Subject resource : resources.values()) {
            Json.numbers(
                    json,
                    new TreeMap<>(resource.tags())
                            .entrySet().stream().map(tags::of).toList());
        }
        json.writeEndArray().writeEndObject();
    }

    /**
     * Writes what only a finding's own page and the search need: of each finding its message ({@code null} where that is the
     * title of its check), its evidence, its path, and its gaps by their number in the block's own dictionary. An ARN of
     * {@code null} is that of the finding's resource.
     */
    void writeDetails(Blocks blocks) throws IOException {
        for (int from = 0; from < findings.size(); from += ROWS) {
            List<Finding> some = findings.subList(from, Math.min(from + ROWS, findings.size()));
            blocks.write("details-" + from / ROWS, json -> details(json, some));
        }
    }

    private void details(JsonGenerator json, List<Finding> some) {
        Places<Gap> met = new Places<>();
        json.writeStartObject().writeName("findings").writeStartArray();
        for (Finding finding : some) {
            Arn own = finding.resource().arn();
            json.writeStartArray();
            if (finding.message().equals(titles.get(finding.checkId()) + ".")) {
                json.writeNull();
            } else {
                json.writeString(finding.message());
            }
            json.writeStartArray();
            for (Evidence evidence : finding.evidence()) {
                json.writeStartArray();
                arn(json, evidence.resource(), own);
                json.writeString(evidence.property())
                        .writeString(evidence.seen())
                        .writeEndArray();
            }
            json.writeEndArray().writeStartArray();
            for (Edge edge : finding.path()) {
                json.writeStartArray();
                arn(json, edge.from(), own);
                json.writeString(edge.relation().words());
                arn(json, edge.to(), own);
                json.writeEndArray();
            }
            json.writeEndArray();
            Json.numbers(json, finding.gaps().stream().map(met::of).toList());
            finding.change()
                    .ifPresent(change -> json.writeString(change.reason())
                            .writeString(change.before().map(Verdict::word).orElse("")));
            json.writeEndArray();
        }
        json.writeEndArray().writeName("gaps").writeStartArray();
        for (Gap gap : met.values()) {
            json.writeStartObject();
            json.writeStringProperty("cause", gap.cause().words());
            json.writeStringProperty("operation", gap.operation());
            Json.optional(json, "action", gap.action());
            Json.optional(json, "blame", gap.blame().map(Gap.Blame::sentence));
            json.writeStringProperty("detail", gap.detail());
            json.writeEndObject();
        }
        json.writeEndArray().writeEndObject();
    }

    private static void arn(JsonGenerator json, Arn arn, Arn own) {
        if (arn.equals(own)) {
            json.writeNull();
        } else {
            json.writeString(arn.value());
        }
    }
}

package io.awsaudit.reports.jsonl;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Requirements;
import io.awsaudit.reports.Summary;
import io.awsaudit.reports.Unseen;
import io.awsaudit.reports.json.FindingJson;
import io.awsaudit.reports.json.JsonText;
import io.awsaudit.reports.json.UnseenJson;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Comparison;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Tally;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/**
 * Writes {@code findings.jsonl}: first a line on the scan, which says how many lines of each kind follow; then a line for
 * each thing that could not be seen, and one for each finding. What a check says of itself is left to {@code findings.json}.
 */
public final class JsonLinesReporter implements Reporter {
    /** Raised in its first part when a reader of an earlier version could misread a line. */
    static final String SCHEMA_VERSION = "1.0";

    private static final int LEVELS = 0;

    /** What a line is about; the words are those of its property {@code kind}. */
    private enum Kind {
        SCAN,
        GAP,
        FINDING,
        GONE,
        UNSEEN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String format() {
        return "jsonl";
    }

    @Override
    public String fileName() {
        return "findings.jsonl";
    }

    @Override
    public void write(AuditResult result, OutputStream out) throws IOException {
        Summary summary = Summary.of(result);
        Requirements requirements = Requirements.of(result);
        List<Unseen> gaps = Unseen.of(result);
        List<Finding> gone = result.comparison().map(Comparison::gone).orElse(List.of());
        List<Finding> unseen = result.comparison().map(Comparison::unseen).orElse(List.of());
        Map<Kind, Integer> lines = new TreeMap<>(Map.of(
                Kind.GAP,
                gaps.size(),
                Kind.FINDING,
                result.findings().size(),
                Kind.GONE,
                gone.size(),
                Kind.UNSEEN,
                unseen.size()));
        JsonText.write(out, LEVELS, json -> {
            scan(json, result, summary.all(), lines);
            for (Unseen gap : gaps) {
                start(json, Kind.GAP);
                UnseenJson.properties(json, gap);
                json.writeEndObject();
            }
            result.findings()
                    .forEach(finding -> finding(json, Kind.FINDING, finding, summary.metadata(), requirements));
            gone.forEach(finding -> finding(json, Kind.GONE, finding, summary.metadata(), requirements));
            unseen.forEach(finding -> finding(json, Kind.UNSEEN, finding, summary.metadata(), requirements));
        });
    }

    private static void start(JsonGenerator json, Kind kind) {
        json.writeStartObject();
        json.writeStringProperty("kind", kind.word());
    }

    private static void scan(JsonGenerator json, AuditResult result, Tally tally, Map<Kind, Integer> lines) {
        start(json, Kind.SCAN);
        json.writeStringProperty("schemaVersion", SCHEMA_VERSION);
        json.writeObjectPropertyStart("tool");
        json.writeStringProperty("name", "aws-audit");
        json.writeStringProperty("version", result.toolVersion());
        json.writeEndObject();
        json.writeStringProperty("startedAt", result.asOf().toString());
        json.writeArrayPropertyStart("accounts");
        for (Inventory.AccountScope account : result.accounts()) {
            json.writeStartObject();
            json.writeStringProperty("id", account.id());
            json.writeStringProperty("partition", account.partition());
            JsonText.strings(json, "regions", account.regions());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("resources", result.resources());
        json.writeNumberProperty("checks", result.checks().size());
        json.writeObjectPropertyStart("calls");
        json.writeNumberProperty("answered", result.coverage().answered());
        json.writeNumberProperty("refused", result.coverage().refused());
        json.writeEndObject();
        json.writeObjectPropertyStart("verdicts");
        for (Verdict verdict : Verdict.values()) {
            json.writeNumberProperty(verdict.name(), tally.of(verdict));
        }
        json.writeEndObject();
        json.writeNumberProperty("suppressed", tally.suppressed());
        result.comparison()
                .ifPresent(comparison -> json.writeStringProperty(
                        "baseline", comparison.baseline().toString()));
        json.writeObjectPropertyStart("lines");
        lines.forEach((kind, count) -> json.writeNumberProperty(kind.word(), count));
        json.writeEndObject();
        json.writeEndObject();
    }

    /** A check that is no longer asked has findings in an earlier result, but no title here. */
    private static void finding(
            JsonGenerator json, Kind kind, Finding finding, Map<String, Check> checks, Requirements requirements) {
        start(json, kind);
        Check check = checks.get(finding.checkId());
        if (check != null) {
            json.writeStringProperty("title", check.title());
            json.writeStringProperty("service", check.service());
            json.writeStringProperty("pillar", check.pillar().word());
        }
        FindingJson.properties(json, finding);
        JsonText.stringsIfAny(
                json,
                "controls",
                requirements.of(finding.checkId()).stream()
                        .map(requirement -> requirement.framework().id() + " "
                                + requirement.control().id())
                        .toList());
        json.writeEndObject();
    }
}

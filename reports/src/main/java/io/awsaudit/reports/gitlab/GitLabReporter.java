package io.awsaudit.reports.gitlab;

import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Excerpt;
import io.awsaudit.inventory.Gap;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Requirements;
import io.awsaudit.reports.Summary;
import io.awsaudit.reports.Text;
import io.awsaudit.reports.Unseen;
import io.awsaudit.reports.json.JsonText;
import io.awsaudit.reports.markdown.Gfm;
import io.awsaudit.reports.sarif.Places;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Tally;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * Writes {@code gl-sast-report.json}: a vulnerability a failure, the most severe first. What could not be decided is there
 * too, of severity Unknown: GitLab takes a vulnerability that is no longer reported for mended.
 */
public final class GitLabReporter implements Reporter {
    /** Of the schema that this follows; GitLab reads a report by the schema that it names. */
    static final String SCHEMA_VERSION = "15.2.1";

    /** How many vulnerabilities GitLab takes of one report. */
    private static final int VULNERABILITIES = 100_000;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int LEVELS = 2;
    private static final int NAME = 255;
    private static final int DESCRIPTION = 15_000;
    private static final int SOLUTION = 7_000;
    private static final int IDENTIFIERS = 20;
    private static final int MESSAGES = 100;
    private static final int MESSAGE = 2_000;
    private static final int FEW = 5;
    private static final int ARN = 500;
    private static final int GAP = 1_000;

    private final int most;

    /** Makes a reporter that keeps within what GitLab takes. */
    public GitLabReporter() {
        this(VULNERABILITIES);
    }

    GitLabReporter(int most) {
        this.most = most;
    }

    @Override
    public String format() {
        return "gitlab";
    }

    @Override
    public String fileName() {
        return "gl-sast-report.json";
    }

    @Override
    public void write(AuditResult result, OutputStream out) throws IOException {
        Summary summary = Summary.of(result);
        Requirements requirements = Requirements.of(result);
        JsonText.write(out, LEVELS, json -> {
            json.writeStartObject();
            json.writeStringProperty("version", SCHEMA_VERSION);
            scan(json, result, summary.all());
            json.writeArrayPropertyStart("vulnerabilities");
            int room = most;
            for (Severity severity : Severity.values()) {
                room = vulnerabilities(
                        json,
                        result,
                        finding -> finding.isOpenFailure() && finding.severity() == severity,
                        room,
                        summary,
                        requirements);
            }
            vulnerabilities(json, result, Finding::isOpenUnknown, room, summary, requirements);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void scan(JsonGenerator json, AuditResult result, Tally tally) {
        json.writeObjectPropertyStart("scan");
        for (String part : List.of("analyzer", "scanner")) {
            json.writeObjectPropertyStart(part);
            json.writeStringProperty("id", "aws-audit");
            json.writeStringProperty("name", "aws-audit");
            json.writeStringProperty("version", result.toolVersion());
            json.writeObjectPropertyStart("vendor");
            json.writeStringProperty("name", "aws-audit");
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeStringProperty("type", "sast");
        json.writeStringProperty("start_time", UTC.format(result.asOf()));
        json.writeStringProperty("end_time", UTC.format(result.asOf())); // a result does not say how long it took
        json.writeStringProperty("status", "success");
        messages(json, result, tally);
        json.writeEndObject();
    }

    /** What is not among the vulnerabilities: what could not be seen, what was accepted, what there is no room for. */
    private void messages(JsonGenerator json, AuditResult result, Tally tally) {
        json.writeArrayPropertyStart("messages");
        List<Unseen> unseen = Unseen.of(result).stream().filter(Unseen::matters).toList();
        unseen.stream().limit(MESSAGES).forEach(gap -> message(json, "warn", sentence(gap)));
        if (unseen.size() > MESSAGES) {
            message(json, "warn", "And " + (unseen.size() - MESSAGES) + " more that could not be seen.");
        }
        long open = tally.of(Verdict.FAIL) + tally.of(Verdict.UNKNOWN);
        if (open > most) {
            message(
                    json,
                    "warn",
                    "This report holds the " + most + " most severe findings of " + open + "; GitLab takes no more.");
        }
        if (tally.suppressed() > 0) {
            message(json, "info", "Left out since a user accepted them: " + findings(tally.suppressed()) + ".");
        }
        if (tally.of(Verdict.MANUAL) > 0) {
            message(json, "info", "Left to a person to decide: " + findings(tally.of(Verdict.MANUAL)) + ".");
        }
        json.writeEndArray();
    }

    private static void message(JsonGenerator json, String level, String value) {
        json.writeStartObject();
        json.writeStringProperty("level", level);
        json.writeStringProperty("value", Excerpt.of(Text.visible(value), MESSAGE));
        json.writeEndObject();
    }

    private static String sentence(Unseen unseen) {
        return "Not seen in " + few(unseen.regions()) + ": " + unseen.operation() + ", "
                + unseen.cause().words()
                + unseen.action().map(action -> ", needs " + action).orElse("")
                + unseen.blame().map(blame -> ", " + blame.sentence()).orElse("")
                + ". Undecided for it: " + findings(unseen.findings()) + " of " + few(unseen.checks()) + ".";
    }

    private static String findings(long number) {
        return number + (number == 1 ? " finding" : " findings");
    }

    private static String few(Collection<String> names) {
        return names.stream().limit(FEW).collect(Collectors.joining(", "))
                + (names.size() > FEW ? " and " + (names.size() - FEW) + " more" : "");
    }

    /** Writes findings for as long as there is room, and returns how much is left. */
    private static int vulnerabilities(
            JsonGenerator json,
            AuditResult result,
            Predicate<Finding> which,
            int room,
            Summary summary,
            Requirements requirements) {
        int left = room;
        for (Finding finding : result.findings().notable()) {
            if (left == 0) {
                break;
            }
            if (which.test(finding)) {
                vulnerability(json, finding, summary.check(finding.checkId()), requirements);
                left--;
            }
        }
        return left;
    }

    private static void vulnerability(JsonGenerator json, Finding finding, Check check, Requirements requirements) {
        json.writeStartObject();
        json.writeStringProperty("id", uuid(finding.fingerprint()));
        json.writeStringProperty("name", Excerpt.of(Text.visible(outcome(finding) + ": " + check.title()), NAME));
        json.writeStringProperty("description", description(finding, check));
        json.writeStringProperty("severity", severityOf(finding));
        json.writeStringProperty("solution", solution(check));
        identifiers(json, check, requirements);
        if (Gfm.isPage(check.source())) {
            json.writeArrayPropertyStart("links");
            json.writeStartObject();
            json.writeStringProperty("name", "What AWS says");
            json.writeStringProperty("url", check.source());
            json.writeEndObject();
            json.writeEndArray();
        }
        details(json, finding);
        tracking(json, finding);
        json.writeEndObject();
    }

    /** A fingerprint has as many digits as a UUID. */
    private static String uuid(String fingerprint) {
        return fingerprint.replaceFirst("^(.{8})(.{4})(.{4})(.{4})(.{12})$", "$1-$2-$3-$4-$5");
    }

    private static String outcome(Finding finding) {
        return finding.status() == Verdict.FAIL ? "Does not hold" : "Not decided";
    }

    private static String severityOf(Finding finding) {
        if (finding.status() != Verdict.FAIL) {
            return "Unknown";
        }
        return switch (finding.severity()) {
            case CRITICAL -> "Critical";
            case HIGH -> "High";
            case MEDIUM -> "Medium";
            case LOW -> "Low";
        };
    }

    /** GitLab shows it as Markdown. */
    private static String description(Finding finding, Check check) {
        StringBuilder text = new StringBuilder(outcome(finding))
                .append(" for ")
                .append(Gfm.code(finding.resource().arn().value(), ARN))
                .append(": ")
                .append(Gfm.prose(check.title()))
                .append(".\n\n");
        for (Gap gap : finding.gaps()) {
            text.append("- not seen: ").append(Gfm.code(gap.sentence(), GAP)).append('\n');
        }
        text.append('\n').append(Gfm.prose(check.why()));
        return Excerpt.of(text.toString(), DESCRIPTION);
    }

    private static String solution(Check check) {
        String words = Gfm.prose(check.fix());
        String whole =
                words + check.cli().map(cli -> "\n\n" + Gfm.block("sh", cli)).orElse("");
        return whole.length() <= SOLUTION ? whole : Excerpt.of(words, SOLUTION);
    }

    /** The first is the one by which GitLab knows a vulnerability again, together with its place. */
    private static void identifiers(JsonGenerator json, Check check, Requirements requirements) {
        json.writeArrayPropertyStart("identifiers");
        identifier(json, "aws_audit_check", check.id(), check.id(), check.source());
        requirements.of(check.id()).stream()
                .limit(IDENTIFIERS - 1)
                .forEach(requirement -> identifier(
                        json,
                        requirement.framework().id(),
                        requirement.framework().title() + " "
                                + requirement.control().id(),
                        requirement.control().id(),
                        requirement.framework().source()));
        json.writeEndArray();
    }

    private static void identifier(JsonGenerator json, String type, String name, String value, String page) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
        json.writeStringProperty("name", Excerpt.ofName(Text.visible(name), NAME));
        json.writeStringProperty("value", Excerpt.ofName(Text.visible(value), NAME));
        if (Gfm.isPage(page)) {
            json.writeStringProperty("url", page);
        }
        json.writeEndObject();
    }

    private static void details(JsonGenerator json, Finding finding) {
        Finding.Subject resource = finding.resource();
        json.writeObjectPropertyStart("details");
        field(json, "resource", "Resource", resource.arn().value());
        field(json, "resource_name", "Name", resource.name());
        field(json, "resource_type", "Type", resource.type());
        field(json, "account", "Account", resource.account());
        field(json, "region", "Region", resource.region());
        if (!finding.evidence().isEmpty()) {
            evidence(json, finding.evidence());
        }
        if (!finding.path().isEmpty()) {
            path(json, finding.path());
        }
        finding.change()
                .ifPresent(change -> field(
                        json,
                        "change",
                        "Since the baseline",
                        change.state().word() + (change.reason().isEmpty() ? "" : ": " + change.reason())));
        finding.firstSeen().ifPresent(time -> field(json, "first_seen", "First seen", time.toString()));
        json.writeEndObject();
    }

    private static void evidence(JsonGenerator json, List<Evidence> seen) {
        json.writeObjectPropertyStart("seen");
        json.writeStringProperty("name", "What was seen");
        json.writeStringProperty("type", "table");
        json.writeArrayPropertyStart("header");
        List.of("Resource", "Property", "Value").forEach(heading -> text(json, heading));
        json.writeEndArray();
        json.writeArrayPropertyStart("rows");
        for (Evidence evidence : seen) {
            json.writeStartArray();
            text(json, evidence.resource().value());
            text(json, evidence.property());
            text(json, evidence.seen());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void path(JsonGenerator json, List<Edge> path) {
        json.writeObjectPropertyStart("path");
        json.writeStringProperty("name", "Path");
        json.writeStringProperty("type", "list");
        json.writeArrayPropertyStart("items");
        for (Edge edge : path) {
            text(
                    json,
                    edge.from().value() + " " + edge.relation().words() + " "
                            + edge.to().value());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void field(JsonGenerator json, String key, String name, String value) {
        json.writeObjectPropertyStart(key);
        json.writeStringProperty("name", name);
        json.writeStringProperty("type", "text");
        json.writeStringProperty("value", value);
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String value) {
        json.writeStartObject();
        json.writeStringProperty("type", "text");
        json.writeStringProperty("value", value);
        json.writeEndObject();
    }

    /** A resource has no lines, and GitLab tells places apart by file and line. */
    private static void tracking(JsonGenerator json, Finding finding) {
        String file = Places.uri(finding.resource());
        json.writeObjectPropertyStart("location");
        json.writeStringProperty("file", file);
        json.writeNumberProperty("start_line", 1);
        json.writeEndObject();
        json.writeObjectPropertyStart("tracking");
        json.writeStringProperty("type", "source");
        json.writeArrayPropertyStart("items");
        json.writeStartObject();
        json.writeStringProperty("file", file);
        json.writeNumberProperty("start_line", 1);
        json.writeNumberProperty("end_line", 1);
        json.writeArrayPropertyStart("signatures");
        json.writeStartObject();
        json.writeStringProperty("algorithm", "hash");
        json.writeStringProperty("value", finding.fingerprint());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }
}

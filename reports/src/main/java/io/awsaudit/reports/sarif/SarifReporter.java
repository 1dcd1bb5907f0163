package io.awsaudit.reports.sarif;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Unseen;
import io.awsaudit.reports.json.JsonText;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Writes {@code findings.sarif}: a run an account, a rule a check, a result a finding. */
public final class SarifReporter implements Reporter {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final int LEVELS = 4;
    private static final int NOTIFICATIONS = 100;
    private static final int CHECKS = 10;

    private final boolean includePassed;

    /** Makes a reporter that lists problems, and on request what passed and what is out of scope. */
    public SarifReporter(boolean includePassed) {
        this.includePassed = includePassed;
    }

    @Override
    public String format() {
        return "sarif";
    }

    @Override
    public String fileName() {
        return "findings.sarif";
    }

    @Override
    public void write(AuditResult result, OutputStream out) throws IOException {
        Rules rules = new Rules(result);
        JsonText.write(out, LEVELS, json -> {
            json.writeStartObject();
            json.writeStringProperty("version", "2.1.0");
            json.writeStringProperty("$schema", SCHEMA);
            json.writeArrayPropertyStart("runs");
            accounts(result).forEach(account -> run(json, result, rules, account));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static Set<String> accounts(AuditResult result) {
        Set<String> accounts = new LinkedHashSet<>();
        result.accounts().stream().map(Inventory.AccountScope::id).forEach(accounts::add);
        Set<String> others = new TreeSet<>();
        result.findings().forEach(finding -> others.add(finding.resource().account()));
        accounts.addAll(others);
        return accounts;
    }

    private void run(JsonGenerator json, AuditResult result, Rules rules, String account) {
        json.writeStartObject();
        json.writeObjectPropertyStart("tool");
        json.writeName("driver");
        rules.driver(json);
        json.writeEndObject();
        json.writeObjectPropertyStart("automationDetails");
        // GitHub takes what stands before the last slash for the category, of which an upload may have each only once.
        json.writeStringProperty("id", "aws-audit/" + account + "/");
        json.writeEndObject();
        invocation(json, result, account);
        json.writeStringProperty("columnKind", "utf16CodeUnits");
        json.writeArrayPropertyStart("results");
        for (Finding finding : result.findings()) {
            if (finding.resource().account().equals(account) && isReported(finding.status())) {
                result(json, finding, rules.index(finding.checkId()));
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private boolean isReported(Verdict verdict) {
        return switch (verdict) {
            case FAIL, UNKNOWN, MANUAL -> true;
            case PASS, NOT_APPLICABLE -> includePassed;
        };
    }

    private static void invocation(JsonGenerator json, AuditResult result, String account) {
        List<Unseen> unseen = Unseen.byRegion(result, account).stream()
                .sorted(Comparator.comparing(gap -> !gap.matters()))
                .toList();
        json.writeArrayPropertyStart("invocations");
        json.writeStartObject();
        json.writeBooleanProperty("executionSuccessful", true);
        json.writeStringProperty("startTimeUtc", result.asOf().toString());
        json.writeArrayPropertyStart("toolExecutionNotifications");
        unseen.stream().limit(NOTIFICATIONS).forEach(gap -> notification(json, sentence(gap), gap));
        if (unseen.size() > NOTIFICATIONS) {
            json.writeStartObject();
            json.writeStringProperty("level", "warning");
            text(
                    json,
                    "message",
                    "And " + (unseen.size() - NOTIFICATIONS)
                            + " more; findings.json lists all that could not be seen.");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static String sentence(Unseen unseen) {
        StringBuilder line = new StringBuilder("Not seen in ")
                .append(String.join(", ", unseen.regions()))
                .append(": ")
                .append(unseen.operation())
                .append(", ")
                .append(unseen.cause().words());
        if (unseen.calls() > 1) {
            line.append(' ').append(unseen.calls()).append(" times");
        }
        unseen.action().ifPresent(action -> line.append(", needs ").append(action));
        unseen.blame().ifPresent(blame -> line.append(", ").append(blame.sentence()));
        unseen.examples().stream()
                .map(Unseen.Example::detail)
                .filter(detail -> !detail.isBlank())
                .findFirst()
                .ifPresent(detail -> line.append(" (").append(detail).append(')'));
        if (!unseen.matters()) {
            return line.append(". No chosen check rests on it.").toString();
        }
        line.append(". Undecided for it: ")
                .append(unseen.checks().stream().limit(CHECKS).collect(Collectors.joining(", ")));
        if (unseen.checks().size() > CHECKS) {
            line.append(" and ").append(unseen.checks().size() - CHECKS).append(" more");
        }
        return line.append('.').toString();
    }

    private static void notification(JsonGenerator json, String sentence, Unseen unseen) {
        json.writeStartObject();
        json.writeStringProperty("level", unseen.matters() ? "warning" : "note");
        text(json, "message", Message.plain(sentence));
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("cause", unseen.cause().words());
        json.writeStringProperty("operation", unseen.operation());
        unseen.action().ifPresent(action -> json.writeStringProperty("action", action));
        unseen.blame().ifPresent(blame -> json.writeStringProperty("blame", blame.words()));
        json.writeNumberProperty("calls", unseen.calls());
        JsonText.strings(json, "regions", unseen.regions());
        JsonText.strings(json, "types", unseen.types());
        JsonText.strings(json, "undecidedChecks", unseen.checks());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, Finding finding, int rule) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", finding.checkId());
        json.writeNumberProperty("ruleIndex", rule);
        json.writeStringProperty("kind", kindOf(finding.status()));
        json.writeStringProperty("level", levelOf(finding));
        text(json, "message", Message.plain(finding.message()));
        json.writeArrayPropertyStart("locations");
        location(json, finding.resource());
        json.writeEndArray();
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty("awsAudit/v1", finding.fingerprint());
        json.writeStringProperty("primaryLocationLineHash", finding.fingerprint() + ":1"); // the one that GitHub reads
        json.writeEndObject();
        // Empty says that nobody accepted it; absent would leave that open (3.27.23).
        json.writeArrayPropertyStart("suppressions");
        finding.suppression().ifPresent(suppression -> suppression(json, suppression));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String kindOf(Verdict verdict) {
        return switch (verdict) { // no default: a new verdict should not compile until each format has a word for it
            case PASS -> "pass";
            case FAIL -> "fail";
            case NOT_APPLICABLE -> "notApplicable";
            case MANUAL -> "review";
            case UNKNOWN -> "open"; // SARIF 3.27.9: too little information to decide
        };
    }

    /** SARIF 3.27.10: only what fails has a level. */
    private static String levelOf(Finding finding) {
        return finding.status() == Verdict.FAIL ? Rules.levelOf(finding.severity()) : "none";
    }

    private static void location(JsonGenerator json, Finding.Subject resource) {
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", Places.uri(resource));
        json.writeEndObject();
        // GitHub wants a place in a file of the repository, and takes one that is not there.
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", 1);
        json.writeNumberProperty("startColumn", 1);
        json.writeNumberProperty("endLine", 1);
        json.writeNumberProperty("endColumn", 1);
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayPropertyStart("logicalLocations");
        json.writeStartObject();
        json.writeStringProperty("name", resource.name());
        json.writeStringProperty("fullyQualifiedName", resource.arn().value());
        json.writeStringProperty("kind", "resource");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void suppression(JsonGenerator json, Suppression suppression) {
        json.writeStartObject();
        json.writeStringProperty("kind", "external");
        json.writeStringProperty("status", "accepted");
        json.writeStringProperty("justification", suppression.reason());
        json.writeEndObject();
    }

    static void text(JsonGenerator json, String name, String text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }
}

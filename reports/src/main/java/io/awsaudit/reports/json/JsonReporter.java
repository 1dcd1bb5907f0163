package io.awsaudit.reports.json;

import static io.awsaudit.reports.json.JsonText.strings;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Summary;
import io.awsaudit.reports.Unseen;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Framework;
import io.awsaudit.rules.Parameter;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** Writes {@code findings.json}: the whole result, a finding a line. */
public final class JsonReporter implements Reporter {
    /** Raised in its first part when a reader of an earlier version could misread the document. */
    static final String SCHEMA_VERSION = "1.0";

    private static final int LEVELS = 2;

    @Override
    public String format() {
        return "json";
    }

    @Override
    public String fileName() {
        return "findings.json";
    }

    @Override
    public void write(AuditResult result, OutputStream out) throws IOException {
        JsonText.write(out, LEVELS, json -> {
            json.writeStartObject();
            json.writeStringProperty("schemaVersion", SCHEMA_VERSION);
            json.writeObjectPropertyStart("tool");
            json.writeStringProperty("name", "aws-audit");
            json.writeStringProperty("version", result.toolVersion());
            json.writeEndObject();
            scan(json, result);
            summary(json, Summary.of(result));
            coverage(json, result);
            json.writeArrayPropertyStart("checks");
            result.checks().forEach(check -> check(json, check));
            json.writeEndArray();
            json.writeArrayPropertyStart("frameworks");
            result.frameworks().forEach(framework -> framework(json, framework));
            json.writeEndArray();
            json.writeArrayPropertyStart("findings");
            result.findings().forEach(finding -> {
                json.writeStartObject();
                FindingJson.properties(json, finding);
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void scan(JsonGenerator json, AuditResult result) {
        json.writeObjectPropertyStart("scan");
        json.writeStringProperty("startedAt", result.asOf().toString());
        json.writeArrayPropertyStart("accounts");
        for (Inventory.AccountScope account : result.accounts()) {
            json.writeStartObject();
            json.writeStringProperty("id", account.id());
            json.writeStringProperty("partition", account.partition());
            strings(json, "regions", account.regions());
            json.writeEndObject();
        }
        json.writeEndArray();
        strings(
                json,
                "regions",
                result.accounts().stream()
                        .flatMap(account -> account.regions().stream())
                        .distinct()
                        .sorted()
                        .toList());
        json.writeNumberProperty("resources", result.resources());
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, Summary summary) {
        json.writeObjectPropertyStart("summary");
        json.writeName("verdicts");
        verdicts(json, summary.all());
        json.writeObjectPropertyStart("failures");
        for (Severity severity : Severity.values()) {
            json.writeNumberProperty(severity.word(), summary.all().of(Verdict.FAIL, severity));
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("services");
        summary.services().forEach((service, tally) -> {
            json.writeName(service);
            verdicts(json, tally);
        });
        json.writeEndObject();
        json.writeNumberProperty("suppressed", summary.all().suppressed());
        json.writeEndObject();
    }

    private static void verdicts(JsonGenerator json, Summary.Tally tally) {
        json.writeStartObject();
        for (Verdict verdict : Verdict.values()) {
            json.writeNumberProperty(verdict.name(), tally.of(verdict));
        }
        json.writeEndObject();
    }

    private static void coverage(JsonGenerator json, AuditResult result) {
        Coverage coverage = result.coverage();
        json.writeObjectPropertyStart("coverage");
        calls(json, coverage);
        listings(json, coverage.listings());
        json.writeArrayPropertyStart("unseen");
        Unseen.of(result).forEach(unseen -> unseen(json, unseen));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void calls(JsonGenerator json, Coverage coverage) {
        record Count(long answered, long refused) {
            Count plus(Count other) {
                return new Count(answered + other.answered, refused + other.refused);
            }
        }
        Map<String, Count> operations = new TreeMap<>();
        coverage.calls()
                .forEach(calls -> operations.merge(
                        calls.operation(),
                        new Count(calls.answered(), calls.refusals().size()),
                        Count::plus));
        json.writeObjectPropertyStart("calls");
        json.writeNumberProperty("answered", coverage.answered());
        json.writeNumberProperty("refused", coverage.refused());
        json.writeArrayPropertyStart("operations");
        operations.forEach((operation, count) -> {
            json.writeStartObject();
            json.writeStringProperty("operation", operation);
            json.writeNumberProperty("answered", count.answered());
            json.writeNumberProperty("refused", count.refused());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void listings(JsonGenerator json, List<Coverage.Listing> listings) {
        json.writeObjectPropertyStart("listings");
        json.writeNumberProperty(
                "complete",
                listings.stream().filter(listing -> listing.gap().isEmpty()).count());
        json.writeArrayPropertyStart("incomplete");
        for (Coverage.Listing listing : listings) {
            listing.gap().ifPresent(gap -> {
                json.writeStartObject();
                json.writeStringProperty("account", listing.account());
                json.writeStringProperty("region", listing.region());
                json.writeStringProperty("type", listing.type());
                json.writeName("gap");
                FindingJson.gap(json, gap);
                json.writeEndObject();
            });
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void unseen(JsonGenerator json, Unseen unseen) {
        json.writeStartObject();
        json.writeStringProperty("cause", unseen.cause().words());
        json.writeStringProperty("operation", unseen.operation());
        unseen.action().ifPresent(action -> json.writeStringProperty("action", action));
        unseen.blame().ifPresent(blame -> json.writeStringProperty("blame", blame.words()));
        json.writeNumberProperty("calls", unseen.calls());
        strings(json, "accounts", unseen.accounts());
        strings(json, "regions", unseen.regions());
        strings(json, "types", unseen.types());
        strings(json, "undecidedChecks", unseen.checks());
        json.writeNumberProperty("undecidedFindings", unseen.findings());
        json.writeArrayPropertyStart("examples");
        for (Unseen.Example example : unseen.examples()) {
            json.writeStartObject();
            json.writeStringProperty("account", example.account());
            json.writeStringProperty("region", example.region());
            example.resource().ifPresent(arn -> json.writeStringProperty("resource", arn.value()));
            json.writeStringProperty("detail", example.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void check(JsonGenerator json, Check check) {
        json.writeStartObject();
        json.writeStringProperty("id", check.id());
        json.writeStringProperty("title", check.title());
        json.writeStringProperty("service", check.service());
        json.writeStringProperty("resourceType", check.resourceType());
        json.writeStringProperty("severity", check.severity().word());
        json.writeStringProperty("pillar", check.pillar().word());
        check.exposure().ifPresent(exposure -> json.writeStringProperty("exposure", exposure.word()));
        check.bestPractice().ifPresent(practice -> json.writeStringProperty("bestPractice", practice));
        json.writeStringProperty("why", check.why());
        json.writeStringProperty("fix", check.fix());
        check.cli().ifPresent(commands -> json.writeStringProperty("cli", commands));
        check.terraform().ifPresent(block -> json.writeStringProperty("terraform", block));
        json.writeStringProperty("source", check.source());
        strings(json, "configRules", check.configRules());
        strings(json, "securityHub", check.securityHub());
        strings(json, "aliases", check.aliases());
        json.writeArrayPropertyStart("parameters");
        check.parameters().forEach(parameter -> parameter(json, parameter));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void parameter(JsonGenerator json, Parameter parameter) {
        json.writeStartObject();
        json.writeStringProperty("name", parameter.name());
        if (parameter.standard() instanceof Number number) {
            json.writeNumberProperty("default", number.longValue());
        } else if (parameter.standard() instanceof Collection<?> values) {
            strings(json, "default", values.stream().map(String::valueOf).toList());
        } else {
            json.writeStringProperty("default", String.valueOf(parameter.standard()));
        }
        json.writeStringProperty("about", parameter.about());
        json.writeEndObject();
    }

    private static void framework(JsonGenerator json, AuditResult.FrameworkResult outcome) {
        json.writeStartObject();
        json.writeStringProperty("id", outcome.framework().id());
        json.writeStringProperty("title", outcome.framework().title());
        json.writeStringProperty("source", outcome.framework().source());
        json.writeObjectPropertyStart("statuses");
        for (Verdict verdict : Verdict.values()) {
            json.writeNumberProperty(verdict.name(), outcome.count(verdict));
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("controls");
        outcome.controls().forEach(control -> control(json, control));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void control(JsonGenerator json, AuditResult.ControlResult outcome) {
        Framework.Control control = outcome.control();
        json.writeStartObject();
        json.writeStringProperty("id", control.id());
        json.writeStringProperty("title", control.title());
        json.writeStringProperty("level", control.level());
        json.writeStringProperty("assessment", control.manual() ? "manual" : "automated");
        control.guidance().ifPresent(guidance -> json.writeStringProperty("guidance", guidance));
        control.unanswered().ifPresent(why -> json.writeStringProperty("unanswered", why));
        outcome.status()
                .ifPresentOrElse(
                        status -> json.writeStringProperty("status", status.name()),
                        () -> json.writeNullProperty("status"));
        strings(json, "checks", control.checks());
        json.writeObjectPropertyStart("counts");
        for (Verdict verdict : Verdict.values()) {
            json.writeNumberProperty(verdict.name(), outcome.counts().getOrDefault(verdict, 0));
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}

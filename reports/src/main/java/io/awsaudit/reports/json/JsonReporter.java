package io.awsaudit.reports.json;

import static io.awsaudit.reports.json.JsonText.strings;
import static io.awsaudit.reports.json.JsonText.stringsIfAny;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Summary;
import io.awsaudit.reports.Unseen;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Comparison;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Framework;
import io.awsaudit.rules.Parameter;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.SuppressionUse;
import io.awsaudit.rules.Tally;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/**
 * Writes {@code findings.json}: the whole result, a finding a line. {@link ResultFile} reads it back, all but the resources
 * that were judged, which a snapshot holds. What is empty is left out, and what was asked of AWS alike in several regions is
 * written once.
 */
public final class JsonReporter implements Reporter {
    /** Raised in its first part when a reader of an earlier version could misread the document. */
    static final String SCHEMA_VERSION = "2.0";

    private static final int LEVELS = 2;
    private static final int LEVELS_OF_COVERAGE = 4;
    private static final int LEVELS_OF_UNSEEN = 3;
    private static final int LEVELS_OF_COMPARISON = 3;
    private static final int LEVELS_OF_FRAMEWORKS = 4;

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
            suppressions(json, result.suppressions());
            result.comparison().ifPresent(comparison -> comparison(json, comparison));
            json.writeArrayPropertyStart("checks");
            result.checks().forEach(check -> check(json, check));
            json.writeEndArray();
            JsonText.levels(json, LEVELS_OF_FRAMEWORKS);
            json.writeArrayPropertyStart("frameworks");
            result.frameworks().forEach(framework -> framework(json, framework));
            json.writeEndArray();
            JsonText.levels(json, LEVELS);
            findings(json, "findings", result.findings());
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

    private static void verdicts(JsonGenerator json, Tally tally) {
        json.writeStartObject();
        for (Verdict verdict : Verdict.values()) {
            json.writeNumberProperty(verdict.name(), tally.of(verdict));
        }
        json.writeEndObject();
    }

    private static void coverage(JsonGenerator json, AuditResult result) {
        Coverage coverage = result.coverage();
        JsonText.levels(json, LEVELS_OF_COVERAGE);
        json.writeObjectPropertyStart("coverage");
        calls(json, coverage);
        listings(json, coverage.listings());
        JsonText.levels(json, LEVELS_OF_UNSEEN);
        json.writeArrayPropertyStart("unseen");
        Unseen.of(result).forEach(unseen -> {
            json.writeStartObject();
            UnseenJson.properties(json, unseen);
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
        JsonText.levels(json, LEVELS);
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
        json.writeArrayPropertyStart("scopes");
        Scopes.ofCalls(coverage.calls(), scope -> callsIn(json, scope));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void callsIn(JsonGenerator json, Scopes.Scope<Coverage.Calls> scope) {
        json.writeStartObject();
        json.writeStringProperty("account", scope.account());
        strings(json, "regions", scope.names());
        json.writeObjectPropertyStart("answered");
        scope.entries().forEach(calls -> json.writeNumberProperty(calls.operation(), calls.answered()));
        json.writeEndObject();
        if (scope.entries().stream().anyMatch(calls -> !calls.refusals().isEmpty())) {
            json.writeArrayPropertyStart("refused");
            scope.entries().forEach(calls -> refusals(json, calls));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** Writes what was refused for one reason one after another as one. */
    private static void refusals(JsonGenerator json, Coverage.Calls calls) {
        List<Coverage.Refusal> refusals = calls.refusals();
        for (int i = 0; i < refusals.size(); i++) {
            Gap gap = refusals.get(i).gap();
            json.writeStartObject();
            json.writeStringProperty("operation", calls.operation());
            json.writeName("gap");
            FindingJson.gap(json, gap);
            if (refusals.get(i).resource().isPresent()) {
                json.writeArrayPropertyStart("resources");
                refusals.get(i).resource().ifPresent(arn -> json.writeString(arn.value()));
                while (i + 1 < refusals.size()
                        && refusals.get(i + 1).gap().equals(gap)
                        && refusals.get(i + 1).resource().isPresent()) {
                    i++;
                    refusals.get(i).resource().ifPresent(arn -> json.writeString(arn.value()));
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
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
        json.writeArrayPropertyStart("scopes");
        Scopes.ofListings(listings, scope -> {
            json.writeStartObject();
            json.writeStringProperty("account", scope.account());
            strings(json, "types", scope.names());
            strings(
                    json,
                    "regions",
                    scope.entries().stream().map(Coverage.Listing::region).toList());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void suppressions(JsonGenerator json, List<SuppressionUse> uses) {
        if (uses.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("suppressions");
        for (SuppressionUse use : uses) {
            json.writeStartObject();
            FindingJson.suppression(json, use.suppression());
            json.writeNumberProperty("findings", use.findings());
            json.writeBooleanProperty("asked", use.asked());
            use.daysLeft().ifPresent(days -> json.writeNumberProperty("daysLeft", days));
            json.writeBooleanProperty("unused", use.isUnused());
            json.writeBooleanProperty("expired", use.isExpired());
            json.writeBooleanProperty("endsSoon", use.endsSoon());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void comparison(JsonGenerator json, Comparison comparison) {
        JsonText.levels(json, LEVELS_OF_COMPARISON);
        json.writeObjectPropertyStart("comparison");
        json.writeStringProperty("baseline", comparison.baseline().toString());
        findings(json, "gone", comparison.gone());
        findings(json, "unseen", comparison.unseen());
        json.writeEndObject();
        JsonText.levels(json, LEVELS);
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
        stringsIfAny(json, "configRules", check.configRules());
        stringsIfAny(json, "securityHub", check.securityHub());
        stringsIfAny(json, "aliases", check.aliases());
        if (!check.rule().equals(check.id())) {
            json.writeStringProperty("rule", check.rule());
        }
        stringsIfAny(json, "reads", check.reads());
        stringsIfAny(json, "follows", check.follows());
        if (!check.parameters().isEmpty()) {
            json.writeArrayPropertyStart("parameters");
            check.parameters().forEach(parameter -> parameter(json, parameter));
            json.writeEndArray();
        }
        check.deprecated().ifPresent(why -> json.writeStringProperty("deprecated", why));
        json.writeEndObject();
    }

    private static void parameter(JsonGenerator json, Parameter parameter) {
        json.writeStartObject();
        json.writeStringProperty("name", parameter.name());
        json.writeName("default");
        if (parameter.standard() instanceof Collection<?> values) {
            json.writeStartArray();
            values.forEach(value -> plain(json, value));
            json.writeEndArray();
        } else {
            plain(json, parameter.standard());
        }
        json.writeStringProperty("about", parameter.about());
        json.writeEndObject();
    }

    private static void plain(JsonGenerator json, Object value) {
        if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof BigInteger number) {
            json.writeNumber(number);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Number number) {
            json.writeNumber(number.doubleValue());
        } else {
            json.writeString(String.valueOf(value));
        }
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
        if (!control.level().isEmpty()) {
            json.writeStringProperty("level", control.level());
        }
        json.writeStringProperty("assessment", control.manual() ? "manual" : "automated");
        control.guidance().ifPresent(guidance -> json.writeStringProperty("guidance", guidance));
        control.unanswered().ifPresent(why -> json.writeStringProperty("unanswered", why));
        outcome.status()
                .ifPresentOrElse(
                        status -> json.writeStringProperty("status", status.name()),
                        () -> json.writeNullProperty("status"));
        stringsIfAny(json, "checks", control.checks());
        if (!outcome.counts().isEmpty()) {
            json.writeObjectPropertyStart("counts");
            new TreeMap<>(outcome.counts())
                    .forEach((verdict, count) -> json.writeNumberProperty(verdict.name(), count));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void findings(JsonGenerator json, String name, List<Finding> findings) {
        json.writeArrayPropertyStart(name);
        for (Finding finding : findings) {
            json.writeStartObject();
            FindingJson.properties(json, finding);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

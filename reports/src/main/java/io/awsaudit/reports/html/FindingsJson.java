package io.awsaudit.reports.html;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Gap;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Framework;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * What the page's script reads. What many findings share stands in a list once, and findings name its place there: a
 * finding is {@code [check, status, severity, resource, fingerprint, message, more]}, where a message of {@code null} is
 * the check's title, and {@code more} and what is empty in it are left out. An ARN of {@code null} is the finding's
 * own. Lists come after the findings that fill them, so that one pass writes all.
 */
final class FindingsJson {
    /** ASCII alone, without what could end a script element or begin markup: inert wherever it stands. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .characterEscapes(new InertEscapes())
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final AuditResult result;
    private final boolean complete;
    private final Map<String, Integer> checks = new HashMap<>();
    private final Places<Verdict> statuses = new Places<>();
    private final Places<Severity> severities = new Places<>();
    private final Places<String> words = new Places<>();
    private final Places<Finding.Subject> resources = new Places<>();
    private final Places<Gap> gaps = new Places<>();
    private final Places<Suppression> suppressions = new Places<>();

    /** Gives each value a number, in the order in which they come. */
    private static final class Places<T> {
        private final Map<T, Integer> places = new LinkedHashMap<>();

        int of(T value) {
            return places.computeIfAbsent(value, missing -> places.size());
        }

        Iterable<T> values() {
            return places.keySet();
        }
    }

    private static final class InertEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1;
        private static final int[] ASCII = CharacterEscapes.standardAsciiEscapesForJSON();

        static {
            for (char character : new char[] {'<', '>', '&'}) {
                ASCII[character] = CharacterEscapes.ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ASCII.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }

    /** @param limit beyond as many findings, those that ask for nothing are left out */
    FindingsJson(AuditResult result, int limit) {
        this.result = result;
        this.complete = result.findings().size() <= limit;
    }

    /** {@return how many findings are left out} */
    long omitted() {
        return result.findings().stream().filter(finding -> !isListed(finding)).count();
    }

    private boolean isListed(Finding finding) {
        return complete
                || finding.suppression().isPresent()
                || switch (finding.status()) {
                    case FAIL, UNKNOWN, MANUAL -> true;
                    case PASS, NOT_APPLICABLE -> false;
                };
    }

    void write(Writer out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            // Numbered in their own order, which is the one that people read them in.
            strings(json, "statuses", inOrder(Verdict.values(), statuses, Verdict::word));
            strings(json, "severities", inOrder(Severity.values(), severities, Severity::word));
            checks(json);
            frameworks(json);
            json.writeName("findings").writeStartArray();
            for (Finding finding : result.findings()) {
                if (isListed(finding)) {
                    finding(json, finding);
                }
            }
            json.writeEndArray();
            resources(json);
            gaps(json);
            suppressions(json);
            strings(json, "words", words.values());
            json.writeEndObject();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void checks(JsonGenerator json) {
        json.writeName("checks").writeStartArray();
        for (Check check : result.checks()) {
            checks.put(check.id(), checks.size());
            json.writeStartObject();
            json.writeStringProperty("id", check.id());
            json.writeStringProperty("service", check.service());
            json.writeStringProperty("title", check.title());
            json.writeStringProperty("pillar", check.pillar().word());
            json.writeStringProperty("why", check.why());
            json.writeStringProperty("fix", check.fix());
            optional(json, "cli", check.cli());
            optional(json, "terraform", check.terraform());
            json.writeStringProperty("source", check.source());
            optional(json, "bestPractice", check.bestPractice());
            strings(json, "configRules", check.configRules());
            strings(json, "securityHub", check.securityHub());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void frameworks(JsonGenerator json) {
        json.writeName("frameworks").writeStartArray();
        for (AuditResult.FrameworkResult outcome : result.frameworks()) {
            Framework framework = outcome.framework();
            json.writeStartObject();
            json.writeStringProperty("id", framework.id());
            json.writeStringProperty("title", framework.title());
            json.writeName("controls").writeStartArray();
            for (Framework.Control control : framework.controls()) {
                json.writeStartObject();
                json.writeStringProperty("id", control.id());
                json.writeStringProperty("title", control.title());
                json.writeName("checks").writeStartArray();
                for (String id : control.checks()) {
                    Integer check = checks.get(id);
                    if (check != null) {
                        json.writeNumber(check);
                    }
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void finding(JsonGenerator json, Finding finding) {
        int check = Objects.requireNonNull(checks.get(finding.checkId()));
        json.writeStartArray();
        json.writeNumber(check);
        json.writeNumber(statuses.of(finding.status()));
        json.writeNumber(severities.of(finding.severity()));
        json.writeNumber(resources.of(finding.resource()));
        json.writeString(finding.fingerprint());
        if (finding.message().equals(result.checks().get(check).title() + ".")) {
            json.writeNull();
        } else {
            json.writeString(finding.message());
        }
        more(json, finding);
        json.writeEndArray();
    }

    private void more(JsonGenerator json, Finding finding) {
        if (finding.evidence().isEmpty()
                && finding.path().isEmpty()
                && finding.gaps().isEmpty()
                && finding.suppression().isEmpty()) {
            return;
        }
        Arn own = finding.resource().arn();
        json.writeStartObject();
        if (!finding.evidence().isEmpty()) {
            json.writeName("evidence").writeStartArray();
            for (Evidence evidence : finding.evidence()) {
                json.writeStartArray();
                arn(json, evidence.resource(), own);
                json.writeString(evidence.property())
                        .writeString(evidence.seen())
                        .writeEndArray();
            }
            json.writeEndArray();
        }
        if (!finding.path().isEmpty()) {
            json.writeName("path").writeStartArray();
            for (Edge edge : finding.path()) {
                json.writeStartArray();
                arn(json, edge.from(), own);
                json.writeString(edge.relation().words());
                arn(json, edge.to(), own);
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        if (!finding.gaps().isEmpty()) {
            json.writeName("gaps").writeStartArray();
            finding.gaps().forEach(gap -> json.writeNumber(gaps.of(gap)));
            json.writeEndArray();
        }
        finding.suppression().ifPresent(by -> json.writeNumberProperty("suppression", suppressions.of(by)));
        json.writeEndObject();
    }

    private static void arn(JsonGenerator json, Arn arn, Arn own) {
        if (arn.equals(own)) {
            json.writeNull();
        } else {
            json.writeString(arn.value());
        }
    }

    private void resources(JsonGenerator json) {
        json.writeName("resources").writeStartArray();
        for (Finding.Subject resource : resources.values()) {
            json.writeStartArray();
            json.writeString(resource.arn().value());
            json.writeNumber(words.of(resource.type()));
            json.writeNumber(words.of(resource.account()));
            json.writeNumber(words.of(resource.region()));
            json.writeString(resource.name());
            if (!resource.tags().isEmpty()) {
                // Pairs, for not all readers take every text as the name of a property.
                json.writeStartArray();
                new TreeMap<>(resource.tags()).forEach((key, value) -> {
                    json.writeStartArray();
                    json.writeString(key).writeString(value).writeEndArray();
                });
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void gaps(JsonGenerator json) {
        json.writeName("gaps").writeStartArray();
        for (Gap gap : gaps.values()) {
            json.writeStartObject();
            json.writeStringProperty("cause", gap.cause().words());
            json.writeStringProperty("operation", gap.operation());
            optional(json, "action", gap.action());
            optional(json, "blame", gap.blame().map(Gap.Blame::sentence));
            json.writeStringProperty("detail", gap.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void suppressions(JsonGenerator json) {
        json.writeName("suppressions").writeStartArray();
        for (Suppression suppression : suppressions.values()) {
            json.writeStartObject();
            json.writeStringProperty("check", suppression.check());
            json.writeStringProperty("resource", suppression.resource());
            json.writeStringProperty("reason", suppression.reason());
            optional(json, "expires", suppression.expires().map(Object::toString));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static <T> List<String> inOrder(T[] values, Places<T> places, Function<T, String> word) {
        List<String> inOrder = new ArrayList<>();
        for (T value : values) {
            places.of(value);
            inOrder.add(word.apply(value));
        }
        return inOrder;
    }

    private static void optional(JsonGenerator json, String name, Optional<String> value) {
        value.ifPresent(text -> json.writeStringProperty(name, text));
    }

    private static void strings(JsonGenerator json, String name, Iterable<String> values) {
        json.writeName(name).writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}

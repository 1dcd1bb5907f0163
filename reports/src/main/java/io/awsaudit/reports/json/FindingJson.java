package io.awsaudit.reports.json;

import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Gap;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Suppression;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** A finding as our JSON files hold it; {@code docs/schema/findings.schema.json} says what each property means. */
public final class FindingJson {
    private FindingJson() {}

    /** Writes what is said of a finding, into an object that is open. */
    public static void properties(JsonGenerator json, Finding finding) {
        json.writeStringProperty("checkId", finding.checkId());
        json.writeStringProperty("status", finding.status().name());
        json.writeStringProperty("severity", finding.severity().word());
        json.writeName("resource");
        resource(json, finding.resource());
        json.writeStringProperty("message", finding.message());
        json.writeArrayPropertyStart("evidence");
        for (Evidence evidence : finding.evidence()) {
            json.writeStartObject();
            json.writeStringProperty("resource", evidence.resource().value());
            json.writeStringProperty("property", evidence.property());
            json.writeStringProperty("seen", evidence.seen());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("path");
        for (Edge edge : finding.path()) {
            json.writeStartObject();
            json.writeStringProperty("from", edge.from().value());
            json.writeStringProperty("relation", edge.relation().words());
            json.writeStringProperty("to", edge.to().value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("gaps");
        finding.gaps().forEach(gap -> gap(json, gap));
        json.writeEndArray();
        json.writeStringProperty("fingerprint", finding.fingerprint());
        finding.suppression().ifPresent(suppression -> suppression(json, suppression));
    }

    /** Writes what was not seen, and why, as an object. */
    public static void gap(JsonGenerator json, Gap gap) {
        json.writeStartObject();
        json.writeStringProperty("cause", gap.cause().words());
        json.writeStringProperty("operation", gap.operation());
        gap.action().ifPresent(action -> json.writeStringProperty("action", action));
        gap.blame().ifPresent(blame -> json.writeStringProperty("blame", blame.words()));
        json.writeStringProperty("detail", gap.detail());
        json.writeEndObject();
    }

    private static void resource(JsonGenerator json, Finding.Subject resource) {
        json.writeStartObject();
        json.writeStringProperty("arn", resource.arn().value());
        json.writeStringProperty("type", resource.type());
        json.writeStringProperty("account", resource.account());
        json.writeStringProperty("region", resource.region());
        json.writeStringProperty("name", resource.name());
        json.writeObjectPropertyStart("tags");
        new TreeMap<>(resource.tags()).forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void suppression(JsonGenerator json, Suppression suppression) {
        json.writeObjectPropertyStart("suppression");
        json.writeStringProperty("check", suppression.check());
        json.writeStringProperty("resource", suppression.resource());
        json.writeStringProperty("reason", suppression.reason());
        suppression.expires().ifPresent(day -> json.writeStringProperty("expires", day.toString()));
        json.writeEndObject();
    }
}

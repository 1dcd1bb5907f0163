package io.awsaudit.reports.json;

import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Gap;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Suppression;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/**
 * A finding as our JSON files hold it; {@code docs/schema/findings.schema.json} says what each property means. What is
 * empty is left out.
 */
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
        if (!finding.evidence().isEmpty()) {
            json.writeArrayPropertyStart("evidence");
            finding.evidence().forEach(evidence -> evidence(json, evidence));
            json.writeEndArray();
        }
        if (!finding.path().isEmpty()) {
            json.writeArrayPropertyStart("path");
            finding.path().forEach(edge -> edge(json, edge));
            json.writeEndArray();
        }
        if (!finding.gaps().isEmpty()) {
            json.writeArrayPropertyStart("gaps");
            finding.gaps().forEach(gap -> gap(json, gap));
            json.writeEndArray();
        }
        json.writeStringProperty("fingerprint", finding.fingerprint());
        finding.suppression().ifPresent(suppression -> {
            json.writeObjectPropertyStart("suppression");
            suppression(json, suppression);
            json.writeEndObject();
        });
        finding.change().ifPresent(change -> change(json, change));
        finding.firstSeen().ifPresent(time -> json.writeStringProperty("firstSeen", time.toString()));
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

    /** Writes what a suppression says, into an object that is open. */
    public static void suppression(JsonGenerator json, Suppression suppression) {
        json.writeStringProperty("check", suppression.check());
        json.writeStringProperty("resource", suppression.resource());
        suppression.account().ifPresent(account -> json.writeStringProperty("account", account));
        suppression.tag().ifPresent(tag -> json.writeStringProperty("tag", tag));
        json.writeStringProperty("reason", suppression.reason());
        json.writeStringProperty("owner", suppression.owner());
        suppression.expires().ifPresent(day -> json.writeStringProperty("expires", day.toString()));
    }

    private static void resource(JsonGenerator json, Finding.Subject resource) {
        json.writeStartObject();
        json.writeStringProperty("arn", resource.arn().value());
        json.writeStringProperty("type", resource.type());
        json.writeStringProperty("account", resource.account());
        json.writeStringProperty("region", resource.region());
        json.writeStringProperty("name", resource.name());
        if (!resource.tags().isEmpty()) {
            json.writeObjectPropertyStart("tags");
            sorted(resource.tags()).forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** As they nearly always are already. */
    private static Map<String, String> sorted(Map<String, String> tags) {
        String before = "";
        for (String key : tags.keySet()) {
            if (before.compareTo(key) > 0) {
                return new TreeMap<>(tags);
            }
            before = key;
        }
        return tags;
    }

    private static void evidence(JsonGenerator json, Evidence evidence) {
        json.writeStartObject();
        json.writeStringProperty("resource", evidence.resource().value());
        json.writeStringProperty("property", evidence.property());
        json.writeStringProperty("seen", evidence.seen());
        json.writeEndObject();
    }

    /** Writes a link between two resources, as an object. */
    public static void edge(JsonGenerator json, Edge edge) {
        json.writeStartObject();
        json.writeStringProperty("from", edge.from().value());
        json.writeStringProperty("relation", edge.relation().words());
        json.writeStringProperty("to", edge.to().value());
        json.writeEndObject();
    }

    private static void change(JsonGenerator json, Change change) {
        json.writeObjectPropertyStart("change");
        json.writeStringProperty("state", change.state().word());
        change.before().ifPresent(verdict -> json.writeStringProperty("before", verdict.name()));
        if (!change.reason().isEmpty()) {
            json.writeStringProperty("reason", change.reason());
        }
        json.writeEndObject();
    }
}

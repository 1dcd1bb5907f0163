package io.awsaudit.reports.difference;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.change.PropertyChange;
import io.awsaudit.inventory.change.ResourceChange;
import io.awsaudit.reports.json.JsonText;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.difference.Difference;
import io.awsaudit.rules.difference.VerdictChange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes JSON by {@code docs/schema/diff.schema.json}, a change a line. */
final class DifferenceJson implements DifferenceReporter {
    /** Raised in its first part when a reader of an earlier version could misread the document. */
    static final String SCHEMA_VERSION = "1.0";

    private static final int LEVELS = 2;

    @Override
    public String format() {
        return "json";
    }

    @Override
    public void write(Difference difference, OutputStream out) throws IOException {
        JsonText.write(out, LEVELS, json -> {
            json.writeStartObject();
            json.writeStringProperty("schemaVersion", SCHEMA_VERSION);
            side(json, "before", difference.before());
            side(json, "after", difference.after());
            summary(json, difference);
            json.writeArrayPropertyStart("verdicts");
            difference.verdicts().forEach(change -> verdict(json, change));
            json.writeEndArray();
            json.writeBooleanProperty("resourcesCompared", difference.facts());
            json.writeArrayPropertyStart("resources");
            difference.resources().forEach(change -> resource(json, change));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void side(JsonGenerator json, String name, Difference.Side side) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("asOf", side.asOf().toString());
        json.writeArrayPropertyStart("accounts");
        for (Inventory.AccountScope account : side.accounts()) {
            json.writeStartObject();
            json.writeStringProperty("id", account.id());
            json.writeStringProperty("partition", account.partition());
            JsonText.strings(json, "regions", account.regions());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("resources", side.resources());
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, Difference difference) {
        json.writeObjectPropertyStart("summary");
        json.writeObjectPropertyStart("verdicts");
        for (VerdictChange.Kind kind : VerdictChange.Kind.values()) {
            json.writeNumberProperty(kind.word(), difference.count(kind));
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("newFailures");
        for (Severity severity : Severity.values()) {
            json.writeNumberProperty(severity.word(), difference.newFailures(severity));
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("resources");
        for (ResourceChange.Kind kind : ResourceChange.Kind.values()) {
            json.writeNumberProperty(word(kind), difference.count(kind));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void verdict(JsonGenerator json, VerdictChange change) {
        json.writeStartObject();
        json.writeStringProperty("change", change.kind().word());
        json.writeStringProperty("check", change.finding().checkId());
        json.writeStringProperty("severity", change.finding().severity().word());
        change.before().ifPresent(verdict -> json.writeStringProperty("before", verdict.name()));
        if (change.kind() != VerdictChange.Kind.GONE && change.kind() != VerdictChange.Kind.UNSEEN) {
            json.writeStringProperty("after", change.finding().status().name());
        }
        json.writeStringProperty("reason", change.reason());
        json.writeStringProperty("resource", change.finding().resource().arn().value());
        json.writeStringProperty("type", change.finding().resource().type());
        json.writeStringProperty("account", change.finding().resource().account());
        json.writeStringProperty("region", change.finding().resource().region());
        json.writeStringProperty("name", change.finding().resource().name());
        json.writeStringProperty("fingerprint", change.finding().fingerprint());
        json.writeBooleanProperty("suppressed", change.finding().suppression().isPresent());
        json.writeStringProperty("sentence", change.sentence());
        json.writeArrayPropertyStart("causes");
        for (VerdictChange.Cause cause : change.causes()) {
            json.writeStartObject();
            json.writeStringProperty("resource", cause.resource().value());
            json.writeStringProperty("change", cause.words());
            json.writeBooleanProperty("named", cause.named());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("moreCauses", change.more());
        json.writeEndObject();
    }

    private static void resource(JsonGenerator json, ResourceChange change) {
        Resource resource = change.resource();
        json.writeStartObject();
        json.writeStringProperty("change", word(change.kind()));
        json.writeStringProperty("resource", resource.arn().value());
        json.writeStringProperty("type", resource.type());
        json.writeStringProperty("account", resource.account());
        json.writeStringProperty("region", resource.region());
        json.writeStringProperty("name", resource.name());
        change.doubt().ifPresent(doubt -> json.writeStringProperty("because", doubt));
        json.writeArrayPropertyStart("properties");
        change.properties().forEach(property -> property(json, property));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void property(JsonGenerator json, PropertyChange property) {
        json.writeStartObject();
        json.writeStringProperty(
                "change", property.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeStringProperty("path", property.path());
        property.before().ifPresent(value -> json.writeStringProperty("before", value));
        property.after().ifPresent(value -> json.writeStringProperty("after", value));
        property.gap().ifPresent(gap -> json.writeStringProperty("because", gap.sentence()));
        json.writeEndObject();
    }

    private static String word(ResourceChange.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

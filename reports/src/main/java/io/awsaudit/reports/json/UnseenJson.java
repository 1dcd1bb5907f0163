package io.awsaudit.reports.json;

import static io.awsaudit.reports.json.JsonText.strings;

import io.awsaudit.reports.Unseen;
import tools.jackson.core.JsonGenerator;

/** What could not be seen as our JSON files hold it; {@code docs/schema/findings.schema.json} says what each property means. */
public final class UnseenJson {
    private UnseenJson() {}

    /** Writes what is said of a group, into an object that is open. */
    public static void properties(JsonGenerator json, Unseen unseen) {
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
    }
}

package io.awsaudit.reports.sarif;

import io.awsaudit.inventory.Excerpt;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.SuppressionUse;
import io.awsaudit.rules.Verdict;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The results of a run, one a finding. */
final class Results {
    /** What is seen is shown in a line; {@code findings.json} holds the rest of what is longer. */
    private static final int SEEN = 300;

    private final Selection selection;
    private final Rules rules;
    private final Locations locations;
    private final boolean compared;
    private final List<Suppression> expired;

    Results(AuditResult result, Selection selection, Rules rules, Locations locations) {
        this.selection = selection;
        this.rules = rules;
        this.locations = locations;
        this.compared = result.comparison().isPresent();
        this.expired = result.suppressions().stream()
                .filter(SuppressionUse::isExpired)
                .map(SuppressionUse::suppression)
                .toList();
    }

    void write(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", finding.checkId());
        rules.index(finding.checkId()).ifPresent(index -> json.writeNumberProperty("ruleIndex", index));
        String kind = kindOf(finding);
        json.writeStringProperty("kind", kind);
        // 3.27.10: only what fails has a level.
        json.writeStringProperty("level", kind.equals("fail") ? Rules.levelOf(finding.severity()) : "none");
        Message.write(json, "message", Message.plain(message(finding)));
        json.writeArrayPropertyStart("locations");
        locations.write(json, finding.resource());
        json.writeEndArray();
        evidence(json, finding);
        flows(json, finding);
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty("primaryLocationLineHash", finding.fingerprint() + ":1"); // the name that GitHub reads
        json.writeEndObject();
        if (compared) {
            json.writeStringProperty("baselineState", baselineStateOf(finding));
        }
        suppressions(json, finding);
        finding.firstSeen().ifPresent(moment -> {
            json.writeObjectPropertyStart("provenance");
            json.writeStringProperty("firstDetectionTimeUtc", moment.toString());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private String kindOf(Finding finding) {
        if (selection.isUnseen(finding)) {
            return "open";
        }
        return selection.isGone(finding) ? "notApplicable" : kindOf(finding.status());
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

    /** Of what nobody looked at this time the baseline may know from an earlier one, so that there is no date to give. */
    private String message(Finding finding) {
        if (selection.isUnseen(finding)) {
            return "Not looked at this time. When it last was: " + finding.message();
        }
        return selection.isGone(finding)
                ? "Its resource is no longer there. When it last was: " + finding.message()
                : finding.message();
    }

    /** SARIF 3.27.24, for which a result is what a check says of a resource. */
    private String baselineStateOf(Finding finding) {
        if (selection.isAbsent(finding)) {
            return "absent";
        }
        if (selection.isUnseen(finding)) {
            return "updated"; // it failed then, and is open now
        }
        return finding.change().map(Results::baselineStateOf).orElse("new");
    }

    private static String baselineStateOf(Change change) {
        return switch (change.state()) {
            case NEW -> "new";
            case UNCHANGED -> "unchanged";
            case UPDATED -> change.before().isPresent() ? "updated" : "new"; // what was not there was not updated
            case FIXED -> "absent";
        };
    }

    private void evidence(JsonGenerator json, Finding finding) {
        List<Evidence> more = finding.evidence().stream()
                .filter(evidence -> !isTold(evidence, finding))
                .toList();
        if (more.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("relatedLocations");
        int id = 0;
        for (Evidence evidence : more) {
            if (++id == Limits.LOCATIONS) { // with the place of the result itself
                break;
            }
            json.writeStartObject();
            json.writeNumberProperty("id", id);
            locations.entries(
                    json,
                    evidence.resource(),
                    finding.resource(),
                    evidence.property() + " = " + Excerpt.of(evidence.seen(), SEEN));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Whether something was seen at the place of the result itself, and the message has all of it: most evidence is such. */
    private static boolean isTold(Evidence evidence, Finding finding) {
        return evidence.resource().equals(finding.resource().arn())
                && finding.message().contains(evidence.property() + " = " + evidence.seen());
    }

    private void flows(JsonGenerator json, Finding finding) {
        if (finding.path().isEmpty()) {
            return;
        }
        int left = Limits.STEPS;
        json.writeArrayPropertyStart("codeFlows");
        for (List<Walks.Stop> walk : Walks.of(finding)) {
            if (left < walk.size()) {
                break;
            }
            left -= walk.size();
            json.writeStartObject();
            json.writeArrayPropertyStart("threadFlows");
            json.writeStartObject();
            json.writeArrayPropertyStart("locations");
            for (Walks.Stop stop : walk) {
                json.writeStartObject();
                json.writeObjectPropertyStart("location");
                locations.entries(json, stop.resource(), finding.resource(), stop.words());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** An empty list says that nobody accepted it; none at all would leave that open (3.27.23). */
    private void suppressions(JsonGenerator json, Finding finding) {
        json.writeArrayPropertyStart("suppressions");
        if (finding.suppression().isPresent()) {
            suppression(json, "accepted", finding.suppression().get());
        } else {
            rules.check(finding.checkId())
                    .ifPresent(check -> expired.stream()
                            .filter(suppression -> suppression.covers(check, finding.resource()))
                            .forEach(suppression -> suppression(json, "rejected", suppression)));
        }
        json.writeEndArray();
    }

    private static void suppression(JsonGenerator json, String status, Suppression suppression) {
        json.writeStartObject();
        json.writeStringProperty("kind", "external");
        json.writeStringProperty("status", status);
        json.writeStringProperty("justification", suppression.reason());
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("owner", suppression.owner());
        suppression.expires().ifPresent(day -> json.writeStringProperty("expires", day.toString()));
        json.writeEndObject();
        json.writeEndObject();
    }
}

package io.awsaudit.reports.asff;

import static io.awsaudit.reports.json.JsonText.strings;

import io.awsaudit.inventory.Gap;
import io.awsaudit.reports.Requirements;
import io.awsaudit.reports.Summary;
import io.awsaudit.reports.Text;
import io.awsaudit.reports.Tracked;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Pillar;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Suppression;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * Writes findings of one result as Security Hub takes them. Lengths and counts are the most that it takes.
 *
 * @see <a href="https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AwsSecurityFinding.html">AwsSecurityFinding</a>
 */
final class SecurityFindings {
    private static final String PRODUCT = "aws-audit";
    private static final String CHECKS = "Software and Configuration Checks/";

    private static final int ID = 512;
    private static final int TITLE = 256;
    private static final int DESCRIPTION = 1024;
    private static final int WHY = 384;
    private static final int RECOMMENDATION = 512;
    private static final int NOTE = 512;
    private static final int TYPES = 50;
    private static final int RELATED_REQUIREMENTS = 32;
    private static final int REASONS = 10;
    private static final int RESOURCE_ID = 2048;
    private static final int TAGS = 50;
    private static final int TAG_KEY = 128;
    private static final int TAG_VALUE = 256;
    private static final int PRODUCT_FIELD = 2048;

    /** Of a detail, "fewer than 1,024 characters". */
    private static final int DETAIL = 1023;

    /** How much of what was seen is told; fifty details are the most, and others stand beside these. */
    private static final int EVIDENCE = 40;

    private final AuditResult result;
    private final Hubs hubs;
    private final Summary summary;
    private final Requirements requirements;

    SecurityFindings(AuditResult result, Hubs hubs) {
        this.result = result;
        this.hubs = hubs;
        summary = Summary.of(result);
        requirements = Requirements.of(result);
    }

    void write(JsonGenerator json, Tracked tracked) {
        Finding finding = tracked.finding();
        Finding.Subject resource = finding.resource();
        Check check = summary.check(finding.checkId());
        Instant created = finding.firstSeen().orElse(result.asOf());
        json.writeStartObject();
        json.writeStringProperty("SchemaVersion", "2018-10-08");
        json.writeStringProperty("Id", id(finding));
        json.writeStringProperty("ProductArn", hubs.productArn(resource));
        json.writeStringProperty("ProductName", PRODUCT);
        json.writeStringProperty("CompanyName", PRODUCT);
        json.writeStringProperty("GeneratorId", Line.of(PRODUCT + "/" + check.id(), ID));
        json.writeStringProperty("AwsAccountId", hubs.account(resource));
        json.writeStringProperty("CreatedAt", created.toString());
        json.writeStringProperty("UpdatedAt", result.asOf().toString());
        finding.firstSeen().ifPresent(since -> json.writeStringProperty("FirstObservedAt", since.toString()));
        json.writeStringProperty("LastObservedAt", result.asOf().toString());
        json.writeStringProperty("Title", Line.of(check.title() + ": " + resource.name(), TITLE));
        json.writeStringProperty("Description", description(finding, check));
        List<String> types = types(check);
        strings(json, "Types", types);
        json.writeName("Severity");
        severity(json, tracked);
        // The same again: a later import updates these alone, for those above are the customer's from then on.
        json.writeObjectPropertyStart("FindingProviderFields");
        json.writeName("Severity");
        severity(json, tracked);
        strings(json, "Types", types);
        json.writeEndObject();
        compliance(json, tracked);
        remediation(json, check);
        json.writeArrayPropertyStart("Resources");
        resource(json, finding);
        json.writeEndArray();
        fields(json, "ProductFields", productFields(finding, check));
        json.writeStringProperty("RecordState", tracked.isClosed() ? "ARCHIVED" : "ACTIVE");
        if (tracked.isOpen()) {
            finding.suppression().ifPresent(suppression -> suppressed(json, suppression));
        }
        json.writeEndObject();
    }

    /** Returns an id that is the same in each run, and names the finding once in an account and region. */
    private String id(Finding finding) {
        return PRODUCT + "/" + hubs.account(finding.resource()) + "/" + region(finding) + "/" + finding.fingerprint();
    }

    /** Returns the resource's own region, which stays the same whichever regions are looked at. */
    private static String region(Finding finding) {
        return Line.of(finding.resource().region(), TAG_KEY);
    }

    private static String description(Finding finding, Check check) {
        String why = Line.of(check.why(), WHY);
        return Line.of(Line.of(finding.message(), DESCRIPTION - WHY - 1) + " " + why, DESCRIPTION);
    }

    /** Returns categories of AWS's taxonomy; the classifier, which is the last part, is free. */
    private List<String> types(Check check) {
        Set<String> types = new LinkedHashSet<>();
        if (check.pillar() == Pillar.SECURITY) {
            types.add(CHECKS + "AWS Security Best Practices");
        }
        requirements.standards(check.id()).forEach(standard -> types.add(standard(standard)));
        if (types.isEmpty()) {
            types.add(standard("AWS Well-Architected Framework")); // whose pillars are the checks' own
        }
        return types.stream().limit(TYPES).toList();
    }

    private static String standard(String title) {
        return CHECKS + "Industry and Regulatory Standards/"
                + Line.of(title, TAG_VALUE).replace('/', '-');
    }

    private static void severity(JsonGenerator json, Tracked tracked) {
        json.writeStartObject();
        json.writeStringProperty(
                "Label", tracked.isOpen() ? labelOf(tracked.finding().severity()) : "INFORMATIONAL");
        json.writeStringProperty("Original", tracked.finding().severity().word());
        json.writeEndObject();
    }

    private static String labelOf(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "CRITICAL";
            case HIGH -> "HIGH";
            case MEDIUM -> "MEDIUM";
            case LOW -> "LOW";
        };
    }

    private void compliance(JsonGenerator json, Tracked tracked) {
        Finding finding = tracked.finding();
        json.writeObjectPropertyStart("Compliance");
        json.writeStringProperty("Status", statusOf(tracked));
        List<String> related = requirements.of(finding.checkId()).stream()
                .map(requirement -> Line.of(requirement.words(), TAG_VALUE))
                .distinct()
                .limit(RELATED_REQUIREMENTS)
                .toList();
        if (!related.isEmpty()) {
            strings(json, "RelatedRequirements", related);
        }
        Map<String, String> reasons = reasons(tracked);
        if (!reasons.isEmpty()) {
            json.writeArrayPropertyStart("StatusReasons");
            reasons.forEach((description, code) -> {
                json.writeStartObject();
                json.writeStringProperty("ReasonCode", code);
                json.writeStringProperty("Description", description);
                json.writeEndObject();
            });
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static String statusOf(Tracked tracked) {
        if (tracked.state() == Tracked.State.GONE) {
            return "NOT_AVAILABLE";
        }
        return switch (tracked.finding().status()) {
            case FAIL -> "FAILED";
            case PASS -> "PASSED";
            case UNKNOWN, MANUAL -> "WARNING"; // "some information is missing"
            case NOT_APPLICABLE -> "NOT_AVAILABLE";
        };
    }

    /** Returns why the status is no plain pass or failure: codes by their descriptions. */
    private static Map<String, String> reasons(Tracked tracked) {
        Finding finding = tracked.finding();
        Map<String, String> reasons = new LinkedHashMap<>();
        if (tracked.state() == Tracked.State.GONE) {
            reasons.put("Its resource is no longer there.", "RESOURCE_GONE");
            return reasons;
        }
        switch (finding.status()) {
            case UNKNOWN ->
                finding.gaps().stream()
                        .limit(REASONS)
                        .forEach(gap -> reasons.put(
                                Line.of(gap.sentence(), DETAIL), gap.cause().name()));
            case MANUAL -> reasons.put(Line.of(finding.message(), DETAIL), "MANUAL");
            case NOT_APPLICABLE -> reasons.put(Line.of(finding.message(), DETAIL), "NOT_APPLICABLE");
            case FAIL, PASS -> {}
        }
        return reasons;
    }

    private static void remediation(JsonGenerator json, Check check) {
        json.writeObjectPropertyStart("Remediation");
        json.writeObjectPropertyStart("Recommendation");
        json.writeStringProperty("Text", Line.of(check.fix(), RECOMMENDATION));
        page(check.source()).ifPresent(page -> json.writeStringProperty("Url", page));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static Optional<String> page(String text) {
        try {
            String scheme = new URI(text).getScheme();
            return "https".equals(scheme) || "http".equals(scheme) ? Optional.of(text) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private void resource(JsonGenerator json, Finding finding) {
        Finding.Subject resource = finding.resource();
        json.writeStartObject();
        json.writeStringProperty("Type", ResourceTypes.nameOf(resource.type()));
        json.writeStringProperty("Id", Line.of(resource.arn().value(), RESOURCE_ID));
        json.writeStringProperty("Partition", hubs.partition(resource));
        json.writeStringProperty("Region", hubs.region(resource));
        List<String> valueless = new ArrayList<>();
        Map<String, String> tags = new LinkedHashMap<>();
        new TreeMap<>(resource.tags()).forEach((key, value) -> {
            if (value.isBlank() || key.isBlank()) { // which Security Hub refuses
                valueless.add(key);
            } else if (tags.size() < TAGS) {
                tags.put(excerpt(key, TAG_KEY), excerpt(value, TAG_VALUE));
            }
        });
        fields(json, "Tags", tags);
        json.writeObjectPropertyStart("Details");
        fields(json, "Other", details(finding, valueless));
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Returns a tag as it is, as far as Security Hub takes it: what AWS allows in tags, in characters, fits. */
    private static String excerpt(String text, int most) {
        String visible = Text.visible(text);
        int end = Math.min(visible.length(), most);
        return visible.substring(0, end > 0 && Character.isHighSurrogate(visible.charAt(end - 1)) ? end - 1 : end);
    }

    private static Map<String, String> details(Finding finding, List<String> valueless) {
        Finding.Subject resource = finding.resource();
        Map<String, String> details = new LinkedHashMap<>();
        put(details, "CloudFormationType", resource.type(), DETAIL);
        put(details, "Name", resource.name(), DETAIL);
        put(details, "TagsWithoutValue", String.join(", ", valueless), DETAIL);
        int number = 0;
        for (Evidence evidence : finding.evidence()) {
            if (number++ == EVIDENCE) {
                break;
            }
            put(details, "Seen" + String.format("%02d", number), seen(evidence, resource), DETAIL);
        }
        return details;
    }

    private static String seen(Evidence evidence, Finding.Subject resource) {
        String place = evidence.resource().equals(resource.arn())
                ? ""
                : " (" + evidence.resource().value() + ")";
        return evidence.property() + " = " + evidence.seen() + place;
    }

    private Map<String, String> productFields(Finding finding, Check check) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "aws-audit/Check", check.id(), PRODUCT_FIELD);
        put(fields, "aws-audit/Verdict", finding.status().word(), PRODUCT_FIELD);
        put(fields, "aws-audit/Fingerprint", finding.fingerprint(), PRODUCT_FIELD);
        put(fields, "aws-audit/Version", result.toolVersion(), PRODUCT_FIELD);
        put(fields, "aws-audit/Pillar", check.pillar().word(), PRODUCT_FIELD);
        put(fields, "aws-audit/BestPractice", check.bestPractice().orElse(""), PRODUCT_FIELD);
        put(fields, "aws-audit/SecurityHubControls", String.join(", ", check.securityHub()), PRODUCT_FIELD);
        put(fields, "aws-audit/ConfigRules", String.join(", ", check.configRules()), PRODUCT_FIELD);
        put(fields, "aws-audit/Commands", check.cli().orElse(""), PRODUCT_FIELD);
        put(fields, "aws-audit/Path", path(finding), PRODUCT_FIELD);
        put(fields, "aws-audit/MissingActions", missingActions(finding), PRODUCT_FIELD);
        finding.change().ifPresent(change -> {
            put(fields, "aws-audit/Change", change.state().word(), PRODUCT_FIELD);
            put(fields, "aws-audit/ChangeReason", change.reason(), PRODUCT_FIELD);
        });
        finding.suppression().ifPresent(suppression -> {
            put(fields, "aws-audit/SuppressionReason", suppression.reason(), PRODUCT_FIELD);
            put(fields, "aws-audit/SuppressionOwner", suppression.owner(), PRODUCT_FIELD);
            put(
                    fields,
                    "aws-audit/SuppressionExpires",
                    suppression.expires().map(Object::toString).orElse(""),
                    PRODUCT_FIELD);
        });
        return fields;
    }

    private static String path(Finding finding) {
        return finding.path().stream()
                .map(edge -> edge.from().value() + " " + edge.relation().words() + " "
                        + edge.to().value())
                .collect(Collectors.joining("; "));
    }

    private static String missingActions(Finding finding) {
        return finding.gaps().stream()
                .map(Gap::action)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static void put(Map<String, String> fields, String name, String text, int most) {
        if (!text.isBlank()) {
            fields.put(name, Line.of(text, most));
        }
    }

    private static void fields(JsonGenerator json, String name, Map<String, String> fields) {
        if (!fields.isEmpty()) {
            json.writeObjectPropertyStart(name);
            fields.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
    }

    /** Writes what Security Hub takes with the first import of a finding; from then on it is the customer's. */
    private void suppressed(JsonGenerator json, Suppression suppression) {
        json.writeObjectPropertyStart("Workflow");
        json.writeStringProperty("Status", "SUPPRESSED");
        json.writeEndObject();
        json.writeObjectPropertyStart("Note");
        json.writeStringProperty(
                "Text",
                Line.of(
                        suppression.reason()
                                + suppression
                                        .expires()
                                        .map(day -> " (until " + day + ")")
                                        .orElse(""),
                        NOTE));
        json.writeStringProperty("UpdatedBy", Line.of(suppression.owner(), NOTE));
        json.writeStringProperty("UpdatedAt", result.asOf().toString());
        json.writeEndObject();
    }
}

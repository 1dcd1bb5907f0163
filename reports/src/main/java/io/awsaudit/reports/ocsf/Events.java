package io.awsaudit.reports.ocsf;

import static io.awsaudit.reports.json.JsonText.strings;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.Requirements;
import io.awsaudit.reports.Summary;
import io.awsaudit.reports.Tracked;
import io.awsaudit.reports.json.FindingJson;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.Verdict;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** Writes findings of one result as events, with the profile {@code cloud}. */
final class Events {
    private static final String VERSION = "1.9.0";
    private static final String PRODUCT = "aws-audit";

    /** How many of the other resources that evidence was seen at are listed. */
    private static final int RELATED = 20;

    private final AuditResult result;
    private final Summary summary;
    private final Requirements requirements;
    private final Map<String, String> partitions = new HashMap<>();

    Events(AuditResult result) {
        this.result = result;
        summary = Summary.of(result);
        requirements = Requirements.of(result);
        for (Inventory.AccountScope account : result.accounts()) {
            partitions.put(account.id(), account.partition());
        }
    }

    void write(JsonGenerator json, Tracked tracked) {
        Finding finding = tracked.finding();
        Check check = summary.check(finding.checkId());
        Coded activity = Coded.activity(tracked.state());
        json.writeStartObject();
        json.writeNumberProperty("time", result.asOf().toEpochMilli());
        json.writeNumberProperty("timezone_offset", 0);
        Coded.CATEGORY.write(json, "category_uid", "category_name");
        Coded.CLASS.write(json, "class_uid", "class_name");
        activity.write(json, "activity_id", "activity_name");
        Coded.type(activity).write(json, "type_uid", "type_name");
        Coded.severity(tracked).write(json, "severity_id", "severity");
        Coded.confidence(finding.status()).write(json, "confidence_id", "confidence");
        Coded.status(tracked).write(json, "status_id", "status");
        json.writeStringProperty("status_code", statusCode(tracked));
        json.writeStringProperty("status_detail", statusDetail(tracked));
        json.writeStringProperty("message", finding.message());
        metadata(json, finding);
        cloud(json, finding.resource());
        findingInfo(json, tracked, check);
        compliance(json, tracked, check);
        resources(json, finding);
        evidences(json, finding);
        remediation(json, check);
        observables(json, finding.resource());
        unmapped(json, finding, check);
        json.writeEndObject();
    }

    private static String statusCode(Tracked tracked) {
        return tracked.state() == Tracked.State.GONE
                ? "GONE"
                : tracked.finding().status().name();
    }

    private static String statusDetail(Tracked tracked) {
        Finding finding = tracked.finding();
        if (tracked.state() == Tracked.State.GONE) {
            return "Its resource is no longer there.";
        }
        if (tracked.isOpen() && finding.suppression().isPresent()) {
            return accepted(finding.suppression().get());
        }
        if (tracked.isOpen() && !finding.gaps().isEmpty()) {
            return finding.gaps().get(0).sentence();
        }
        return finding.change().map(Change::reason).orElse("There is no earlier result to compare with.");
    }

    private static String accepted(Suppression suppression) {
        return "Accepted by " + suppression.owner()
                + suppression.expires().map(day -> " until " + day).orElse("") + ": " + suppression.reason();
    }

    private void metadata(JsonGenerator json, Finding finding) {
        json.writeObjectPropertyStart("metadata");
        json.writeStringProperty("version", VERSION);
        strings(json, "profiles", List.of("cloud"));
        json.writeObjectPropertyStart("product");
        json.writeStringProperty("name", PRODUCT);
        json.writeStringProperty("vendor_name", PRODUCT);
        json.writeStringProperty("uid", PRODUCT);
        json.writeStringProperty("version", result.toolVersion());
        json.writeEndObject();
        json.writeObjectPropertyStart("reporter");
        json.writeStringProperty("name", PRODUCT);
        json.writeEndObject();
        json.writeStringProperty("log_name", PRODUCT);
        json.writeStringProperty("event_code", finding.checkId());
        // The same event in each file made of this result, and another one tomorrow.
        json.writeStringProperty(
                "uid", finding.fingerprint() + "-" + result.asOf().toEpochMilli());
        json.writeEndObject();
    }

    private void cloud(JsonGenerator json, Finding.Subject resource) {
        json.writeObjectPropertyStart("cloud");
        json.writeStringProperty("provider", "AWS");
        account(json, resource);
        json.writeStringProperty("region", resource.region());
        json.writeStringProperty("cloud_partition", partition(resource));
        json.writeEndObject();
    }

    private static void account(JsonGenerator json, Finding.Subject resource) {
        json.writeObjectPropertyStart("account");
        json.writeStringProperty("uid", resource.account());
        json.writeStringProperty("name", resource.account()); // some readers demand one; the account's own is not known
        Coded.AWS_ACCOUNT.write(json, "type_id", "type");
        json.writeEndObject();
    }

    private String partition(Finding.Subject resource) {
        return partitions.getOrDefault(resource.account(), resource.arn().partition());
    }

    private void findingInfo(JsonGenerator json, Tracked tracked, Check check) {
        Finding finding = tracked.finding();
        json.writeObjectPropertyStart("finding_info");
        json.writeStringProperty("uid", finding.fingerprint());
        json.writeStringProperty("title", check.title());
        json.writeStringProperty("desc", check.why());
        strings(json, "types", List.of(check.pillar().word()));
        json.writeNumberProperty(
                "created_time", finding.firstSeen().orElse(result.asOf()).toEpochMilli());
        finding.firstSeen().ifPresent(since -> json.writeNumberProperty("first_seen_time", since.toEpochMilli()));
        if (tracked.isOpen()) {
            json.writeNumberProperty("last_seen_time", result.asOf().toEpochMilli());
        }
        json.writeNumberProperty("modified_time", result.asOf().toEpochMilli());
        strings(json, "data_sources", List.of(finding.resource().type()));
        json.writeObjectPropertyStart("analytic");
        json.writeStringProperty("uid", check.id());
        json.writeStringProperty("name", check.title());
        Coded.RULE.write(json, "type_id", "type");
        json.writeStringProperty("version", result.toolVersion());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void compliance(JsonGenerator json, Tracked tracked, Check check) {
        Finding finding = tracked.finding();
        json.writeObjectPropertyStart("compliance");
        strings(json, "standards", requirements.standards(check.id()));
        strings(
                json,
                "requirements",
                requirements.of(check.id()).stream()
                        .map(Requirements.Requirement::words)
                        .toList());
        json.writeStringProperty("control", check.id());
        Coded.compliance(tracked).write(json, "status_id", "status");
        json.writeStringProperty("status_code", statusCode(tracked));
        strings(
                json,
                "status_details",
                finding.gaps().isEmpty()
                        ? List.of(finding.message())
                        : finding.gaps().stream().map(Gap::sentence).toList());
        json.writeEndObject();
    }

    private void resources(JsonGenerator json, Finding finding) {
        Finding.Subject resource = finding.resource();
        json.writeArrayPropertyStart("resources");
        json.writeStartObject();
        json.writeStringProperty("uid", resource.arn().value());
        json.writeStringProperty("name", resource.name());
        json.writeStringProperty("type", resource.type());
        Coded.AFFECTED.write(json, "role_id", "role");
        json.writeStringProperty("region", resource.region());
        json.writeStringProperty("cloud_partition", partition(resource));
        owner(json, resource);
        json.writeArrayPropertyStart("tags");
        new TreeMap<>(resource.tags()).forEach((name, value) -> {
            json.writeStartObject();
            json.writeStringProperty("name", name);
            json.writeStringProperty("value", value);
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
        finding.evidence().stream()
                .map(Evidence::resource)
                .filter(arn -> !arn.equals(resource.arn()))
                .distinct()
                .limit(RELATED)
                .forEach(arn -> related(json, arn));
        json.writeEndArray();
    }

    /** Writes the account as the entity that owns a resource; who that is within a company no API says. */
    private static void owner(JsonGenerator json, Finding.Subject resource) {
        json.writeObjectPropertyStart("owner");
        json.writeStringProperty("uid", resource.account());
        json.writeStringProperty("name", resource.account());
        Coded.OWNING_ACCOUNT.write(json, "type_id", "type");
        account(json, resource);
        json.writeEndObject();
    }

    private static void related(JsonGenerator json, Arn arn) {
        json.writeStartObject();
        json.writeStringProperty("uid", arn.value());
        Coded.RELATED.write(json, "role_id", "role");
        json.writeEndObject();
    }

    private static void evidences(JsonGenerator json, Finding finding) {
        if (finding.evidence().isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("evidences");
        for (Evidence evidence : finding.evidence()) {
            json.writeStartObject();
            json.writeObjectPropertyStart("data");
            json.writeStringProperty("resource", evidence.resource().value());
            json.writeStringProperty("property", evidence.property());
            json.writeStringProperty("seen", evidence.seen());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void remediation(JsonGenerator json, Check check) {
        json.writeObjectPropertyStart("remediation");
        json.writeStringProperty(
                "desc",
                check.fix() + check.cli().map(commands -> "\n\n" + commands).orElse(""));
        if (isPage(check.source())) {
            strings(json, "references", List.of(check.source()));
        }
        json.writeEndObject();
    }

    private static boolean isPage(String text) {
        try {
            String scheme = new URI(text).getScheme();
            return "https".equals(scheme) || "http".equals(scheme);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void observables(JsonGenerator json, Finding.Subject resource) {
        json.writeArrayPropertyStart("observables");
        json.writeStartObject();
        json.writeStringProperty("name", "resources.uid");
        Coded.RESOURCE_UID.write(json, "type_id", "type");
        json.writeStringProperty("value", resource.arn().value());
        json.writeEndObject();
        json.writeEndArray();
    }

    /** Writes what the schema has no attribute for. */
    private static void unmapped(JsonGenerator json, Finding finding, Check check) {
        json.writeObjectPropertyStart("unmapped");
        json.writeStringProperty("verdict", finding.status().word());
        json.writeStringProperty("check_severity", check.severity().word());
        json.writeStringProperty("service", check.service());
        check.bestPractice().ifPresent(practice -> json.writeStringProperty("best_practice", practice));
        if (!check.configRules().isEmpty()) {
            strings(json, "config_rules", check.configRules());
        }
        if (!check.securityHub().isEmpty()) {
            strings(json, "security_hub_controls", check.securityHub());
        }
        if (!finding.path().isEmpty()) {
            json.writeArrayPropertyStart("path");
            finding.path().forEach(edge -> FindingJson.edge(json, edge));
            json.writeEndArray();
        }
        if (!finding.gaps().isEmpty()) {
            json.writeArrayPropertyStart("gaps");
            finding.gaps().forEach(gap -> gap(json, gap));
            json.writeEndArray();
        }
        finding.change().ifPresent(change -> change(json, change));
        finding.suppression().ifPresent(suppression -> {
            json.writeObjectPropertyStart("suppression");
            FindingJson.suppression(json, suppression);
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void gap(JsonGenerator json, Gap gap) {
        json.writeStartObject();
        json.writeStringProperty("cause", gap.cause().words());
        json.writeStringProperty("operation", gap.operation());
        gap.action().ifPresent(action -> json.writeStringProperty("action", action));
        gap.blame().ifPresent(blame -> json.writeStringProperty("blame", blame.words()));
        json.writeEndObject();
    }

    private static void change(JsonGenerator json, Change change) {
        json.writeObjectPropertyStart("change");
        json.writeStringProperty("state", change.state().word());
        change.before().map(Verdict::word).ifPresent(before -> json.writeStringProperty("before", before));
        json.writeStringProperty("reason", change.reason());
        json.writeEndObject();
    }
}

package io.awsaudit.reports.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.awsaudit.reports.Compared;
import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OcsfReporterTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** The class, whole, in the last version that has been published as a JSON Schema. */
    private static final Schema CLASS =
            schema("compliance_finding-1.8.0.schema.json", SpecificationVersion.DRAFT_2020_12);

    /** Another class of the current version, which shares its objects. */
    private static final Schema SIBLING = schema("detection_finding-1.9.0.schema.json", SpecificationVersion.DRAFT_7);

    private static final JsonNode ATTRIBUTES = MAPPER.readTree(resource("attributes-1.8.0.json"));

    /** Recommended, and left out for a reason: it does not exist of what we report, or we cannot know it. */
    private static final Set<String> UNKNOWN_TO_US = Set.of(
            "compliance_finding.resource", // deprecated for resources
            "metadata.original_time", // "omit if event is generated instead of collected"
            "metadata.tenant_uid",
            "reporter.hostname",
            "reporter.ip",
            "reporter.uid",
            "resource_details.hostname",
            "resource_details.ip",
            "user.has_mfa", // the owner of a resource is an account, and no user
            "key_value_object.values"); // instead of value

    /** Of a resource that is only mentioned, its name is known and nothing else. */
    private static final Set<String> UNKNOWN_OF_RELATED = Set.of("resource_details.name", "resource_details.owner");

    static Stream<AuditResult> results() {
        return Stream.of(Samples.small(), Samples.hostile(), Samples.large(2_000), Compared.small());
    }

    @Test
    void theSmallResultLooksLikeThis() {
        Golden.assertThatTextIs("findings.ocsf.jsonl", Golden.text(new OcsfReporter(true), Compared.small()));
    }

    @ParameterizedTest
    @MethodSource("results")
    void anEventIsValidByItsClass(AuditResult result) {
        assertThat(lines(true, result))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(CLASS.validate(line, InputFormat.JSON)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("results")
    void theObjectsOfAnEventAreValidInTheCurrentVersion(AuditResult result) {
        assertThat(events(true, result)).isNotEmpty().allSatisfy(event -> {
            ObjectNode sibling = (ObjectNode) event.deepCopy();
            sibling.put("class_uid", 2004);
            sibling.remove("compliance"); // which it does not have
            sibling.remove("cloud"); // nor has it the profile
            sibling.path("resources")
                    .forEach(resource -> ((ObjectNode) resource).remove(List.of("region", "cloud_partition")));
            assertThat(SIBLING.validate(sibling.toString(), InputFormat.JSON)).isEmpty();
        });
    }

    @Test
    void theSchemasRefuseWhatIsWrong() {
        ObjectNode event = (ObjectNode) events(true, Samples.small()).get(0);
        for (String required : List.of("time", "cloud", "compliance", "finding_info", "metadata", "severity_id")) {
            ObjectNode without = event.deepCopy();
            without.remove(required);
            assertThat(CLASS.validate(without.toString(), InputFormat.JSON)).isNotEmpty();
        }
        ObjectNode wrong = event.deepCopy();
        ((ObjectNode) wrong.path("compliance")).put("status_id", 7);
        assertThat(CLASS.validate(wrong.toString(), InputFormat.JSON)).isNotEmpty();
        assertThat(CLASS.validate(event.deepCopy().put("invented", 1).toString(), InputFormat.JSON))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("results")
    void whatIsRequiredOrRecommendedIsThereAndWhatIsDeprecatedIsNot(AuditResult result) {
        Set<String> mistakes = new TreeSet<>();
        events(true, result)
                .forEach(event ->
                        visit("compliance_finding", event, (name, object) -> mistakes.addAll(mistakes(name, object))));
        assertThat(mistakes).isEmpty();
    }

    @Test
    void everyReasonToLeaveSomethingOutIsNeeded() {
        Set<String> left = new TreeSet<>();
        results()
                .flatMap(result -> events(true, result).stream())
                .forEach(event ->
                        visit("compliance_finding", event, (name, object) -> left.addAll(missing(name, object))));
        assertThat(left).containsAll(UNKNOWN_TO_US).containsAll(UNKNOWN_OF_RELATED);
    }

    @Test
    void anEventIsALine() {
        AuditResult result = Samples.large(2_000);
        assertThat(lines(true, result)).hasSameSizeAs(result.findings());
        assertThat(Golden.text(new OcsfReporter(true), result)).endsWith("}\n");
    }

    @Test
    void aResultWithoutFindingsIsAnEmptyFile() {
        AuditResult small = Samples.small();
        AuditResult empty = new AuditResult(
                small.toolVersion(),
                small.asOf(),
                small.accounts(),
                small.coverage(),
                small.checks(),
                small.frameworks(),
                List.of(),
                0);
        assertThat(Golden.text(new OcsfReporter(false), empty)).isEmpty();
    }

    @Test
    void problemsAreListedAndTheRestOnRequest() {
        assertThat(events(false, Samples.small()))
                .extracting(event -> event.path("status_code").asString())
                .containsOnly("FAIL", "UNKNOWN", "MANUAL");
        assertThat(events(true, Samples.small())).hasSameSizeAs(Samples.small().findings());
    }

    @ParameterizedTest
    @CsvSource({
        "FAIL, Fail, New",
        "UNKNOWN, Warning, New",
        "MANUAL, Manual, New",
        "PASS, Pass, Resolved",
        "NOT_APPLICABLE, Not Applicable, Resolved"
    })
    void aVerdictHasItsWord(Verdict verdict, String compliance, String status) {
        assertThat(events(true, Samples.small()).stream()
                        .filter(event -> event.path("status_code").asString().equals(verdict.name())
                                && !event.path("unmapped").has("suppression")))
                .isNotEmpty()
                .allSatisfy(event -> {
                    assertThat(event.path("compliance").path("status").asString())
                            .isEqualTo(compliance);
                    assertThat(event.path("status").asString()).isEqualTo(status);
                });
    }

    @Test
    void onlyAPassLooksLikeAPass() {
        assertThat(results().flatMap(result -> events(true, result).stream()))
                .filteredOn(event -> event.path("compliance").path("status_id").asInt() == 1)
                .isNotEmpty()
                .allMatch(event -> event.path("status_code").asString().equals("PASS"));
    }

    @Test
    void whatIsAcceptedIsSuppressedWithItsReason() {
        JsonNode event = events(false, Samples.small()).stream()
                .filter(each -> each.path("unmapped").has("suppression"))
                .findFirst()
                .orElseThrow();
        assertThat(event.path("status").asString()).isEqualTo("Suppressed");
        assertThat(event.path("compliance").path("status").asString()).isEqualTo("Fail");
        assertThat(event.path("status_detail").asString())
                .isEqualTo("Accepted by platform@example.com until 2026-06-30: Logs are written once.");
    }

    @Test
    void whatBecameOfAFindingIsItsActivity() {
        Map<String, String> activities = new TreeMap<>();
        events(true, Compared.small())
                .forEach(event -> activities.merge(
                        event.path("unmapped").path("change").path("state").asString("gone"),
                        event.path("activity_name").asString() + " "
                                + event.path("status").asString(),
                        (one, other) -> one.equals(other) ? one : one + ", " + other));
        assertThat(activities)
                .containsEntry("new", "Create New")
                .containsEntry("updated", "Update New")
                .containsEntry("fixed", "Close Resolved")
                .containsEntry("gone", "Close Archived");
    }

    @Test
    void whatWasSeenBeforeKeepsItsDay() {
        JsonNode gone = events(false, Compared.small()).stream()
                .filter(event -> event.path("status_code").asString().equals("GONE"))
                .findFirst()
                .orElseThrow();
        JsonNode info = gone.path("finding_info");
        assertThat(info.path("first_seen_time").asLong())
                .isEqualTo(info.path("created_time").asLong());
        assertThat(info.path("first_seen_time").asLong())
                .isLessThan(gone.path("time").asLong());
        assertThat(info.has("last_seen_time")).isFalse();
    }

    @Test
    void textComesBackAsItWas() {
        AuditResult result = Samples.hostile();
        List<Finding> told = Stream.concat(
                        result.findings().stream(), result.comparison().orElseThrow().gone().stream())
                .toList();
        List<JsonNode> events = events(true, result);
        assertThat(events).hasSameSizeAs(told);
        for (int i = 0; i < events.size(); i++) {
            String text = told.get(i).message().replace('\uD800', '\uFFFD').replace('\uDC00', '\uFFFD');
            assertThat(events.get(i).path("message").asString()).isEqualTo(text);
            assertThat(events.get(i)
                            .path("resources")
                            .path(0)
                            .path("tags")
                            .path(0)
                            .path("value")
                            .asString())
                    .isEqualTo(text);
        }
    }

    /** Lists what an object of an event, without those that it holds, has against what the schema says of it. */
    private static Set<String> mistakes(String name, JsonNode object) {
        Set<String> mistakes = missing(name, object);
        mistakes.removeAll(UNKNOWN_TO_US);
        if (object.path("role").asString("").equals("Related")) {
            mistakes.removeAll(UNKNOWN_OF_RELATED);
        }
        ATTRIBUTES.path(name).properties().forEach(entry -> {
            JsonNode attribute = entry.getValue();
            JsonNode value = object.path(entry.getKey());
            String place = name + "." + entry.getKey();
            if (value.isMissingNode()) {
                return;
            }
            if (attribute.has("deprecated")) {
                mistakes.add(place + " is deprecated");
            }
            if (attribute.has("enum") && value.isIntegralNumber()) {
                String caption = attribute.path("enum").path(value.asString()).asString("");
                String sibling =
                        object.path(attribute.path("sibling").asString()).asString("");
                if (caption.isEmpty() || sibling.isEmpty() || value.asInt() != 99 && !sibling.equals(caption)) {
                    mistakes.add(place + " is " + value + ", and its caption " + sibling);
                }
            }
        });
        return mistakes;
    }

    private static Set<String> missing(String name, JsonNode object) {
        Set<String> missing = new TreeSet<>();
        if (name.equals("evidences")) {
            return missing; // recommends one of each kind of evidence that there is
        }
        ATTRIBUTES.path(name).properties().forEach(entry -> {
            String requirement = entry.getValue().path("requirement").asString();
            if (!requirement.equals("optional") && !object.has(entry.getKey())) {
                missing.add(name + "." + entry.getKey());
            }
        });
        return missing;
    }

    /** Shows an object of an event, and each that it holds, under the schema's name for it. */
    private static void visit(String name, JsonNode object, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(name, object);
        children(name, object).forEach(child -> visit(child.name(), child.value(), visitor));
    }

    private record Child(String name, JsonNode value) {}

    private static List<Child> children(String name, JsonNode object) {
        List<Child> children = new ArrayList<>();
        ATTRIBUTES.path(name).properties().forEach(entry -> {
            String type = entry.getValue().path("object").asString("");
            JsonNode value = object.path(entry.getKey());
            if (ATTRIBUTES.has(type) && !value.isMissingNode()) {
                if (value.isArray()) {
                    value.forEach(each -> children.add(new Child(type, each)));
                } else {
                    children.add(new Child(type, value));
                }
            }
        });
        return children;
    }

    private static List<String> lines(boolean includePassed, AuditResult result) {
        return Golden.text(new OcsfReporter(includePassed), result).lines().toList();
    }

    private static List<JsonNode> events(boolean includePassed, AuditResult result) {
        return lines(includePassed, result).stream().map(MAPPER::readTree).toList();
    }

    private static Schema schema(String name, SpecificationVersion version) {
        return SchemaRegistry.withDefaultDialect(version).getSchema(resource(name));
    }

    private static String resource(String name) {
        try (InputStream in = OcsfReporterTest.class.getResourceAsStream("/ocsf/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

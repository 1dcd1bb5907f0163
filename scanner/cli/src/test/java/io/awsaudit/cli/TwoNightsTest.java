package io.awsaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.Volume;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.reports.Choices;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Reporters;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Baseline;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Engine;
import io.awsaudit.rules.Settings;
import io.awsaudit.rules.Suppressions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two nights' SARIF of the demonstration account, in which some things changed between them. */
class TwoNightsTest {
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final Set<String> CHECKS =
            Set.of("ec2-volume-encrypted", "s3-bucket-acls-disabled", "sqs-queue-encrypted");

    private static JsonNode yesterday;
    private static JsonNode tonight;
    private static JsonNode tonightWithAll;

    @BeforeAll
    static void judge() throws IOException {
        Inventory before;
        try (InputStream in = DemoCommand.class.getResourceAsStream("demo.snapshot")) {
            before = Snapshot.read(in, "demo.snapshot");
        }
        AuditResult first = evaluate(before);
        AuditResult second = Baseline.of(first).compare(evaluate(changed(before)));
        yesterday = sarif(first, false);
        tonight = sarif(second, false);
        tonightWithAll = sarif(second, true);
    }

    @Test
    void aFindingThatStayedHasTheSameFingerprintAndPlaceInBoth() {
        Map<String, JsonNode> then = byName(yesterday);
        List<JsonNode> stayed = byName(tonight).values().stream()
                .filter(found -> found.path("baselineState").asString().equals("unchanged"))
                .toList();
        assertThat(stayed).hasSizeGreaterThan(5).allSatisfy(found -> {
            JsonNode same = then.get(name(found));
            assertThat(found.path("partialFingerprints")).isEqualTo(same.path("partialFingerprints"));
            assertThat(found.path("locations")).isEqualTo(same.path("locations"));
            assertThat(found.path("message")).isEqualTo(same.path("message"));
        });
    }

    @Test
    void noTwoFindingsShareAFingerprint() {
        for (JsonNode log : List.of(yesterday, tonight, tonightWithAll)) {
            assertThat(results(log).stream()
                            .map(found -> found.path("partialFingerprints")
                                    .path("primaryLocationLineHash")
                                    .asString()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatChangedIsMarkedAndWhatWasMendedOrIsGoneIsNotListed() {
        Map<String, String> states = new TreeMap<>();
        byName(tonight)
                .forEach((name, found) -> states.put(
                        name,
                        found.path("kind").asString() + " "
                                + found.path("baselineState").asString()));
        assertThat(states)
                .containsEntry("ec2-volume-encrypted insecure-exposed", "fail new")
                .containsEntry("s3-bucket-acls-disabled insecure-trail-logs", "fail unchanged")
                .doesNotContainKeys(
                        "ec2-volume-encrypted insecure-unencrypted", "s3-bucket-acls-disabled insecure-bare");
        assertThat(states.entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("sqs-queue-encrypted insecure-"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getValue()).isEqualTo("open updated"));
    }

    @Test
    void onRequestWhatWasMendedOrIsGoneIsAbsent() {
        Map<String, JsonNode> all = byName(tonightWithAll);
        assertThat(all.get("ec2-volume-encrypted insecure-unencrypted")
                        .path("baselineState")
                        .asString())
                .isEqualTo("absent");
        assertThat(all.get("s3-bucket-acls-disabled insecure-bare")
                        .path("baselineState")
                        .asString())
                .isEqualTo("absent");
    }

    /** A volume was mended and another made worse, a bucket deleted, and the queues could not be listed. */
    private static Inventory changed(Inventory before) {
        List<Resource> resources = new ArrayList<>();
        for (Resource resource : before.resources()) {
            if (resource instanceof Volume volume
                    && Set.of("insecure-unencrypted", "insecure-exposed").contains(volume.name())) {
                resources.add(flipped(volume));
            } else if (!resource.name().equals("insecure-bare")
                    && !resource.type().equals(QUEUE)) {
                resources.add(resource);
            }
        }
        Gap denied = new Gap(Gap.Cause.DENIED, "sqs:ListQueues", Optional.of("sqs:ListQueues"), "no");
        List<Coverage.Listing> listings = before.coverage().listings().stream()
                .map(listing -> listing.type().equals(QUEUE)
                        ? new Coverage.Listing(listing.account(), listing.region(), QUEUE, Optional.of(denied))
                        : listing)
                .toList();
        return new Inventory(
                before.asOf().plus(Duration.ofDays(1)),
                before.accounts(),
                new Coverage(listings, before.coverage().calls()),
                resources);
    }

    private static Volume flipped(Volume volume) {
        return new Volume(
                volume.identity(),
                volume.sizeGiB(),
                volume.volumeType(),
                volume.iops(),
                volume.throughputMiBps(),
                !volume.encrypted(),
                volume.kmsKey(),
                volume.state(),
                volume.attachedTo(),
                volume.multiAttachEnabled(),
                volume.snapshot(),
                volume.availabilityZone(),
                volume.createTime());
    }

    private static AuditResult evaluate(Inventory inventory) {
        Catalog catalog = Catalog.builtIn();
        List<Check> checks = catalog.checks().stream()
                .filter(check -> CHECKS.contains(check.id()))
                .toList();
        assertThat(checks).hasSameSizeAs(CHECKS);
        return new Engine(catalog, "1.2.3")
                .evaluate(inventory, checks, Settings.standard(catalog.checks()), Suppressions.NONE);
    }

    private static JsonNode sarif(AuditResult result, boolean includePassed) throws IOException {
        Reporter reporter =
                Reporters.of("sarif", new Choices(includePassed, false)).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        reporter.write(result, out);
        return new JsonMapper().readTree(out.toByteArray());
    }

    private static List<JsonNode> results(JsonNode log) {
        return log.path("runs").path(0).path("results").valueStream().toList();
    }

    private static Map<String, JsonNode> byName(JsonNode log) {
        Map<String, JsonNode> byName = new HashMap<>();
        results(log).forEach(found -> byName.put(name(found), found));
        return byName;
    }

    private static String name(JsonNode found) {
        return found.path("ruleId").asString() + " "
                + found.path("locations")
                        .path(0)
                        .path("logicalLocations")
                        .path(0)
                        .path("name")
                        .asString();
    }
}

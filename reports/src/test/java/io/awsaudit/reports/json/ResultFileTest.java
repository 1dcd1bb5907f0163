package io.awsaudit.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.s3.Bucket;
import io.awsaudit.reports.Choices;
import io.awsaudit.reports.DemoAccount;
import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Reporters;
import io.awsaudit.reports.Samples;
import io.awsaudit.reports.WellFormed;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Comparison;
import io.awsaudit.rules.Exposure;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Parameter;
import io.awsaudit.rules.Pillar;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.SuppressionUse;
import io.awsaudit.rules.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ResultFileTest {
    private static final Instant EARLIER = Instant.parse("2025-12-31T01:02:03.004Z");

    static Stream<Arguments> results() {
        return Stream.of(
                Arguments.of("small", Samples.small()),
                Arguments.of("hostile", Samples.hostile()),
                Arguments.of("large", Samples.large(2_000)),
                Arguments.of("full", full()),
                Arguments.of("demo", DemoAccount.judged()));
    }

    static Stream<Arguments> resultsInEachFormat() {
        return results()
                .flatMap(result -> Reporters.formats().stream()
                        .map(format -> Arguments.of(result.get()[0], format, result.get()[1])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("results")
    void whatWasWrittenComesBack(String name, AuditResult result) {
        assertThat(read(written(result))).isEqualTo(withoutInventory(WellFormed.of(result)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("resultsInEachFormat")
    void aResultThatCameBackLooksTheSame(String name, String format, AuditResult result) {
        for (boolean passed : new boolean[] {false, true}) {
            Reporter reporter = Reporters.of(format, new Choices(passed, false)).orElseThrow();
            assertThat(Golden.text(reporter, read(written(result))))
                    .isEqualTo(Golden.text(reporter, withoutInventory(WellFormed.of(result))));
        }
    }

    @Test
    void equalPartsAreOneInMemory() {
        AuditResult result = read(written(Samples.large(2_000)));
        Map<Finding.Subject, List<Finding>> bySubject =
                result.findings().stream().collect(Collectors.groupingBy(Finding::resource));
        assertThat(bySubject).hasSizeLessThan(result.findings().size());
        bySubject.forEach((subject, findings) -> assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.resource()).isSameAs(subject)));
        assertThat(result.findings().stream()
                        .map(Finding::checkId)
                        .map(System::identityHashCode)
                        .distinct())
                .hasSizeLessThanOrEqualTo(result.checks().size());
    }

    @Test
    void theOrderOfPropertiesAndTheLayoutDoNotMatter() {
        JsonMapper sorting = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        Object document = sorting.readValue(written(full()), Object.class);
        String sorted = sorting.writeValueAsString(document);
        assertThat(sorted.indexOf("\"schemaVersion\"")).isGreaterThan(sorted.indexOf("\"findings\""));
        assertThat(read("\ufeff" + sorted)).isEqualTo(withoutInventory(full()));
    }

    @Test
    void aResultThatWasFilteredIsOneStill() {
        ObjectNode document = (ObjectNode) new JsonMapper().readTree(written(Samples.small()));
        for (JsonNode finding :
                List.copyOf(document.withArray("findings").valueStream().toList())) {
            if (!finding.path("status").asString().equals("FAIL")) {
                document.withArray("findings").remove(0);
            } else {
                break;
            }
        }
        document.remove("summary");
        ((ObjectNode) document.path("coverage")).remove("unseen");
        AuditResult filtered = read(document.toString());
        assertThat(filtered.findings())
                .isNotEmpty()
                .hasSizeLessThan(Samples.small().findings().size());
        assertThat(filtered.coverage()).isEqualTo(Samples.small().coverage());
    }

    @Test
    void whatALaterMinorVersionAddsIsLeftOut() {
        String later = written(Samples.small())
                .replace("\"schemaVersion\":\"2.0\"", "\"schemaVersion\":\"2.17\",\"weather\":{\"sun\":[1,2]}")
                .replace("\"fingerprint\":", "\"moon\":[{}],\"fingerprint\":");
        assertThat(read(later)).isEqualTo(Samples.small());
    }

    @Test
    void whatWasAskedAlikeStandsTogether() {
        JsonNode coverage = new JsonMapper().readTree(written(full())).path("coverage");
        assertThat(coverage.at("/listings/scopes")).hasSize(2);
        assertThat(coverage.at("/listings/scopes/0/regions")).hasSize(3);
        assertThat(coverage.at("/listings/scopes/0/types")).hasSize(2);
        assertThat(coverage.at("/calls/scopes")).hasSize(4);
        assertThat(coverage.at("/calls/scopes/1/refused/0/resources")).hasSize(2);
    }

    @Test
    void aFindingOfTheDemoTakesLessThanAKilobyte() {
        AuditResult demo = DemoAccount.judged();
        long[] bytes = written(demo)
                .lines()
                .filter(line -> line.startsWith("  {\"checkId\":"))
                .mapToLong(line -> line.getBytes(StandardCharsets.UTF_8).length)
                .toArray();
        assertThat(bytes).hasSameSizeAs(demo.findings().toArray());
        assertThat(Arrays.stream(bytes).average().orElseThrow()).isLessThan(600);
        assertThat(Arrays.stream(bytes).filter(length -> length >= 1_024).count())
                .as("but for those with long evidence")
                .isLessThan(bytes.length / 100);
        assertThat(written(demo).getBytes(StandardCharsets.UTF_8).length / bytes.length)
                .as("with all metadata, coverage and frameworks")
                .isLessThan(1_024);
    }

    /** {@return a result in which every part that there may be occurs} */
    static AuditResult full() {
        AuditResult small = Samples.small();
        Suppression everything = new Suppression(
                "s3-*",
                "arn:aws:s3:::*",
                Optional.of("111122223333"),
                Optional.of("stage=dev"),
                "Not in use.",
                "platform@example.com",
                Optional.of(LocalDate.of(2026, 1, 5)));
        Suppression forEver = new Suppression(
                "*", "*", Optional.empty(), Optional.empty(), "Why not.", "web@example.com", Optional.empty());
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : small.findings()) {
            int i = findings.size();
            findings.add(new Finding(
                    finding.checkId(),
                    finding.status(),
                    finding.severity(),
                    finding.resource(),
                    finding.message(),
                    finding.evidence(),
                    finding.path(),
                    finding.gaps(),
                    finding.fingerprint(),
                    i == 0 ? Optional.of(everything) : finding.suppression(),
                    i == 1
                            ? Optional.empty()
                            : Optional.of(new Change(
                                    Change.State.values()[i % 4],
                                    i % 2 == 0 ? Optional.of(Verdict.values()[i % 5]) : Optional.empty(),
                                    i % 3 == 0 ? "" : "its resource is new")),
                    i == 1 ? Optional.empty() : Optional.of(EARLIER)));
        }
        Finding gone = new Finding(
                "s3-bucket-retired-check",
                Verdict.FAIL,
                Severity.HIGH,
                findings.get(3).resource(),
                "It was there.",
                List.of(),
                List.of(),
                List.of(),
                "0123456789abcdef0123456789abcdef",
                Optional.empty(),
                Optional.of(new Change(Change.State.FIXED, Optional.of(Verdict.FAIL), "its resource is gone")),
                Optional.of(EARLIER));
        List<Check> checks = new ArrayList<>(small.checks());
        checks.add(new Check(
                "x-family-member",
                "x",
                "family",
                Bucket.class,
                "Title",
                Severity.HIGH,
                Pillar.COST_OPTIMIZATION,
                Optional.of(Exposure.ADDRESS),
                "Why",
                "Fix",
                Optional.empty(),
                Optional.empty(),
                List.of("versioning", "Bucket.logging"),
                List.of("logs to"),
                "https://docs.aws.amazon.com/x",
                Optional.empty(),
                List.of("A", "B"),
                List.of("S3.1"),
                List.of(
                        new Parameter("days", 90, "days"),
                        new Parameter("bytes", 5_000_000_000L, "bytes"),
                        new Parameter("share", 0.25, "share"),
                        new Parameter("strict", true, "whether"),
                        new Parameter("word", "a", "word"),
                        new Parameter("ports", List.of(22, 3389), "ports"),
                        new Parameter("words", List.of("a", "b"), "words"),
                        new Parameter("none", List.of(), "nothing")),
                List.of("x-old-name"),
                Optional.of("Nobody asks.")));
        Gap denied = new Gap(
                Gap.Cause.DENIED,
                "s3:GetBucketAcl",
                Optional.of("s3:GetBucketAcl"),
                Optional.of(Gap.Blame.SERVICE_CONTROL_POLICY),
                "with an explicit deny");
        Gap failed = new Gap(Gap.Cause.FAILED, "s3:GetBucketAcl", Optional.empty(), "");
        Coverage coverage = new Coverage(
                List.of(
                        new Coverage.Listing("111122223333", "eu-west-1", "AWS::EC2::Volume", Optional.empty()),
                        new Coverage.Listing("111122223333", "eu-west-2", "AWS::EC2::Volume", Optional.empty()),
                        new Coverage.Listing("111122223333", "eu-west-3", "AWS::EC2::Volume", Optional.empty()),
                        new Coverage.Listing("111122223333", "eu-west-1", "AWS::S3::Bucket", Optional.empty()),
                        new Coverage.Listing("111122223333", "eu-west-2", "AWS::S3::Bucket", Optional.of(failed)),
                        new Coverage.Listing("111122223333", "eu-west-3", "AWS::S3::Bucket", Optional.empty()),
                        new Coverage.Listing("444455556666", "eu-west-3", "AWS::S3::Bucket", Optional.empty())),
                List.of(
                        new Coverage.Calls("111122223333", "eu-west-1", "s3:GetBucketAcl", 1, List.of()),
                        new Coverage.Calls("111122223333", "eu-west-2", "s3:GetBucketAcl", 1, List.of()),
                        new Coverage.Calls(
                                "111122223333",
                                "eu-west-3",
                                "s3:GetBucketAcl",
                                1,
                                List.of(
                                        new Coverage.Refusal(Optional.of(new Arn("arn:aws:s3:::a")), denied),
                                        new Coverage.Refusal(Optional.of(new Arn("arn:aws:s3:::b")), denied),
                                        new Coverage.Refusal(Optional.empty(), denied),
                                        new Coverage.Refusal(Optional.empty(), denied),
                                        new Coverage.Refusal(Optional.of(new Arn("arn:aws:s3:::b")), failed),
                                        new Coverage.Refusal(Optional.of(new Arn("arn:aws:s3:::a")), denied))),
                        new Coverage.Calls("111122223333", "eu-west-4", "s3:GetBucketAcl", 1, List.of()),
                        new Coverage.Calls("111122223333", "eu-west-4", "s3:GetBucketAcl", 2, List.of())));
        return new AuditResult(
                small.toolVersion(),
                Instant.parse("2026-01-01T00:00:00.123456789Z"),
                small.accounts(),
                coverage,
                checks,
                small.frameworks(),
                findings,
                small.resources(),
                List.of(
                        new SuppressionUse(everything, 1, OptionalLong.of(4), true),
                        new SuppressionUse(forEver, 0, OptionalLong.empty(), true),
                        new SuppressionUse(everything, 0, OptionalLong.of(-4), false)),
                Optional.of(new Comparison(EARLIER, List.of(gone), List.of(gone, findings.get(3)))),
                List.of());
    }

    static String written(AuditResult result) {
        return Golden.text(new JsonReporter(), result);
    }

    static AuditResult read(String document) {
        return ResultFile.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), "findings.json");
    }

    private static AuditResult withoutInventory(AuditResult result) {
        return new AuditResult(
                result.toolVersion(),
                result.asOf(),
                result.accounts(),
                result.coverage(),
                result.checks(),
                result.frameworks(),
                result.findings(),
                result.resources(),
                result.suppressions(),
                result.comparison(),
                List.of());
    }
}

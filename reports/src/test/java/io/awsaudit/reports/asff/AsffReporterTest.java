package io.awsaudit.reports.asff;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.Compared;
import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AsffReporterTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** "The maximum allowed size for a finding is 240 Kb." */
    private static final int SIZE = 240 * 1024;

    static Stream<AuditResult> results() {
        return Stream.of(Samples.small(), Samples.hostile(), Samples.large(2_000), Compared.small(), full());
    }

    @Test
    void theSmallResultLooksLikeThis() {
        Golden.assertThatTextIs("findings.asff.json", Golden.text(new AsffReporter(true), Compared.small()));
    }

    @ParameterizedTest
    @MethodSource("results")
    void aFindingIsAsTheServiceModelAsks(AuditResult result) {
        Set<String> accounts =
                result.accounts().stream().map(Inventory.AccountScope::id).collect(Collectors.toSet());
        boolean hostile = !accounts.stream().allMatch(id -> id.matches("\\d{12}"));
        assertThat(findings(true, result)).isNotEmpty().allSatisfy(finding -> {
            if (hostile) { // such an account has no Security Hub
                ((ObjectNode) finding).put("AwsAccountId", "111122223333");
            }
            assertThat(Model.mistakes(finding)).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("results")
    void aFindingIsNotTooLarge(AuditResult result) {
        assertThat(findings(true, result))
                .allSatisfy(finding -> assertThat(finding.toString().getBytes(StandardCharsets.UTF_8).length)
                        .isLessThan(SIZE));
    }

    @Test
    void theModelRefusesWhatIsWrong() {
        ObjectNode finding = (ObjectNode) findings(true, Samples.small()).get(0);
        assertThat(Model.mistakes(finding.deepCopy().put("Title", "x".repeat(257))))
                .isNotEmpty();
        assertThat(Model.mistakes(finding.deepCopy().put("Title", " "))).isNotEmpty();
        assertThat(Model.mistakes(finding.deepCopy().put("Title", "one\ntwo"))).isNotEmpty();
        assertThat(Model.mistakes(finding.deepCopy().put("RecordState", "OPEN")))
                .isNotEmpty();
        assertThat(Model.mistakes(finding.deepCopy().put("Invented", "x"))).isNotEmpty();
        assertThat(Model.mistakes(finding.deepCopy().put("AwsAccountId", "1"))).isNotEmpty();
        ObjectNode untitled = finding.deepCopy();
        untitled.remove("Title");
        assertThat(Model.mistakes(untitled)).isNotEmpty();
        ObjectNode fields = finding.deepCopy();
        ((ObjectNode) fields.path("ProductFields")).put("x".repeat(129), "y");
        assertThat(Model.mistakes(fields)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("results")
    void anIdIsUsedOnceInAnAccountAndRegion(AuditResult result) {
        Set<String> ids = new HashSet<>();
        assertThat(findings(true, result))
                .allMatch(finding -> ids.add(finding.path("ProductArn").asString()
                        + finding.path("Id").asString()));
    }

    @ParameterizedTest
    @MethodSource("results")
    void findingsForOneHubStandTogether(AuditResult result) {
        List<String> hubs = new ArrayList<>();
        findings(true, result).forEach(finding -> {
            String hub = finding.path("ProductArn").asString();
            if (hubs.isEmpty() || !hubs.get(hubs.size() - 1).equals(hub)) {
                hubs.add(hub);
            }
        });
        assertThat(hubs).doesNotHaveDuplicates();
    }

    @Test
    void aTypeHasTheNameThatSecurityHubGivesIt() {
        Set<String> known = new TreeSet<>(Model.resourceTypes());
        known.add("AwsAccount"); // not in the API, but in Security Hub's own findings
        assertThat(known).containsAll(ResourceTypes.names().values());
        Map<String, String> bySpelling = new TreeMap<>();
        known.forEach(name -> bySpelling.put(name.toLowerCase(Locale.ROOT), name));
        assertThat(io.awsaudit.inventory.ResourceTypes.all().stream()
                        .map(io.awsaudit.inventory.ResourceTypes::nameOf)
                        .filter(type -> bySpelling.containsKey(spelling(type))))
                .hasSizeGreaterThan(50)
                .allSatisfy(type -> assertThat(ResourceTypes.nameOf(type)).isEqualTo(bySpelling.get(spelling(type))));
        assertThat(ResourceTypes.nameOf("AWS::EC2::InternetGateway")).isEqualTo("Other");
    }

    private static String spelling(String type) {
        return type.replace("::", "").toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @CsvSource({
        "FAIL, FAILED, CRITICAL",
        "UNKNOWN, WARNING, CRITICAL",
        "MANUAL, WARNING, LOW",
        "PASS, PASSED, INFORMATIONAL",
        "NOT_APPLICABLE, NOT_AVAILABLE, INFORMATIONAL"
    })
    void aVerdictHasItsStatusAndSeverity(Verdict verdict, String status, String label) {
        assertThat(findings(true, Samples.small()))
                .filteredOn(finding -> finding.path("ProductFields")
                        .path("aws-audit/Verdict")
                        .asString()
                        .equals(verdict.word()))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(
                                finding.path("Compliance").path("Status").asString())
                        .isEqualTo(status))
                .anySatisfy(finding -> assertThat(
                                finding.path("Severity").path("Label").asString())
                        .isEqualTo(label))
                .allSatisfy(finding -> assertThat(
                                finding.path("FindingProviderFields").path("Severity"))
                        .isEqualTo(finding.path("Severity")));
    }

    @Test
    void whatIsUnknownSaysWhy() {
        assertThat(findings(false, Samples.small()))
                .filteredOn(finding ->
                        finding.path("Compliance").path("Status").asString().equals("WARNING"))
                .extracting(finding -> finding.path("Compliance")
                        .path("StatusReasons")
                        .path(0)
                        .path("ReasonCode")
                        .asString())
                .containsExactlyInAnyOrder("MANUAL", "TIMED_OUT", "DENIED");
    }

    @Test
    void whatIsFixedOrGoneIsArchivedAndTheRestActive() {
        Map<String, Set<String>> states = new TreeMap<>();
        findings(false, Compared.small())
                .forEach(finding -> states.computeIfAbsent(
                                finding.path("RecordState").asString(), state -> new TreeSet<>())
                        .add(finding.path("Compliance").path("Status").asString() + " "
                                + finding.path("Resources").path(0).path("Id").asString()));
        assertThat(states.get("ARCHIVED"))
                .containsExactly(
                        "NOT_AVAILABLE arn:aws:s3:::old-data",
                        "PASSED arn:aws:ec2:eu-west-1:111122223333:volume/vol-1");
        assertThat(states.get("ACTIVE")).allMatch(state -> state.startsWith("FAILED ") || state.startsWith("WARNING "));
    }

    @Test
    void whatIsAcceptedIsSuppressedWithANote() {
        assertThat(findings(false, Samples.small()))
                .filteredOn(finding -> finding.has("Workflow"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path("Workflow").path("Status").asString())
                            .isEqualTo("SUPPRESSED");
                    assertThat(finding.path("Note").path("Text").asString())
                            .isEqualTo("Logs are written once. (until 2026-06-30)");
                    assertThat(finding.path("Note").path("UpdatedBy").asString())
                            .isEqualTo("platform@example.com");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aws        | eu-west-1,us-east-1       | us-east-1
            aws        | eu-west-1,eu-central-1    | eu-central-1
            aws        |                           | us-east-1
            aws-cn     | cn-north-1,cn-northwest-1 | cn-north-1
            aws-us-gov | us-gov-east-1             | us-gov-east-1
            """)
    void whatBelongsToNoRegionGoesToTheHomeOfItsPartitionOrTheFirstRegion(
            String partition, String regions, String region) {
        AuditResult small = Samples.small();
        AuditResult result = with(
                small,
                List.of(new Inventory.AccountScope(
                        "111122223333", partition, regions == null ? List.of() : List.of(regions.split(",")))),
                small.findings());
        assertThat(findings(true, result))
                .filteredOn(finding -> finding.path("Resources")
                        .path(0)
                        .path("Type")
                        .asString()
                        .equals("AwsAccount"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path("ProductArn").asString())
                            .isEqualTo("arn:" + partition + ":securityhub:" + region
                                    + ":111122223333:product/111122223333/default");
                    assertThat(finding.path("Id").asString()).contains("/global/");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``            | -
            ` \t `        | -
            `a\r\n  b\tc` | a b c
            `\u202ea`     | \\u202ea
            """)
    void aLineIsOneLineAndNeverBlank(String text, String line) {
        assertThat(Line.of(text, 64)).isEqualTo(line);
    }

    @Test
    void aLineIsCutByBytesAndSaysSo() {
        for (String character : List.of("a", "é", "語", "😀", "\u202e", "\"")) {
            String line = Line.of(character.repeat(3_000), 256);
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isBetween(246, 256);
            assertThat(line).matches(".* \\.\\.\\. \\(cut, [\\d,]+ characters\\)");
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(line)).isTrue();
        }
    }

    @Test
    void aTagWithoutAValueIsADetail() {
        Finding.Subject bucket = new Finding.Subject(
                new Arn("arn:aws:s3:::b"),
                "AWS::S3::Bucket",
                "111122223333",
                "eu-west-1",
                "b",
                Map.of("owner", "data", "temporary", ""));
        JsonNode resource =
                findings(false, one(bucket, List.of())).get(0).path("Resources").path(0);
        assertThat(resource.path("Tags").toString()).isEqualTo("{\"owner\":\"data\"}");
        assertThat(resource.path("Details")
                        .path("Other")
                        .path("TagsWithoutValue")
                        .asString())
                .isEqualTo("temporary");
    }

    /** A finding all of whose texts are as long as AWS lets them be, of characters that JSON has to escape. */
    private static AuditResult full() {
        String text = "\"\\".repeat(2_000);
        Arn arn = new Arn("arn:aws:s3:::" + text);
        return one(
                new Finding.Subject(
                        arn,
                        "AWS::S3::Bucket",
                        "111122223333",
                        "eu-west-1",
                        text,
                        IntStream.range(0, 60)
                                .boxed()
                                .collect(Collectors.toMap(
                                        i -> "k" + i + text.substring(0, 120), i -> text.substring(0, 256)))),
                IntStream.range(0, 100)
                        .mapToObj(i -> new Evidence(arn, "p" + i, text))
                        .toList());
    }

    private static AuditResult one(Finding.Subject subject, List<Evidence> evidence) {
        AuditResult small = Samples.small();
        Finding like = small.findings().stream()
                .filter(Finding::isOpenFailure)
                .findFirst()
                .orElseThrow();
        return with(
                small,
                small.accounts(),
                List.of(new Finding(
                        like.checkId(),
                        like.status(),
                        like.severity(),
                        subject,
                        evidence.isEmpty() ? "It fails." : evidence.get(0).seen(),
                        evidence,
                        List.of(),
                        List.of(),
                        "0".repeat(32),
                        Optional.empty())));
    }

    private static AuditResult with(AuditResult like, List<Inventory.AccountScope> accounts, List<Finding> findings) {
        return new AuditResult(
                like.toolVersion(),
                like.asOf(),
                accounts,
                new Coverage(List.of(), List.of()),
                like.checks(),
                like.frameworks(),
                findings,
                1);
    }

    private static List<JsonNode> findings(boolean includePassed, AuditResult result) {
        return MAPPER.readTree(Golden.text(new AsffReporter(includePassed), result))
                .path("Findings")
                .valueStream()
                .toList();
    }
}

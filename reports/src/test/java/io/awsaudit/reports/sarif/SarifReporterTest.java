package io.awsaudit.reports.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReporterTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Schema SCHEMA = schema();

    static Stream<AuditResult> results() {
        return Stream.of(Samples.small(), Samples.hostile(), Samples.large(2_000));
    }

    @Test
    void theSmallResultLooksLikeThis() {
        Golden.assertThatTextIs("findings.sarif", Golden.text(new SarifReporter(false), Samples.small()));
    }

    @ParameterizedTest
    @MethodSource("results")
    void theLogIsValidByTheStandard(AuditResult result) {
        for (boolean includePassed : List.of(false, true)) {
            assertThat(SCHEMA.validate(Golden.text(new SarifReporter(includePassed), result), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("results")
    void gitHubCanReadIt(AuditResult result) {
        Set<String> categories = new HashSet<>();
        for (JsonNode run : log(true, result).path("runs")) {
            assertThat(categories.add(run.path("automationDetails").path("id").asString()))
                    .isTrue();
            for (JsonNode rule : run.path("tool").path("driver").path("rules")) {
                assertThat(rule.path("shortDescription").path("text").asString())
                        .isNotEmpty();
                assertThat(rule.path("fullDescription").path("text").asString()).isNotEmpty();
                assertThat(rule.path("help").path("text").asString()).isNotEmpty();
                assertThat(rule.path("properties").path("tags").size()).isBetween(1, 10);
            }
            for (JsonNode found : run.path("results")) {
                JsonNode place = found.path("locations").path(0).path("physicalLocation");
                URI uri = URI.create(place.path("artifactLocation").path("uri").asString());
                assertThat(uri.isAbsolute()).isFalse();
                assertThat(uri.normalize()).isEqualTo(uri);
                assertThat(uri.getRawPath()).startsWith("aws/");
                assertThat(place.path("region").path("startLine").asInt()).isEqualTo(1);
                assertThat(found.path("message").path("text").asString()).isNotEmpty();
                assertThat(found.path("partialFingerprints")
                                .path("primaryLocationLineHash")
                                .asString())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void aRuleIndexLeadsToTheRule() {
        JsonNode run = log(true, Samples.small()).path("runs").path(0);
        assertThat(run.path("results"))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(run.path("tool")
                                .path("driver")
                                .path("rules")
                                .path(found.path("ruleIndex").asInt())
                                .path("id"))
                        .isEqualTo(found.path("ruleId")));
    }

    @ParameterizedTest
    @MethodSource("results")
    void everyReferenceLeadsToWhatItNames(AuditResult result) {
        for (JsonNode run : log(true, result).path("runs")) {
            JsonNode driver = run.path("tool").path("driver");
            JsonNode taxonomies = run.path("taxonomies");
            assertThat(taxonomies.size()).isEqualTo(result.frameworks().size());
            for (JsonNode supported : driver.path("supportedTaxonomies")) {
                assertThat(taxonomies.path(supported.path("index").asInt()).path("name"))
                        .isEqualTo(supported.path("name"));
            }
            for (JsonNode rule : driver.path("rules")) {
                for (JsonNode relationship : rule.path("relationships")) {
                    JsonNode target = relationship.path("target");
                    JsonNode taxonomy = taxonomies.path(
                            target.path("toolComponent").path("index").asInt());
                    assertThat(taxonomy.path("name"))
                            .isEqualTo(target.path("toolComponent").path("name"));
                    assertThat(taxonomy.path("taxa")
                                    .path(target.path("index").asInt())
                                    .path("id"))
                            .isEqualTo(target.path("id"));
                }
            }
            for (JsonNode notification : run.path("invocations").path(0).path("toolExecutionNotifications")) {
                JsonNode descriptor = notification.path("descriptor");
                assertThat(driver.path("notifications")
                                .path(descriptor.path("index").asInt())
                                .path("id"))
                        .isEqualTo(descriptor.path("id"));
                if (notification.has("associatedRule")) {
                    JsonNode rule = notification.path("associatedRule");
                    assertThat(driver.path("rules")
                                    .path(rule.path("index").asInt())
                                    .path("id"))
                            .isEqualTo(rule.path("id"));
                }
            }
        }
    }

    @Test
    void aRulePointsToEachControlThatAsksForIt() {
        JsonNode rule = log(false, Samples.small())
                .path("runs")
                .path(0)
                .path("tool")
                .path("driver")
                .path("rules")
                .path(2);
        assertThat(rule.path("relationships").toString()).isEqualTo("""
                [{"target":{"id":"1.3","index":2,"toolComponent":{"name":"cis-aws-5.0","index":0}},"kinds":["relevant"]},\
                {"target":{"id":"1.3","index":2,"toolComponent":{"name":"aws-well-architected","index":1}},\
                "kinds":["relevant"]}]""");
    }

    @Test
    void whatWasSeenAndTheWayThereStandInTheResult() {
        JsonNode found =
                log(false, Samples.small()).path("runs").path(0).path("results").path(0);
        assertThat(found.path("relatedLocations")
                        .valueStream()
                        .map(place -> place.path("message").path("text").asString()))
                .as("what the message tells of the resource itself is not told twice")
                .containsExactly("acl = AllUsers READ");
        assertThat(found.path("message").path("text").asString())
                .contains("policy = Allow * s3:GetObject")
                .doesNotContain("acl = AllUsers READ");
        assertThat(found.path("codeFlows")
                        .path(0)
                        .path("threadFlows")
                        .path(0)
                        .path("locations")
                        .valueStream()
                        .map(step -> step.path("location")
                                        .path("physicalLocation")
                                        .path("artifactLocation")
                                        .path("uri")
                                        .asString()
                                + ": "
                                + step.path("location")
                                        .path("message")
                                        .path("text")
                                        .asString()))
                .containsExactly(
                        "aws/111122223333/eu-west-1/S3/Bucket/open-data: open-data",
                        "aws/111122223333/eu-west-1/S3/Bucket/logs: open-data logs to logs");
    }

    @Test
    void whatWasNotCollectedHasAPlaceToo() {
        Finding.Subject near = new Finding.Subject(new Arn("arn:x"), "AWS::S3::Bucket", "1", "r", "n", Map.of());
        assertThat(Places.uri(new Arn("arn:aws:kms:eu-west-1:999988887777:key/0abc"), near))
                .isEqualTo("aws/999988887777/eu-west-1/kms/key/0abc");
        assertThat(Places.uri(new Arn("arn:aws:s3:::theirs"), near)).isEqualTo("aws/1/global/s3/theirs");
    }

    @Test
    void problemsAreListedAndTheRestOnRequest() {
        assertThat(kinds(false)).containsOnlyKeys("fail", "open", "review");
        assertThat(kinds(true)).containsOnlyKeys("fail", "open", "review", "pass", "notApplicable");
    }

    @Test
    void onlyWhatFailsHasALevel() {
        assertThat(kinds(true)).allSatisfy((kind, levels) -> {
            if (kind.equals("fail")) {
                assertThat(levels).doesNotContain("none");
            } else {
                assertThat(levels).containsOnly("none");
            }
        });
    }

    @Test
    void onlySecurityHasASecuritySeverity() {
        JsonNode rules = log(false, Samples.small())
                .path("runs")
                .path(0)
                .path("tool")
                .path("driver")
                .path("rules");
        assertThat(rules).allSatisfy(rule -> {
            boolean security = rule.path("properties")
                    .path("tags")
                    .valueStream()
                    .anyMatch(tag -> tag.asString().equals("security"));
            assertThat(rule.path("properties").has("security-severity")).isEqualTo(security);
        });
    }

    @Test
    void notificationsAreBoundedAndSaySo() {
        AuditResult small = Samples.small();
        String account = small.accounts().get(0).id();
        List<Coverage.Calls> calls = IntStream.range(0, 150)
                .mapToObj(i -> new Coverage.Calls(
                        account,
                        "eu-west-1",
                        "s3:Get" + i,
                        0,
                        List.of(new Coverage.Refusal(
                                Optional.empty(), new Gap(Gap.Cause.DENIED, "s3:Get" + i, Optional.empty(), "")))))
                .toList();
        AuditResult result = new AuditResult(
                small.toolVersion(),
                small.asOf(),
                small.accounts(),
                new Coverage(List.of(), calls),
                small.checks(),
                small.frameworks(),
                List.of(),
                small.resources());
        JsonNode notifications = log(false, result)
                .path("runs")
                .path(0)
                .path("invocations")
                .path(0)
                .path("toolExecutionNotifications");
        assertThat(notifications.size()).isEqualTo(101);
        assertThat(notifications.path(100).path("descriptor").path("id").asString())
                .isEqualTo("left-out/notifications");
        assertThat(notifications.path(100).path("message").path("text").asString())
                .startsWith("And 50 more");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arn:aws:s3:::logs                                        | AWS::S3::Bucket      | aws/1/r/S3/Bucket/logs
            arn:aws:ec2:r:1:volume/vol-1                             | AWS::EC2::Volume     | aws/1/r/EC2/Volume/vol-1
            arn:aws:iam::1:role/team/deploy                          | AWS::IAM::Role       | aws/1/r/IAM/Role/team/deploy
            arn:aws:logs:r:1:log-group:/aws/lambda/f                 | AWS::Logs::LogGroup  | aws/1/r/Logs/LogGroup/aws/lambda/f
            arn:aws:rds:r:1:snapshot:rds:db-1                        | AWS::RDS::DBSnapshot | aws/1/r/RDS/DBSnapshot/rds%3Adb-1
            arn:aws:x:r:1:thing/../../a b/ü                          | AWS::::Account       | aws/1/r/Account/__/__/a%20b/%C3%BC
            nonsense                                                 | Own::Type            | aws/1/r/Own/Type
            """)
    void aResourceHasAPathMadeOfItsArn(String arn, String type, String path) {
        assertThat(Places.uri(new Finding.Subject(new Arn(arn), type, "1", "r", "a name", Map.of())))
                .isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [\"a\", \"b\"] and {\"c\": 1} | [\"a\", \"b\"] and {\"c\": 1}
            see [here](https://evil)      | see [here\\](https://evil)
            {0} and {x}                   | {{0}} and {x}
            """)
    void aMessageHasNoLinksAndNoPlaceholders(String text, String message) {
        assertThat(Message.plain(text)).isEqualTo(message);
    }

    private static Map<String, Set<String>> kinds(boolean includePassed) {
        Map<String, Set<String>> kinds = new java.util.TreeMap<>();
        log(includePassed, Samples.small())
                .path("runs")
                .path(0)
                .path("results")
                .forEach(found -> kinds.computeIfAbsent(found.path("kind").asString(), kind -> new HashSet<>())
                        .add(found.path("level").asString()));
        return kinds;
    }

    private static JsonNode log(boolean includePassed, AuditResult result) {
        return MAPPER.readTree(Golden.text(new SarifReporter(includePassed), result));
    }

    private static Schema schema() {
        try (InputStream in = SarifReporterTest.class.getResourceAsStream("/sarif/sarif-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.reports.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts whose texts are written against those who read the reports: every report stays valid, and inert. */
final class HostileAccountTest {
    private static final Region HOME = Region.US_EAST_1;
    private static final String SERVICES = "dynamodb,ec2,rds,s3,sns";
    private static final JsonMapper JSON = new JsonMapper();

    /** What XML can carry, and so EC2's API. */
    private static final String MARKUP =
            "=cmd|' /C calc'!A0 </script><script>alert(document.title='owned')</script><!--<script>"
                    + "<img src=x onerror=alert(1)> ]]> \"'`\\ &lt; {{data}} {0} ${x} [link](https://evil.example) | **bold** "
                    + "\u202egnp.exe\u202c \u2066isolated\u2069 zero\u200bwidth\ufeff \u2028\u2029\u0085";

    /** What only JSON can carry: terminal escapes, a backspace, a carriage return, NUL, and halves of surrogate pairs. */
    private static final String ALL = MARKUP
            + "\u001b[2J\u001b[31m\u001b]8;;https://evil.example\u0007x\u001b]8;;\u0007\u001b]52;c;cm0gLXJmIH4=\u0007\u009b8m\u009d0;t\u009c"
            + "\b\b\b\rover\nline\ttab\u0000\u007f \ud800 alone \udc00";

    @TempDir
    private Path folder;

    @Test
    void reportsOfAHostileAccountAreValidAndInert() throws IOException, InterruptedException {
        try (AwsEmulator emulator = Emulators.empty()) {
            seed(emulator);
            Program.Run run = Program.in(folder, emulator)
                    .run(
                            "scan",
                            "--service",
                            SERVICES,
                            "--regions",
                            HOME.id(),
                            "--snapshot",
                            "live.snapshot",
                            "--fail-on",
                            "never",
                            "--allow-unknown",
                            "--include-passed",
                            "--format",
                            "console,json,sarif,html",
                            "--output",
                            "live");
            assertThatItIsInert(run);
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
        assertThatReportsAreValid("live");
        Findings findings = Findings.of(folder.resolve("live/findings.json"));
        assertThat(findings.all())
                .as("what was written against us is there, and judged")
                .anySatisfy(finding -> assertThat(finding.toString()).contains("</script><script>"))
                .anySatisfy(finding ->
                        assertThat(finding.at("/resource/tags").toString()).contains("]52;c;"))
                .anySatisfy(finding -> {
                    assertThat(finding.at("/gaps/0/cause").asString()).isEqualTo("malformed");
                    assertThat(finding.at("/gaps/0/detail").asString()).contains("policy of 2501 statements");
                });
        Program.Run again = evaluate("live.snapshot", "again");
        assertThat(again.exitCode()).as(again.err()).isZero();
        for (String report : List.of("findings.json", "findings.sarif", "report.html")) {
            assertThat(folder.resolve("again").resolve(report))
                    .as("the snapshot is judged as the account was")
                    .hasSameBinaryContentAs(folder.resolve("live").resolve(report));
        }
    }

    @Test
    void reportsOfAHostileSnapshotAreValidInertAndSmall() throws IOException {
        Program.Run collected = Program.in(folder, Emulators.with(SeededAccount.INSECURE))
                .run("collect", "--service", SERVICES, "--regions", HOME.id(), "--snapshot", "tame.snapshot");
        assertThat(collected.exitCode()).as(collected.err()).isZero();
        String tame;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("tame.snapshot")))) {
            tame = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        // The names of the seeded resources stand in ARNs, tags, policies and patterns, too.
        String hostile = tame.replace("insecure-", "insecure-" + escaped(ALL))
                .replaceFirst("\"tags\":\\{", "\"tags\":{\"huge\":\"" + "<b>".repeat(3_500_000) + "\",")
                .replace(",}", "}");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("hostile.snapshot")))) {
            out.write(hostile.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(evaluate("tame.snapshot", "tame").exitCode()).isZero();
        Program.Run run = evaluate("hostile.snapshot", "hostile");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThatItIsInert(run);
        assertThatReportsAreValid("hostile");
        assertThat(names(page("hostile"))).isSubsetOf(names(page("tame")));
        assertThat(verdicts("hostile")).isEqualTo(verdicts("tame"));
        assertThat(Files.size(folder.resolve("hostile/findings.json")))
                .as("the tag of ten megabytes is not repeated")
                .isLessThan(20 * Files.size(folder.resolve("tame/findings.json")));
    }

    private static void seed(AwsEmulator emulator) throws IOException, InterruptedException {
        Ec2Client ec2 = emulator.client(Ec2Client.builder(), HOME);
        Tag name = Tag.builder().key("Name").value(MARKUP).build();
        Tag key = Tag.builder()
                .key(MARKUP.substring(0, 120))
                .value(MARKUP.substring(120))
                .build();
        ec2.createVolume(request -> request.availabilityZone(HOME + "a")
                .size(1)
                .tagSpecifications(specification ->
                        specification.resourceType(ResourceType.VOLUME).tags(name, key)));
        String vpc =
                ec2.createVpc(request -> request.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        ec2.createSecurityGroup(request -> request.vpcId(vpc).groupName(MARKUP).description(MARKUP));
        S3Client s3 = emulator.client(S3Client.builder(), HOME);
        s3.createBucket(request -> request.bucket("hostile-policy"));
        String statement = """
                {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::hostile-policy/*"}""";
        s3.putBucketPolicy(request -> request.bucket("hostile-policy")
                .policy("{\"Version\": \"2012-10-17\", \"Statement\": [" + (statement + ",").repeat(2_500) + statement
                        + "]}"));
        DynamoDbClient dynamo = emulator.client(DynamoDbClient.builder(), HOME);
        dynamo.createTable(request -> request.tableName("hostile")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute -> attribute.attributeName("id").attributeType(ScalarAttributeType.S))
                .keySchema(schema -> schema.attributeName("id").keyType(KeyType.HASH)));
        // No SDK sends half of a surrogate pair, but JSON can.
        HttpRequest tagging = HttpRequest.newBuilder(emulator.endpoint())
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "DynamoDB_20120810.TagResource")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"ResourceArn": "arn:aws:dynamodb:us-east-1:123456789012:table/hostile",
                         "Tags": [{"Key": "%s", "Value": "%s"}]}
                        """.formatted(escaped(ALL), escaped(ALL))))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(tagging, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** {@return text within a JSON string, in ASCII} */
    private static String escaped(String text) {
        return text.chars()
                .mapToObj(character -> character < ' ' || character > '~' || character == '"' || character == '\\'
                        ? String.format("\\u%04x", character)
                        : String.valueOf((char) character))
                .collect(Collectors.joining());
    }

    private Program.Run evaluate(String snapshot, String output) {
        return Program.in(folder)
                .run(
                        "evaluate",
                        snapshot,
                        "--service",
                        SERVICES,
                        "--fail-on",
                        "never",
                        "--allow-unknown",
                        "--include-passed",
                        "--format",
                        "console,json,sarif,html",
                        "--output",
                        output);
    }

    /** Nothing but our own line ends moves the cursor, and nothing hides. */
    private static void assertThatItIsInert(Program.Run run) {
        assertThat(run.out().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Text.visible(line)).isEqualTo(line));
        assertThat(run.out() + run.err()).doesNotContain("\r", "\tat ", "Exception", "Internal error");
        assertThat(run.err().lines())
                .allSatisfy(line -> assertThat(Text.visible(line)).isEqualTo(line));
    }

    private void assertThatReportsAreValid(String output) throws IOException {
        String findings = text(output, "findings.json");
        assertThat(invalid("../docs/schema/findings.schema.json", findings)).isEmpty();
        String sarif = text(output, "findings.sarif");
        assertThat(invalid("../reports/src/test/resources/sarif/sarif-2.1.0.json", sarif))
                .isEmpty();
        for (String json : List.of(findings, sarif)) {
            assertThat(json.lines())
                    .allSatisfy(line -> assertThat(Text.visible(line)).isEqualTo(line));
        }
        JsonNode results = JSON.readTree(sarif).at("/runs/0/results");
        assertThat(results.size())
                .isEqualTo(JSON.readTree(findings).path("findings").size());
        ReportPage report = ReportPage.of(folder.resolve(output).resolve("report.html"));
        Document page = report.document();
        assertThat(page.select("script:not([type=application/gzip])")).hasSize(1);
        assertThat(page.select("img, iframe, object, embed, link, base, form")).isEmpty();
        assertThat(page.select("a[href]").eachAttr("href"))
                .allMatch(address -> address.startsWith("#") || address.startsWith("https://"))
                .noneMatch(address -> address.startsWith("https://evil"));
        assertThat(names(page)).noneMatch(name -> name.contains("@on"));
        assertThat(JSON.readTree(report.blocks().get("contents"))
                        .at("/findings/check")
                        .size())
                .isEqualTo(results.size());
    }

    private static List<?> invalid(String schema, String json) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of(schema)))
                .validate(json, InputFormat.JSON);
    }

    /** {@return a report, which must be UTF-8} */
    private String text(String output, String report) throws IOException {
        return Files.readString(folder.resolve(output).resolve(report));
    }

    private Document page(String output) {
        return ReportPage.of(folder.resolve(output).resolve("report.html")).document();
    }

    private static Set<String> names(Document page) {
        Set<String> names = new HashSet<>();
        for (Element element : page.getAllElements()) {
            names.add(element.tagName());
            for (Attribute attribute : element.attributes()) {
                names.add(element.tagName() + "@" + attribute.getKey());
            }
        }
        return names;
    }

    /** {@return how many findings there are of each check with each verdict} */
    private Map<String, Long> verdicts(String output) {
        return Findings.of(folder.resolve(output).resolve("findings.json")).all().stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.path("checkId").asString() + " "
                                + finding.path("status").asString(),
                        TreeMap::new,
                        Collectors.counting()));
    }
}

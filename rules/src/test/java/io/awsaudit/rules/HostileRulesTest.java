package io.awsaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that people make in rules of their own, and files that are no rules. */
class HostileRulesTest {
    private static final String RULE = """
            package own.bucket

            import io.awsaudit.inventory.s3.Bucket

            global io.awsaudit.rules.Verdicts verdicts

            rule "own-bucket-named"
            when
                $bucket : Bucket( name() == "x" )
            then
                verdicts.fail( $bucket, "name", $bucket.name() );
            end
            """;
    private static final String METADATA = """
            own-bucket-named:
              resource: AWS::S3::Bucket
              title: Bucket is named
              severity: medium
              pillar: reliability
              why: Because.
              fix: Name it.
              source: https://example.com/
            """;
    private static final String CASES = """
            own-bucket-named:
              - {case: named, given: [{AWS::S3::Bucket: {name: a}}], expect: PASS}
              - {case: not, given: [{AWS::S3::Bucket: {name: x}}], expect: FAIL}
            """;

    private static CaseRunner cases;

    @TempDir
    private Path folder;

    @BeforeAll
    static void withoutAMistakeTheyAreTaken(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("bucket.drl"), RULE);
        Files.writeString(folder.resolve("bucket.yaml"), METADATA);
        Files.writeString(folder.resolve("bucket.cases.yaml"), CASES);
        Catalog catalog = Catalog.builtIn().with(folder);
        assertThat(catalog.check("own-bucket-named")).isPresent();
        cases = new CaseRunner(catalog);
        assertThat(cases.read(folder)).hasSize(2);
    }

    /** What is replaced by what, and what must be said of it. */
    static Stream<Arguments> mistakesInRules() {
        return Stream.of(
                Arguments.of("when", "whem", "bucket.drl, line 8: mismatched input 'whem'"),
                Arguments.of(
                        ": Bucket(",
                        ": Buckt(",
                        "bucket.drl, line 9: there is no class Buckt, or no import of it; did you mean 'Bucket'"),
                Arguments.of("name() ==", "nam ==", "bucket.drl, line 9: 'nam == \"x\"' does not compile"),
                Arguments.of(
                        "verdicts.fail",
                        "verdicts.fial",
                        "bucket.drl, line 11: The method fial(Bucket, String, String) is undefined"),
                Arguments.of(
                        "verdicts.fail( $bucket, \"name\", $bucket.name() )",
                        "int x = \"a\"",
                        "bucket.drl, line 11: Type mismatch"),
                Arguments.of("io.awsaudit.inventory.s3", "io.awsaudit.inventory.s4", "bucket.drl"),
                Arguments.of(
                        "\"own-bucket-named\"",
                        "\"own-bucket-name\"",
                        "bucket.drl, line 7: rule \"own-bucket-name\" belongs to no check: there is no metadata of that id; did you mean 'own-bucket-named'"),
                Arguments.of(
                        "\"own-bucket-named\"",
                        "\"own-bucket-name\"",
                        "bucket.yaml, line 1: check own-bucket-named has no rule of that name"),
                Arguments.of(
                        "$bucket : Bucket( name() == \"x\" )",
                        "$bucket : Bucket( name() == \"x\" )\n    not io.awsaudit.inventory.iam.Entity()",
                        "check own-bucket-named has a rule that matches Entity, which stands for several types"),
                Arguments.of("end", "", "bucket.drl"),
                Arguments.of("name() == \"x\"", "(".repeat(3000) + "true" + ")".repeat(3000), ""),
                Arguments.of(RULE, "", "bucket.yaml, line 1: check own-bucket-named has no rule of that name"),
                Arguments.of("package", "\0", "bucket.drl, line 1: holds a zero byte"));
    }

    @ParameterizedTest
    @MethodSource("mistakesInRules")
    void aMistakeInARuleIsNamedWithItsLine(String right, String wrong, String message) throws IOException {
        write(RULE.replace(right, wrong), METADATA);
        assertThatItSays(message);
    }

    /** What is replaced by what, and what must be said of it. */
    static Stream<Arguments> mistakesInMetadata() {
        return Stream.of(
                Arguments.of(
                        "title",
                        "titel",
                        "line 3: there is no property 'titel' (own-bucket-named.titel); did you mean 'title'"),
                Arguments.of("  title: Bucket is named\n", "", "line 1: own-bucket-named: needs 'title'"),
                Arguments.of(
                        "severity: medium",
                        "severity: awful",
                        "line 4: 'own-bucket-named.severity': 'awful' is not one of critical, high, medium, low"),
                Arguments.of("severity: medium", "severity:", "line 1: own-bucket-named: needs 'severity'"),
                Arguments.of(
                        "pillar: reliability",
                        "pillar: speed",
                        "line 1: own-bucket-named: there is no pillar 'speed'; there are: "),
                Arguments.of("AWS::S3::Bucket", "AWS::S3::Pail", "there is no resource type 'AWS::S3::Pail'"),
                Arguments.of("why: Because.", "why: [a, b]", "line 6: 'own-bucket-named.why': must be a text"),
                Arguments.of(
                        "fix: Name it.",
                        "reads: [nothing]\n  fix: a",
                        "line 1: check own-bucket-named reads 'nothing', which is no Observed component"),
                Arguments.of(
                        "fix: Name it.",
                        "reads: [null]\n  fix: a",
                        "line 1: own-bucket-named: an item of a list is empty"),
                Arguments.of(
                        "fix: Name it.",
                        "follows: [likes]\n  fix: a",
                        "line 1: check own-bucket-named follows 'likes', which is no relation"),
                Arguments.of(
                        "fix: Name it.",
                        "parameters: {days: }\n  fix: a",
                        "line 1: own-bucket-named: parameter 'days' needs 'default' and 'about'"),
                Arguments.of(
                        "fix: Name it.",
                        "parameters: {days: {default: {a: b}, about: c}}\n  fix: a",
                        "parameter 'days' must have a number"),
                Arguments.of(
                        "own-bucket-named",
                        "s3-bucket-versioning-enabled",
                        "line 1: check s3-bucket-versioning-enabled exists already, built in"),
                Arguments.of(METADATA, "own-bucket-named:\n", "line 1: own-bucket-named: has nothing below it"),
                Arguments.of(METADATA, "- a\n", "line 1: must be an object"),
                Arguments.of(METADATA, "text", "line 1: must be an object"),
                Arguments.of(METADATA, "", "bucket.yaml: is empty; fill it"),
                Arguments.of(METADATA, "# later\n", "bucket.yaml: is empty; fill it"),
                Arguments.of(METADATA, METADATA + METADATA, "line 9: it is no YAML: Duplicate"),
                Arguments.of("Because.", "*a", "line 6: aliases such as *a"),
                Arguments.of("Because.", "!!java.net.URL [a]", "line 6: tags such as"),
                Arguments.of("Because.", "[".repeat(10_000), "nested too deeply"),
                Arguments.of("Because.", "[a", "it is no YAML"));
    }

    @ParameterizedTest
    @MethodSource("mistakesInMetadata")
    void aMistakeInMetadataIsNamedWithItsLine(String right, String wrong, String message) throws IOException {
        write(RULE, METADATA.replace(right, wrong));
        assertThatItSays(message);
    }

    /** What is replaced by what, and what must be said of it. */
    static Stream<Arguments> mistakesInCases() {
        return Stream.of(
                Arguments.of(
                        "own-bucket-named",
                        "own-bucket-name",
                        "line 1: there is no check own-bucket-name; did you mean 'own-bucket-named'"),
                Arguments.of("expect: PASS", "expect: GOOD", "case 'named': there is no verdict GOOD"),
                Arguments.of(
                        ", expect: PASS", "", "line 1: a case of own-bucket-named lacks 'case', its name, or 'expect'"),
                Arguments.of("expect: PASS", "expct: PASS", "line 2: there is no property 'expct'"),
                Arguments.of(
                        "AWS::S3::Bucket: {name: a}",
                        "AWS::S3::Pail: {name: a}",
                        "case 'named': there is no resource type 'AWS::S3::Pail'"),
                Arguments.of("{name: a}", "{colour: red}", "case 'named': there is no property 'colour'"),
                Arguments.of("[{AWS::S3::Bucket: {name: a}}]", "[null]", "an item of 'given' is empty"),
                Arguments.of("[{AWS::S3::Bucket: {name: a}}]", "5", "line 2: "),
                Arguments.of(CASES, "own-bucket-named:\n", "line 1: own-bucket-named has no cases"),
                Arguments.of(CASES, "own-bucket-named: [null]\n", "lacks 'case'"),
                Arguments.of(CASES, "[1]\n", "line 1: must be an object"));
    }

    @ParameterizedTest
    @MethodSource("mistakesInCases")
    void aMistakeInCasesIsNamedWithItsLine(String right, String wrong, String message) throws IOException {
        Files.writeString(folder.resolve("bucket.cases.yaml"), CASES.replace(right, wrong));
        assertThatThrownBy(() -> cases.read(folder))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("bucket.cases.yaml")
                .hasMessageContaining(message)
                .satisfies(HostileRulesTest::isForPeople);
    }

    @Test
    void aDirectoryWithoutRulesIsRefused() {
        assertThatItSays("No rules in " + folder);
    }

    @Test
    void filesThatAreNoTextsAreRefusedTogether() throws IOException {
        Files.write(folder.resolve("a.drl"), new byte[] {'r', '\n', (byte) 0xc3});
        Files.createDirectory(folder.resolve("b.drl"));
        Files.write(folder.resolve("c.drl"), new byte[3 << 20]);
        assertThatItSays("a.drl, line 2: is no UTF-8");
        assertThatItSays("b.drl: is a directory");
        assertThatItSays("c.drl: is larger than 2 MiB");
        Files.createSymbolicLink(folder.resolve("d.yaml"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("e.yaml"), folder.resolve("none"));
        assertThatItSays("d.yaml: is a device or a pipe");
        assertThatItSays("e.yaml: there is no such file");
    }

    @Test
    void aFrameworkThatLacksPartsIsRefused() throws IOException {
        write(RULE, METADATA);
        Path file = Files.createDirectory(folder.resolve("frameworks")).resolve("own.yaml");
        for (String text : List.of("", "id: own\n", "id: own\ntitle: a\nsource: b\ncontrols: [null]\n")) {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            assertThatItSays("frameworks/own.yaml");
        }
    }

    private void write(String rule, String metadata) throws IOException {
        Files.writeString(folder.resolve("bucket.drl"), rule);
        Files.writeString(folder.resolve("bucket.yaml"), metadata);
    }

    private void assertThatItSays(String message) {
        assertThatThrownBy(() -> Catalog.builtIn().with(folder))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(message)
                .satisfies(HostileRulesTest::isForPeople);
    }

    private static void isForPeople(Throwable e) {
        assertThat(e.getMessage().lines().toList())
                .hasSizeLessThan(20)
                .allMatch(line -> line.length() < 500 && line.endsWith("."), "short, and a sentence")
                .noneMatch(
                        line -> line.contains("Lambda") || line.contains("tools.jackson") || line.contains("Catalog$"));
    }
}

package io.awsaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.CatalogException;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.Suppressions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationTest {
    private static final Path FILE = Path.of("aws-audit.yaml");
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void everyOptionOfAScanCanStandInTheFile() {
        assertThat(Configuration.optionNames(AwsAudit.commandLine()))
                .containsKeys(
                        "profile",
                        "regions",
                        "endpoint-url",
                        "role-arn",
                        "external-id",
                        "role-session-name",
                        "check",
                        "exclude-check",
                        "service",
                        "severity",
                        "pillar",
                        "framework",
                        "format",
                        "output",
                        "snapshot",
                        "fail-on",
                        "allow-unknown",
                        "rules",
                        "concurrency",
                        "quiet",
                        "verbose")
                .doesNotContainKeys("config", "help", "version");
    }

    @Test
    void aMisspeltKeyIsRefusedWithASuggestion() {
        assertThatThrownBy(() -> read("fail_on: high"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("fail_on")
                .hasMessageContaining("did you mean 'fail-on'");
    }

    @Test
    void suppressionsThatSayTooLittleAreRefusedTogether() {
        assertThatThrownBy(() -> read("""
                        suppressions:
                          - {check: a, resource: '*'}
                          - {check: b, resource: '*', reason: ok}
                          - {check: c, resource: '*', reason: ok, owner: me, expires: soon}
                          - {resource: '*', reason: ok, owner: me}
                          - {check: e, reason: ok, owner: me}
                          - {check: '*', resource: '**', reason: ok, owner: me}
                          - {check: g, account: '1234', reason: ok, owner: me}
                          - {check: h, tag: '=dev', reason: ok, owner: me}
                          - {check: i, resource: '*', reason: ' ', owner: ' '}
                        """))
                .isInstanceOf(UsageException.class)
                .satisfies(
                        e -> assertThat(e.getMessage().lines())
                                .containsExactly(
                                        "aws-audit.yaml, line 2: suppression 1 (a) has no 'reason'; say why the finding is accepted.",
                                        "aws-audit.yaml, line 2: suppression 1 (a) has no 'owner'; say who answers for it, such as a team's address.",
                                        "aws-audit.yaml, line 3: suppression 2 (b) has no 'owner'; say who answers for it, such as a team's address.",
                                        "aws-audit.yaml, line 4: suppression 3 (c): 'expires' must be a date such as 2027-01-31, and is 'soon'.",
                                        "aws-audit.yaml, line 5: suppression 4 needs a 'check'; say which findings it is about, '*' stands for any.",
                                        "aws-audit.yaml, line 6: suppression 5 (e) needs a 'resource', an 'account' or a 'tag'; 'resource: \"*\"' is every resource.",
                                        "aws-audit.yaml, line 7: suppression 6 (*) would accept every finding there is; name a check, or what it is about.",
                                        "aws-audit.yaml, line 8: suppression 7 (g): 'account' must have twelve digits, and is '1234'.",
                                        "aws-audit.yaml, line 9: suppression 8 (h): 'tag' must be such as 'stage=dev' or 'stage', and is '=dev'.",
                                        "aws-audit.yaml, line 10: suppression 9 (i) has no 'reason'; say why the finding is accepted.",
                                        "aws-audit.yaml, line 10: suppression 9 (i) has no 'owner'; say who answers for it, such as a team's address."));
    }

    @Test
    void aSuppressionIsNarrowedByAnyOfResourceAccountAndTag() {
        assertThat(suppressions("""
                        suppressions:
                          - {check: s3-*, resource: '*', reason: ok, owner: me}
                          - {check: s3-*, account: '111122223333', reason: ok, owner: me}
                          - {check: '*', tag: stage=dev, reason: ok, owner: me, expires: 2020-01-31}
                        """).all())
                .extracting(Suppression::resource, Suppression::account, Suppression::tag, Suppression::expires)
                .containsExactly(
                        tuple("*", Optional.empty(), Optional.empty(), Optional.empty()),
                        tuple("*", Optional.of("111122223333"), Optional.empty(), Optional.empty()),
                        tuple("*", Optional.empty(), Optional.of("stage=dev"), Optional.of(LocalDate.of(2020, 1, 31))));
    }

    @Test
    void aSuppressionOfACheckThatIsAlmostOneIsRefused() {
        assertThatThrownBy(() -> suppressions("""
                        suppressions:
                          - {check: s3-bucket-taged, resource: '*', reason: ok, owner: me}
                        """))
                .isInstanceOf(UsageException.class)
                .hasMessage("aws-audit.yaml, line 2: suppression 1 (s3-bucket-taged): there is no check"
                        + " 's3-bucket-taged'; did you mean 's3-bucket-tagged'.");
    }

    @Test
    void aSuppressionOfACheckThatMayBeTheUsersOwnIsMentioned() {
        List<String> said = new ArrayList<>();
        read("suppressions: [{check: s3-bucket-colour-is-green, resource: '*', reason: ok, owner: me}]")
                .suppressions(Optional.empty(), Catalog.builtIn().checks(), said::add, TODAY);
        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("aws-audit.yaml, line 1: suppression 1 (s3-bucket-colour-is-green): there is no check")
                .endsWith("It covers nothing, unless checks of your own bring it (--rules).");
    }

    @Test
    void suppressionsMayStandInAFileOfTheirOwn(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("accepted.yaml"), """
                suppressions:
                  - {check: s3-bucket-tagged, resource: '*', reason: ok, owner: me}
                """);
        assertThat(suppressions("suppressions: " + file).all()).hasSize(1);
        assertThat(read("suppressions: none.yaml")
                        .suppressions(Optional.of(file), Catalog.builtIn().checks(), said -> {}, TODAY)
                        .all())
                .hasSize(1);
        Files.writeString(file, "suppressions:\n  - {check: a, resource: '*', reason: ok}\nprofile: prod\n");
        assertThatThrownBy(() -> suppressions("suppressions: " + file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("accepted.yaml, line 3: there is 'profile' where only 'suppressions' may stand.")
                .hasMessageContaining("accepted.yaml, line 2: suppression 1 (a) has no 'owner'");
        assertThatThrownBy(() -> suppressions("suppressions: none.yaml"))
                .isInstanceOf(UsageException.class)
                .hasMessage("none.yaml: there is no such file.");
    }

    @Test
    void brokenYamlIsNamedWithItsLine() {
        assertThatThrownBy(() -> read("profile: prod\nregions: [a"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("aws-audit.yaml, line 2");
        assertThatThrownBy(() -> read("profile: a\nprofile: b"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("line 2");
    }

    /** A mistake, and what must be said of it; the file holds nothing else. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("- a", "line 1: must hold options"),
                Arguments.of("just a text", "line 1: must hold options"),
                Arguments.of("quiet: true\nprofil: x", "line 2: there is no option 'profil'; did you mean 'profile'."),
                Arguments.of(
                        "quiet: true\nregions: 5",
                        "line 2: 'regions' must be a text or a list of texts, and is '5'; put"),
                Arguments.of("regions: [a, 5]", "line 1: 'regions' must be a list of texts, and is '5'"),
                Arguments.of("regions:\n  - a\n  -\n", "line 3: 'regions' must be a list of texts, and has no value"),
                Arguments.of("regions: [[a]]", "'regions' must be a list of texts, and is a list"),
                Arguments.of("regions: {a: b}", "'regions' must be a text or a list of texts, and has keys of its own"),
                Arguments.of("concurrency: many", "line 1: 'concurrency' must be a whole number, and is 'many'."),
                Arguments.of("concurrency: 1.5", "'concurrency' must be a whole number"),
                Arguments.of("concurrency: 99999999999", "'concurrency' must be a whole number"),
                Arguments.of("profile: 123", "'profile' must be a text, and is '123'; put it into quotes"),
                Arguments.of("profile: [a]", "'profile' must be a text, and is a list"),
                Arguments.of("profile:", "'profile' must be a text, and has no value"),
                Arguments.of("quiet: maybe", "'quiet' must be true or false, and is 'maybe'"),
                Arguments.of("quiet: [true]", "'quiet' must be true or false, and is a list"),
                Arguments.of("check: {a: b}", "'check' must be a text or a list of texts"),
                Arguments.of(
                        "quiet: true\nformat: [json, pdf]",
                        "line 2: 'format' knows no 'pdf'; there are: console, json"),
                Arguments.of("severity: worst", "'severity' knows no 'worst'; there are: critical, high, medium, low."),
                Arguments.of("fail-on: ever", "'fail-on' knows no 'ever'"),
                Arguments.of("pillar: speed", "'pillar' knows no 'speed'"),
                Arguments.of("parameters: [a]", "line 1: 'parameters' must hold parameters"),
                Arguments.of("parameters: {a: {b: c}}", "'a' must be a value or a list of values"),
                Arguments.of("parameters: {a: [[b]]}", "'a' must be a value or a list of values"),
                Arguments.of("parameters:\n  a:", "line 2: 'a' must be a value"),
                Arguments.of("checks: [a]", "'checks' must hold checks"),
                Arguments.of("checks:\n  some-check: 5", "line 2: 'some-check' must hold parameters"),
                Arguments.of("suppressions: {check: a}", "line 1: 'suppressions' must be a list"),
                Arguments.of("suppressions:\n  - a", "line 2: suppression 1 must be such as"),
                Arguments.of(
                        "suppressions:\n  - {check: a, resorce: '*', reason: ok}",
                        "line 2: suppression 1 (a) has 'resorce', which is not known; did you mean 'resource'."),
                Arguments.of(
                        "suppressions:\n  - check: a\n    resource: '*'\n    reason: 5",
                        "line 4: suppression 1 (a): 'reason' must be a text"),
                Arguments.of("quiet: true\n\tverbose: true", "line 2: it is no YAML"),
                Arguments.of("quiet: true\nprofile: \u0001", "line 2: holds a control character"),
                Arguments.of("quiet: true\nprofile: !!javax.script.ScriptEngineManager [a]", "line 2: tags such as"),
                Arguments.of("profile: !mine a", "line 1: tags such as"),
                Arguments.of("profile: &p a\nregions: [*p]", "line 2: aliases such as *p are not followed"),
                Arguments.of("a: &a {b: c}\nparameters:\n  <<: *a", "line 3: aliases such as *a"),
                Arguments.of("quiet: true\n---\nquiet: false", "line 3: a second document begins there"),
                Arguments.of("profile: " + "[".repeat(10_000), "nested too deeply"),
                Arguments.of("profile: " + "{a: ".repeat(10_000), "nested too deeply"),
                Arguments.of("- ".repeat(10_000) + "a", "nested too deeply"),
                Arguments.of("profile: \"\u001b[31mred", "line 1: holds a control character"),
                Arguments.of("'\u202ered': 1", "there is no option '?red'"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedWithFileAndLine(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("aws-audit.yaml")
                .hasMessageContaining(message)
                .hasMessageEndingWith(".")
                .satisfies(e -> assertThat(e.getMessage())
                        .hasLineCount(1)
                        .hasSizeLessThan(400)
                        .doesNotContain("io.awsaudit", "java.", "tools.jackson", "\u001b"));
    }

    @Test
    void anAliasBombIsRefusedBeforeItExpands() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'l'; c++) {
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append(("*" + (char) (c - 1) + ", ").repeat(10))
                    .append("]\n");
        }
        assertThatThrownBy(() -> read(bomb.toString()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("line 2: aliases such as *a");
    }

    @Test
    void severalMistakesAreListedTogether() {
        assertThatThrownBy(() -> read("profil: x\nregions: 5\nchecks: 5\nsuppressions: 5"))
                .satisfies(e -> assertThat(e.getMessage().lines().toList())
                        .hasSize(4)
                        .allMatch(line -> line.matches("aws-audit.yaml, line [1-4]: .*")));
    }

    @Test
    void aParameterThatDoesNotFitIsNamedWithItsLine() {
        Configuration configuration = read("""
                parameters:
                  requiredTag: [Owner]
                checks:
                  iam-user-access-key-rotated:
                    maxDays: many
                  iam-user-access-key-rotatet: {maxDays: 5}
                  s3-bucket-tagged: {requiredTags: [12345678901, Owner], requiredTag: Owner}
                """);
        assertThatThrownBy(() -> configuration.settings(Catalog.builtIn().checks()))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining(
                        "aws-audit.yaml, line 2: No check has a parameter 'requiredTag'; did you mean 'requiredTags'.")
                .hasMessageContaining(
                        "aws-audit.yaml, line 5: Parameter maxDays of iam-user-access-key-rotated must be a whole number, and is 'many'.")
                .hasMessageContaining(
                        "aws-audit.yaml, line 6: There is no check 'iam-user-access-key-rotatet' to set parameters of; did you mean 'iam-user-access-key-rotated'.")
                .hasMessageContaining(
                        "aws-audit.yaml, line 7: Parameter requiredTags of s3-bucket-tagged must be a list of texts")
                .hasMessageContaining(
                        "aws-audit.yaml, line 7: Check s3-bucket-tagged has no parameter 'requiredTag'; did you");
    }

    @Test
    void aFileThatIsNoTextOfAReasonableSizeIsRefused(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> find(folder)).hasMessage(folder + ": is a directory; name a file.");
        assertThatThrownBy(() -> find(Path.of("/dev/zero")))
                .hasMessage("/dev/zero: is a device or a pipe; name a file.");
        assertThatThrownBy(() -> find(folder.resolve("none"))).hasMessageStartingWith("There is no configuration file");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("none"));
        assertThatThrownBy(() -> find(link)).hasMessage(link + ": there is no such file.");
        Path file = folder.resolve("file");
        Files.write(file, new byte[] {'a', '\n', (byte) 0xff});
        assertThatThrownBy(() -> find(file)).hasMessage(file + ", line 2: is no UTF-8; save it in that encoding.");
        Files.write(file, new byte[] {'a', '\n', '\n', 0});
        assertThatThrownBy(() -> find(file)).hasMessage(file + ", line 3: holds a zero byte; it is no text.");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(100_000_000);
        }
        assertThatThrownBy(() -> find(file)).hasMessageContaining("is larger than 2 MiB");
    }

    @Test
    void emptyFilesAndOtherEndsOfLinesAreHarmless(@TempDir Path folder) throws IOException {
        assertThat(read("").entries()).isEmpty();
        assertThat(read("# nothing\n---\n").entries()).isEmpty();
        assertThat(read("suppressions:\n").entries()).isEmpty();
        String text = "suppressions:\r\n  - {check: a, resource: '*', reason: ok, owner: me}\r\n";
        assertThat(read(text).entries()).hasSize(1);
        Path marked = Files.writeString(folder.resolve("marked"), "\ufeff" + text);
        assertThat(find(marked).entries()).hasSize(1);
    }

    private static Configuration find(Path file) {
        return Configuration.find(Optional.of(file));
    }

    private static Suppressions suppressions(String text) {
        return read(text).suppressions(Optional.empty(), Catalog.builtIn().checks(), said -> {}, TODAY);
    }

    private static Configuration read(String text) {
        return Configuration.read(FILE, text, Configuration.optionNames(AwsAudit.commandLine()));
    }
}

package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is accepted, from the command that says so to the run that heeds it and the day on which it ends. */
final class SuppressTest {
    private static final String CHECK = "ecr-repository-not-public";
    private static final String[] BECAUSE = {"--reason", "Public by design: see #12", "--owner", "web@example.com"};

    @TempDir
    private Path folder;

    @BeforeEach
    void demonstration() throws IOException {
        try (InputStream in = Class.forName("io.awsaudit.cli.DemoAccount").getResourceAsStream("demo.snapshot")) {
            Files.copy(Objects.requireNonNull(in), folder.resolve("demo.snapshot"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFindingIsAcceptedByItsFingerprintUntilItsDay() throws IOException {
        assertThat(evaluate().exitCode()).isEqualTo(1);
        List<JsonNode> open = failures();
        assertThat(open).isNotEmpty();
        Files.writeString(folder.resolve("aws-audit.yaml"), "# ours\nquiet: false # for now\n");
        for (JsonNode finding : open) {
            Program.Run run = suppress(finding.path("fingerprint").asString().substring(0, 12), "--expires", "30d");
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains(
                            "aws-audit.yaml, line ",
                            CHECK,
                            finding.path("resource").path("arn").asString())
                    .contains("until " + LocalDate.now().plusDays(30));
            assertThat(run.err()).isEmpty();
        }
        String written = Files.readString(folder.resolve("aws-audit.yaml"));
        assertThat(written).startsWith("# ours\nquiet: false # for now\n\nsuppressions:\n  - check: " + CHECK);

        Program.Run accepted = evaluate();
        assertThat(accepted.exitCode()).as(accepted.out()).isZero();
        assertThat(accepted.out()).contains(open.size() + " suppressed").doesNotContain("ended on");
        assertThat(failures())
                .hasSameSizeAs(open)
                .allSatisfy(finding ->
                        assertThat(finding.toString()).contains("Public by design: see #12", "web@example.com"));

        Files.writeString(
                folder.resolve("aws-audit.yaml"),
                written.replace(LocalDate.now().plusDays(30).toString(), "2020-01-31"));
        Program.Run past = evaluate();
        assertThat(past.exitCode())
                .as("the day after, the finding is open again")
                .isEqualTo(1);
        assertThat(past.err()).isEmpty();
        assertThat(past.out()).contains("web@example.com, ended on 2020-01-31: covers nothing any more");
        assertThat(failures())
                .allSatisfy(finding -> assertThat(finding.has("suppression")).isFalse());
    }

    @Test
    void aFileOfItsOwnIsMadeAndHeeded() throws IOException {
        Program.Run run =
                suppress("--check", CHECK, "--resource", "arn:aws:ecr:*", "--suppressions", "audit/accepted.yaml");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("It has no end");
        assertThat(program()
                        .run(
                                "evaluate",
                                "demo.snapshot",
                                "--check",
                                CHECK,
                                "--allow-unknown",
                                "--suppressions",
                                "audit/accepted.yaml")
                        .exitCode())
                .isZero();
        Program.Run list = program().run("suppress", "--list", "--suppressions", "audit/accepted.yaml");
        assertThat(list.out()).contains(CHECK + " on arn:aws:ecr:*", "web@example.com", "for ever");
    }

    @Test
    void mistakesChangeNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("aws-audit.yaml"), """
                suppressions:
                  - {check: s3-bucket-tagged, resource: '*', reason: ok, owner: me, expires: 2020-01-31}
                """);
        String before = Files.readString(file);
        assertThatItRefuses(program().run("suppress", "--check", CHECK), "--reason TEXT", "--owner TEXT");
        assertThatItRefuses(
                suppress("--check", "s3-bucket-taged", "--resource", "*"), "did you mean 's3-bucket-tagged'");
        assertThatItRefuses(
                suppress("--check", "s3-bucket-tagged", "--resource", "*"),
                "aws-audit.yaml, line 2: suppression 1 (s3-bucket-tagged) is about the same, until 2020-01-31");
        assertThatItRefuses(suppress("--check", CHECK, "--resource", "*", "--expires", "2020-01-31"), "is past");
        assertThatItRefuses(suppress("--check", CHECK, "--resource", "*", "--expires", "soon"), "is no date");
        assertThatItRefuses(suppress("--check", CHECK), "--resource ARN ('*' for every one)");
        assertThatItRefuses(suppress("0123456789"), "findings.json");
        assertThatItRefuses(suppress(), "findings by their fingerprints");
        assertThat(file).content().isEqualTo(before);
    }

    private static void assertThatItRefuses(Program.Run run, String... words) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
        assertThat(run.err()).contains(words).doesNotContain("\tat ", "Exception");
    }

    private Program program() {
        return Program.in(folder);
    }

    private Program.Run evaluate() {
        return program()
                .run("evaluate", "demo.snapshot", "--check", CHECK, "--format", "console,json", "--allow-unknown");
    }

    private Program.Run suppress(String... arguments) {
        String[] all = new String[arguments.length + BECAUSE.length + 1];
        all[0] = "suppress";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        System.arraycopy(BECAUSE, 0, all, arguments.length + 1, BECAUSE.length);
        return program().run(all);
    }

    private List<JsonNode> failures() {
        return JsonMapper.shared()
                .readTree(folder.resolve("aws-audit-report/findings.json").toFile())
                .path("findings")
                .valueStream()
                .filter(finding -> finding.path("status").asString().equals("FAIL"))
                .toList();
    }
}

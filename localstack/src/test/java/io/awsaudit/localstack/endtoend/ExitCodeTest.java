package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each exit code, by a run that ends with it. */
final class ExitCodeTest {
    private static final String VERSIONING = "s3-bucket-versioning-enabled";
    private static final String SNAPSHOT = "insecure.snapshot";

    @TempDir
    private static Path scratch;

    @TempDir
    private Path folder;

    @BeforeAll
    static void collect() {
        Program.Run run = Program.in(scratch, Emulators.with(SeededAccount.INSECURE))
                .run("collect", "--service", "s3,accessanalyzer", "--regions", "us-east-1", "--snapshot", SNAPSHOT);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void withNothingAtTheThresholdItIs0() {
        Program.Run run = evaluate("--check", VERSIONING); // fails, and is of low severity
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void withFindingsAtTheThresholdItIs1() {
        assertThat(evaluate("--check", VERSIONING, "--fail-on", "low").exitCode())
                .isEqualTo(1);
        assertThat(evaluate("--check", "s3-bucket-not-publicly-*").exitCode()).isEqualTo(1);
        assertThat(evaluate("--check", "s3-bucket-not-publicly-*", "--fail-on", "never")
                        .exitCode())
                .isZero();
    }

    @Test
    void withAnOptionThatThereIsNotItIs2() {
        Program.Run run = evaluate("--chek", VERSIONING);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--chek").doesNotContain("\tat ");
        assertThat(run.err().lines().findFirst().orElseThrow()).contains("Unknown option");
    }

    @Test
    void withACheckThatThereIsNotItIs2() {
        assertThatItSays(evaluate("--check", "s3-bucket-versioning"), 2, "s3-bucket-versioning");
        assertThatItSays(evaluate("--framework", "cis"), 2, "cis");
        assertThatItSays(evaluate("--fail-on", "worst"), 2, "worst");
        assertThatItSays(evaluate("--format", "pdf"), 2, "pdf");
    }

    @Test
    void withMistakesInTheConfigurationItIs2() throws IOException {
        assertThatItSays(evaluate("--config", "none.yaml"), 2, "none.yaml");
        assertThatItSays(evaluate("--config", file("options.yaml", "framwork: cis-aws-5.0\n")), 2, "'framework'");
        assertThatItSays(evaluate("--config", file("syntax.yaml", "format: [json\n")), 2, "syntax.yaml, line ");
        assertThatItSays(
                evaluate("--config", file("parameter.yaml", "checks: {s3-bucket-tagged: {tags: [Owner]}}\n")),
                2,
                "tags");
        assertThatItSays(evaluate("--config", file("reason.yaml", """
                        suppressions:
                          - {check: s3-bucket-tagged, resource: '*', owner: me}
                        """)), 2, "no 'reason'");
        assertThatItSays(
                evaluate("--suppressions", file("owner.yaml", """
                        suppressions:
                          - {check: s3-bucket-tagged, resource: '*', reason: Later}
                        """)),
                2,
                "owner.yaml, line 2: suppression 1 (s3-bucket-tagged) has no 'owner'");
    }

    @Test
    void withASnapshotThatIsNoneItIs2() throws IOException {
        Program program = Program.in(folder);
        assertThatItSays(program.run("evaluate", "none.snapshot"), 2, "none.snapshot");
        file("text.snapshot", "not a snapshot\n");
        assertThatItSays(program.run("evaluate", "text.snapshot"), 2, "text.snapshot");
        byte[] whole = Files.readAllBytes(scratch.resolve(SNAPSHOT));
        Files.write(folder.resolve("cut.snapshot"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatItSays(program.run("evaluate", "cut.snapshot"), 2, "cut.snapshot");
    }

    @Test
    void whereNobodyAnswersItIs3() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Program.Run run = Program.in(folder, Emulators.with(SeededAccount.INSECURE))
                .run("scan", "--check", VERSIONING, "--endpoint-url", "http://127.0.0.1:" + port);
        assertThatItSays(run, 3, "127.0.0.1:" + port);
    }

    @Test
    void withoutCredentialsItIs3() {
        assertThatItSays(Program.in(folder).run("scan", "--check", VERSIONING), 3, "credentials");
        assertThatItSays(Program.in(folder).run("scan", "--check", VERSIONING, "--profile", "missing"), 3, "missing");
    }

    @Test
    void withAnUndecidedCheckItIs4() {
        String check = "accessanalyzer-region-external-analyzer-active"; // moto has no Access Analyzer
        assertThat(evaluate("--check", check).exitCode()).isEqualTo(4);
        assertThat(evaluate("--check", check, "--allow-unknown").exitCode()).isZero();
    }

    private Program.Run evaluate(String... options) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "evaluate",
                scratch.resolve(SNAPSHOT).toString(),
                "--output",
                folder.resolve("out").toString()));
        arguments.addAll(List.of(options));
        return Program.in(folder).run(arguments.toArray(String[]::new));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** One line or two, without the trace of a stack, and the words in it. */
    private static void assertThatItSays(Program.Run run, int exitCode, String words) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(words).doesNotContain("Exception", "Internal error", "\tat ");
        assertThat(run.err().lines().toList()).hasSizeBetween(1, 2).allMatch(line -> line.startsWith("aws-audit: "));
    }
}

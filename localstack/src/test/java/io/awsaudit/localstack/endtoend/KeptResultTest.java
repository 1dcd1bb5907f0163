package io.awsaudit.localstack.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.reports.Choices;
import io.awsaudit.reports.Reporters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Results that are kept and reported again, and reports on standard output, with the program as users run it. */
final class KeptResultTest {
    private static final String LIVE = "live";

    /** Where the demo's snapshot and its reports in all formats are. */
    @TempDir
    private static Path kept;

    @TempDir
    private Path folder;

    @BeforeAll
    static void judge() throws IOException {
        try (InputStream demo = KeptResultTest.class.getResourceAsStream("/io/awsaudit/cli/demo.snapshot")) {
            Files.copy(demo, kept.resolve("demo.snapshot"));
        }
        Program.Run run = Program.in(kept)
                .run(
                        "evaluate",
                        "demo.snapshot",
                        "--format",
                        String.join(",", Reporters.formats()),
                        "--output",
                        LIVE,
                        "--fail-on",
                        "never",
                        "--allow-unknown");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    static List<String> fileFormats() {
        return Reporters.formats().stream()
                .filter(format -> !format.equals("console"))
                .toList();
    }

    @Test
    void aKeptResultWithItsSnapshotGivesTheReportsThatTheRunGave() throws IOException {
        Program.Run run =
                report("--format", String.join(",", fileFormats()), "--snapshot", kept("demo.snapshot"), "-o", "again");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(names(folder.resolve("again"))).isEqualTo(names(kept.resolve(LIVE)));
        for (String name : names(kept.resolve(LIVE))) {
            assertThat(folder.resolve("again").resolve(name))
                    .as(name)
                    .hasSameBinaryContentAs(kept.resolve(LIVE).resolve(name));
        }
    }

    @Test
    void withoutItsSnapshotAKeptResultIsTheSame() throws IOException {
        Program.Run run = report("--format", "json,console", "-o", "again");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("again/findings.json")).hasSameBinaryContentAs(result());
        assertThat(run.out()).contains("123456789012", "again/findings.json");
    }

    @Test
    void noRuleIsLoadedToReportAKeptResult() throws IOException {
        Path loaded = folder.resolve("loaded.txt");
        Program.Run run = Program.in(folder)
                .with("AWS_AUDIT_OPTS", "-Xlog:class+load:file=" + loaded)
                .run("report", result().toString(), "--format", "sarif", "-o", "-");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(loaded))
                .anyMatch(line -> line.contains("io.awsaudit.reports.json.ResultReader "))
                .noneMatch(line -> line.contains("org.drools.")
                        || line.contains("org.kie.")
                        || line.contains("software.amazon.")
                        || line.contains(" checks."));
    }

    @Test
    void theExitCodeIs0UnlessAThresholdIsGiven() {
        assertThat(report("--format", "json").exitCode()).isZero();
        assertThat(report("--format", "json", "--fail-on", "critical").exitCode())
                .isEqualTo(1);
        assertThat(report("--format", "json", "--fail-on", "never").exitCode()).isEqualTo(4);
        assertThat(report("--format", "json", "--fail-on", "never", "--allow-unknown")
                        .exitCode())
                .isZero();
    }

    @Test
    void aFileThatIsNoResultEndsInOneLine() throws IOException {
        assertThatItSays(run("report", "none.json"), "No result at none.json; 'aws-audit scan'");
        assertThatItSays(run("report", "."), ". is a directory; name a result");
        assertThatItSays(run("report", kept("demo.snapshot")), "is a snapshot", "'aws-audit evaluate' judges it");
        assertThatItSays(
                run("evaluate", result().toString()), "is no aws-audit snapshot but a result", "'aws-audit report'");
        byte[] whole = Files.readAllBytes(result());
        Files.write(folder.resolve("cut.json"), Arrays.copyOf(whole, whole.length / 2));
        assertThatItSays(run("report", "cut.json"), "cut.json, line ", "is cut short");
        Files.writeString(
                folder.resolve("newer.json"),
                new String(whole, UTF_8).replaceFirst("\"schemaVersion\":\"[0-9]+", "\"schemaVersion\":\"99"));
        assertThatItSays(run("report", "newer.json"), "has schema version 99.0, newer than", "update aws-audit");
        assertThat(folder.resolve("aws-audit-report")).doesNotExist();
    }

    @Test
    void aSnapshotOfAnotherRunIsRefused() throws IOException {
        String text;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(kept.resolve("demo.snapshot")))) {
            text = new String(in.readAllBytes(), UTF_8);
        }
        snapshot("later.snapshot", text.replaceFirst("\"asOf\":\"[0-9]{4}", "\"asOf\":\"2099"));
        snapshot("other.snapshot", text.replace("123456789012", "999999999999"));
        assertThatItSays(report("--snapshot", "later.snapshot"), "later.snapshot is not what", "collected at 2099-");
        assertThatItSays(report("--snapshot", "other.snapshot"), "other.snapshot is not what", "999999999999");
    }

    @Test
    void aKeptResultIsReadFromStandardInput() throws IOException {
        Program.Run run = script("$A report - --format json -o - <'" + result() + "'");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(Files.readString(result()));
    }

    @Test
    void theConfigurationFileSaysWhichFormatsAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("aws-audit.yaml"), """
                format: [json]
                output: configured
                snapshot: none.snapshot
                baseline: none.snapshot
                fail-on: new-critical
                """);
        Program.Run run = run("report", result().toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(names(folder.resolve("configured"))).containsExactly("findings.json");
    }

    @ParameterizedTest
    @MethodSource("fileFormats")
    void standardOutputHoldsNothingButTheReport(String format) throws IOException {
        String name = Reporters.of(format, Choices.PLAIN).orElseThrow().fileName();
        assertThat(report("--snapshot", kept("demo.snapshot"), "-v", "--format", format, "-o", "-")
                        .out())
                .isEqualTo(Files.readString(kept.resolve(LIVE).resolve(name)));
    }

    @Test
    void everyCommandThatJudgesLeavesStandardOutputToTheReport() throws IOException {
        assertThat(run("evaluate", kept("demo.snapshot"), "--format", "json", "-o", "file")
                        .out())
                .isEmpty();
        for (String[] command : new String[][] {
            {"evaluate", kept("demo.snapshot")}, {"evaluate", kept("demo.snapshot"), "-v"}, {"demo"}, {"demo", "-v"}
        }) {
            assertThat(run(with(command, "--format", "json", "-o", "-")).out()).isEqualTo(Files.readString(result()));
        }
    }

    @Test
    void aScanWritesNothingButTheReportToStandardOutput() {
        Program.Run run = Program.in(folder, Emulators.with(SeededAccount.INSECURE))
                .run(
                        "scan",
                        "--check",
                        "s3-bucket-versioning-enabled",
                        "--regions",
                        "us-east-1",
                        "-v",
                        "--format",
                        "json",
                        "-o",
                        "-");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("{\n").endsWith("}\n");
        assertThat(new JsonMapper().readTree(run.out()).path("findings").size()).isPositive();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aReaderThatHasEnoughEndsTheProgramQuietly() throws IOException {
        for (String command : List.of(
                "report '" + result() + "'", "evaluate '" + kept("demo.snapshot") + "'", "demo", "demo -v -q")) {
            Program.Run run =
                    script("{ $A " + command + " --format json -o -; echo $? >code; } | head -1; exit $(cat code)");
            assertThat(run.exitCode()).as(command).isEqualTo(3);
            assertThat(run.out()).isEqualTo("{\n");
            if (!command.contains("-v")) {
                assertThat(run.err()).as(command).isEmpty();
            }
        }
    }

    @Test
    void standardOutputTakesOneFormat() {
        assertThatItSays(report("-o", "-"), "'--output -' takes exactly one format");
        assertThatItSays(report("-o", "-", "--format", "json,sarif"), "'--output -' takes exactly one format");
        assertThat(report("-o", "-", "--format", "console").out()).startsWith("Account 123456789012");
    }

    private Program.Run report(String... options) {
        return run(with(new String[] {"report", result().toString()}, options));
    }

    private Program.Run run(String... arguments) {
        return Program.in(folder).run(arguments);
    }

    private Program.Run script(String script) throws IOException {
        Path out = Files.createTempFile("out", "");
        Path err = Files.createTempFile("err", "");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .put(
                        "A",
                        Path.of(System.getProperty("awsaudit.distribution"), "bin", "aws-audit")
                                .toAbsolutePath()
                                .normalize()
                                .toString());
        builder.environment().put("AWS_AUDIT_JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(script).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return new Program.Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private void snapshot(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(UTF_8));
        }
    }

    private static String[] with(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static Path result() {
        return kept.resolve(LIVE).resolve("findings.json");
    }

    private static String kept(String name) {
        return kept.resolve(name).toString();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** One line, without the trace of a stack, and the words in it. */
    private static void assertThatItSays(Program.Run run, String... words) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(words).doesNotContain("Exception", "Internal error", "\tat ");
        assertThat(run.err().lines().toList()).hasSize(1).allMatch(line -> line.startsWith("aws-audit: "));
    }
}

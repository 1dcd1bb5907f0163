package io.awsaudit.localstack.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * Files that are not what they should be, and places that take no files, as the packaged program meets them in a small heap;
 * a few of each kind, since the tests of the modules go through all of them.
 */
final class HostileFilesTest {
    private static final Path LAUNCHER = Path.of(System.getProperty("awsaudit.distribution"), "bin", "aws-audit")
            .toAbsolutePath()
            .normalize();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** A header, the coverage, volumes and buckets, of the account of the demo. */
    private static List<String> lines = List.of();

    @TempDir
    private Path folder;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream demo = HostileFilesTest.class.getResourceAsStream("/io/awsaudit/cli/demo.snapshot");
                InputStream text = new GZIPInputStream(demo)) {
            lines = new String(text.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("{\"type\":")
                            || line.matches("\\{\"type\":\"AWS::(EC2::Volume|S3::Bucket)\".*"))
                    .toList();
        }
    }

    @Test
    void aSnapshotThatCannotBeUsedEndsInOneLine() throws IOException {
        byte[] whole = snapshot(List.of(lines.get(2)));
        write("cut.snapshot", Arrays.copyOf(whole, whole.length - 1));
        assertThatItSays("$A evaluate cut.snapshot", 2, "cut.snapshot, line 3: is cut short");
        byte[] flipped = whole.clone();
        flipped[whole.length - 5] ^= 1;
        write("flipped.snapshot", flipped);
        assertThatItSays("$A evaluate flipped.snapshot", 2, "is damaged: its checksum is wrong; collect it again.");
        write("newer.snapshot", zip(lines.get(0).replaceFirst("\"version\":[0-9]", "\"version\":7")));
        assertThatItSays(
                "$A evaluate newer.snapshot", 2, "line 1: has snapshot version 7, newer than 2", "update aws-audit");
        assertThatItSays("$A evaluate .", 2, "is a directory");
        assertThat(folder.resolve("aws-audit-report")).doesNotExist();
    }

    @Test
    void aBombEndsSoonInASmallHeap() throws IOException {
        write("bomb.snapshot", bomb(lines.get(0) + "\n{\"listings\":[{\"account\":\"", 300_000_000));
        assertThat(folder.resolve("bomb.snapshot"))
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(500_000));
        assertThatItSays("$A evaluate bomb.snapshot", 2, "bomb.snapshot, line 2: ");
        List<String> large = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            large.add(volume(i)
                    .replaceFirst("\"volumeType\":\"[^\"]*\"", "\"volumeType\":\"" + "x".repeat(10_000_000) + "\""));
        }
        write("large.snapshot", snapshot(large));
        assertThatItSays(
                "AWS_AUDIT_OPTS=-Xmx64m $A evaluate large.snapshot",
                2,
                "large.snapshot, line ",
                "give it more with AWS_AUDIT_OPTS");
        assertThat(folder.resolve("aws-audit-report")).doesNotExist();
    }

    @Test
    void mistakesInTheConfigurationAreListedWithTheirLines() throws IOException {
        Path snapshot = write("a.snapshot", snapshot(List.of(lines.get(2))));
        Files.writeString(folder.resolve("aws-audit.yaml"), """
                framwork: cis-aws-5.0
                regions: 5
                concurrency: many
                """);
        assertThatItSays(
                "$A evaluate " + snapshot,
                2,
                "aws-audit.yaml, line 1: there is no option 'framwork'; did you mean 'framework'.",
                "aws-audit.yaml, line 2: 'regions' must be a text or a list of texts, and is '5'",
                "aws-audit.yaml, line 3: 'concurrency' must be a whole number, and is 'many'.");
        Files.delete(folder.resolve("aws-audit.yaml"));
        Files.writeString(folder.resolve("c.yaml"), "quiet: true\nchecks:\n  s3-bucket-tagged: {requiredTags: 5}\n");
        assertThatItSays(
                "$A evaluate a.snapshot --config c.yaml",
                2,
                "c.yaml, line 3: Parameter requiredTags of s3-bucket-tagged");
        assertThatItSays("mkfifo pipe; $A evaluate a.snapshot --config pipe", 2, "pipe: is a device or a pipe");
        assertThatItSays("$A evaluate a.snapshot --config /dev/zero", 2, "/dev/zero: is a device or a pipe");
        Files.writeString(folder.resolve("bomb.yaml"), "a: &a [x, x]\nb: &b [*a, *a]\nregions: *b\n");
        assertThatItSays("$A evaluate a.snapshot --config bomb.yaml", 2, "bomb.yaml, line 2: aliases");
        assertThat(folder.resolve("aws-audit-report")).doesNotExist();
    }

    @Test
    void mistakesInRulesAreListedWithTheirLines() throws IOException {
        write("a.snapshot", snapshot(List.of(lines.get(2))));
        Path rules = Files.createDirectory(folder.resolve("rules"));
        for (String file : List.of("bucket.drl", "bucket.yaml", "bucket.cases.yaml")) {
            Files.copy(Path.of("src/test/resources/own-rules").resolve(file), rules.resolve(file));
        }
        String drl = Files.readString(rules.resolve("bucket.drl"));
        Files.writeString(rules.resolve("bucket.drl"), drl.replace("when", "whem"));
        assertThatItSays(
                "$A evaluate a.snapshot --rules rules", 2, "rules/bucket.drl, line 8: mismatched input 'whem'");
        assertThatItSays("$A checks test rules", 2, "rules/bucket.drl, line 8: mismatched input 'whem'");
        Files.writeString(rules.resolve("bucket.drl"), drl);
        Files.writeString(
                rules.resolve("bucket.yaml"),
                Files.readString(rules.resolve("bucket.yaml")).replace("title", "titel"));
        assertThatItSays(
                "$A evaluate a.snapshot --rules rules",
                2,
                "rules/bucket.yaml, line 3: there is no property 'titel'",
                "did you mean 'title'");
        assertThatItSays("$A evaluate a.snapshot --rules a.snapshot", 2, "a.snapshot");
        assertThat(folder.resolve("aws-audit-report")).doesNotExist();
    }

    @Test
    void aPlaceThatTakesNoReportsIsNamedAndEarlierReportsStay() throws IOException {
        write("a.snapshot", snapshot(lines.subList(2, lines.size())));
        assertThat(run("$A evaluate a.snapshot -q -o out --format json,html --fail-on never --allow-unknown")
                        .exitCode())
                .isZero();
        byte[] earlier = Files.readAllBytes(folder.resolve("out/findings.json"));
        assertThatItSays(
                "ulimit -f 8; $A evaluate a.snapshot -q -o out --format json,html",
                3,
                "Cannot write out/findings.json",
                "ulimit -f");
        assertThat(folder.resolve("out/findings.json")).hasBinaryContent(earlier);
        assertThat(names("out")).containsExactlyInAnyOrder("findings.json", "report.html");
        assertThatItSays("$A evaluate a.snapshot -q -o a.snapshot/below", 3, "Cannot write a.snapshot/below");
        assertThatItSays(
                "$A evaluate a.snapshot --format json -o - >/dev/full",
                3,
                "Cannot write to standard output: No space left");
        assertThatItSays(
                "$A evaluate a.snapshot --format console >/dev/full",
                3,
                "Cannot write to standard output: No space left");
    }

    @Test
    void aKilledRunLeavesWholeReportsAndTheNextOneTidiesUp() throws IOException, InterruptedException {
        write("small.snapshot", snapshot(List.of(lines.get(2))));
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(volume(i));
        }
        write("large.snapshot", snapshot(many));
        String options = " -q -o out --format json --check ec2-volume-encrypted --fail-on never";
        assertThat(run("$A evaluate small.snapshot" + options).exitCode()).isZero();
        byte[] earlier = Files.readAllBytes(folder.resolve("out/findings.json"));
        boolean left = false;
        for (int delayMillis : new int[] {0, 100, 250}) {
            Process process = start("exec $A evaluate large.snapshot" + options);
            Instant limit = Instant.now().plus(LIMIT);
            while (process.isAlive() && drafts().noneMatch(HostileFilesTest::isBegun)) {
                assertThat(Instant.now()).isBefore(limit);
                Thread.sleep(2);
            }
            Thread.sleep(delayMillis);
            process.destroyForcibly().waitFor();
            byte[] now = Files.readAllBytes(folder.resolve("out/findings.json"));
            if (!Arrays.equals(now, earlier)) {
                assertThat(new JsonMapper().readTree(now).path("findings"))
                        .as("whole")
                        .hasSize(20_000);
            }
            left |= drafts().findAny().isPresent();
        }
        assertThat(left).as("it was killed while it wrote").isTrue();
        assertThat(run("$A evaluate small.snapshot" + options).exitCode()).isZero();
        assertThat(names("out")).containsExactly("findings.json");
        assertThat(folder.resolve("out/findings.json")).hasBinaryContent(earlier);
    }

    private Stream<Path> drafts() {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(".findings")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBegun(Path draft) {
        try {
            return Files.size(draft) > 0;
        } catch (IOException e) {
            return false; // in place by now
        }
    }

    private List<String> names(String directory) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(directory))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** A line or a few, each a sentence of the program's own; and soon. */
    private void assertThatItSays(String script, int exitCode, String... words) throws IOException {
        Program.Run run = run(script);
        assertThat(run.exitCode()).as(script + ": " + run.err()).isEqualTo(exitCode);
        assertThat(run.err())
                .as(script)
                .contains(words)
                .doesNotContain("Exception", "Internal error", "\tat ", "Lambda");
        assertThat(run.err().lines().toList())
                .as(script)
                .hasSizeBetween(1, 5)
                .allMatch(line -> line.startsWith("aws-audit: ") && line.length() < 600);
    }

    private Program.Run run(String script) throws IOException {
        Process process = start(script);
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(script + " did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return new Program.Run(
                process.exitValue(),
                Files.readString(folder.resolve(".stdout")),
                Files.readString(folder.resolve(".stderr")));
    }

    private Process start(String script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(folder.resolve(".stdout").toFile())
                .redirectError(folder.resolve(".stderr").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("A", LAUNCHER.toString());
        builder.environment().put("CI", "true"); // no archive of classes, so that the launcher becomes the program
        builder.environment().put("AWS_AUDIT_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("AWS_AUDIT_OPTS", "-Xmx256m");
        return builder.start();
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static String volume(int number) {
        String line = lines.get(2);
        String id = line.replaceFirst(".*?:volume/([^\"]*)\".*", "$1");
        return line.replace(id, "vol-%06d".formatted(number));
    }

    private static byte[] snapshot(List<String> resources) throws IOException {
        // Counted twice: all of them, and those of the one account.
        return zip(lines.get(0).replaceAll("\"resources\":[0-9]+", "\"resources\":" + resources.size()) + "\n"
                + lines.get(1) + "\n" + String.join("\n", resources) + "\n");
    }

    private static byte[] zip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] bomb(String start, long size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(start.getBytes(UTF_8));
            byte[] part = "a".repeat(1 << 20).getBytes(UTF_8);
            for (long written = 0; written < size; written += part.length) {
                zip.write(part);
            }
        }
        return out.toByteArray();
    }
}

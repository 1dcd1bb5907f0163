package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each command prints and leaves. */
final class CommandTest {
    private static final Path OWN_RULES =
            Path.of("src/test/resources/own-rules").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void onlyWhatAChosenCheckReadsIsAskedFor() {
        Program.Run run =
                scan(SeededAccount.INSECURE, "--check", "s3-bucket-versioning-enabled", "--format", "json", "-o", "-");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Findings.of(run.out()).operations())
                .contains("s3:GetBucketVersioning", "s3:ListBuckets")
                .isSubsetOf(
                        "ec2:DescribeRegions",
                        "s3:GetBucketLocation",
                        "s3:GetBucketVersioning",
                        "s3:ListBuckets",
                        "sts:GetCallerIdentity");
    }

    @Test
    void optionsAndSuppressionsOfTheConfigurationFileAreHeeded() throws IOException {
        Files.writeString(folder.resolve("aws-audit.yaml"), """
                regions: [us-east-1]
                check: [s3-bucket-not-publicly-readable]
                format: [json]
                output: out
                suppressions:
                  - check: s3-bucket-not-publicly-*
                    resource: arn:aws:s3:::insecure-*
                    reason: Public by design
                    owner: web@example.com
                    expires: 2999-12-31
                """);
        Program.Run run = scan(SeededAccount.INSECURE);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Findings.of(folder.resolve("out/findings.json")).all())
                .filteredOn(finding -> finding.path("status").asString().equals("FAIL"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.toString()).contains("Public by design"));
        assertThat(scan(SeededAccount.INSECURE, "--check", "s3-bucket-public-access-blocked")
                        .exitCode())
                .as("the command line goes before the file")
                .isEqualTo(1);
    }

    @Test
    void parametersOfTheConfigurationFileAreHeeded() throws IOException {
        Path file = Files.writeString(folder.resolve("tags.yaml"), """
                parameters: {requiredTags: [CostCenter]}
                checks: {rds-db-instance-tagged: {requiredTags: [Owner]}}
                """);
        Program.Run run = scan(
                SeededAccount.HARDENED,
                "--check",
                "s3-bucket-tagged",
                "--check",
                "rds-db-instance-tagged",
                "--format",
                "json",
                "-o",
                "-",
                "--config",
                file.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Findings.of(run.out()).lines())
                .contains(
                        "FAIL s3-bucket-tagged us-east-1 hardened-data",
                        "PASS rds-db-instance-tagged us-east-1 hardened-database");
    }

    @Test
    void ownChecksAreEqualToTheBuiltInOnes() {
        String[] options = {
            "--check", "own-*", "--rules", OWN_RULES.toString(), "--format", "json", "-o", "-", "--fail-on", "low"
        };
        Program.Run insecure = scan(SeededAccount.INSECURE, options);
        assertThat(insecure.exitCode()).as(insecure.err()).isEqualTo(1);
        assertThat(Findings.of(insecure.out()).lines())
                .contains("FAIL own-bucket-named-hardened us-east-1 insecure-bare");
        Program.Run hardened = scan(SeededAccount.HARDENED, options);
        assertThat(hardened.exitCode()).as(hardened.err()).isZero();
        assertThat(Findings.of(hardened.out()).lines())
                .contains("PASS own-bucket-named-hardened us-east-1 hardened-data");
    }

    @Test
    void anArchiveOfClassesIsMadeOnceWhereverSeveralRunsStartAtOnce() throws IOException {
        Path cache = Files.createDirectory(folder.resolve("cache"));
        Program program = Program.in(folder).withCache(cache);
        List<Program.Running> several = Stream.of("--version", "--version", "--version")
                .map(program::start)
                .toList();
        for (Program.Running one : several) {
            assertThat(one.end().exitCode()).isZero();
        }
        await(() -> archives(cache).size() == 1);
        Path archive = archives(cache).get(0);
        FileTime made = Files.getLastModifiedTime(archive);
        Program.Run later = program.with("AWS_AUDIT_CACHE", "now").run("checks", "list");
        assertThat(later.exitCode()).as(later.err()).isZero();
        assertThat(archives(cache)).containsExactly(archive);
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache.resolve("aws-audit"))))
                .isEqualTo("rwx------");
    }

    @Test
    void anArchiveThatDoesNotFitIsNoMatter() throws IOException {
        Path cache = Files.createDirectory(folder.resolve("cache"));
        Program program = Program.in(folder).withCache(cache).with("AWS_AUDIT_CACHE", "now");
        assertThat(program.run("--version").exitCode()).isZero();
        Path archive = archives(cache).get(0);
        archive.toFile().setWritable(true);
        Files.write(archive, new byte[4096]);
        Program.Run run = program.run("--version");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("aws-audit ").hasLineCount(2);
    }

    @Test
    void noArchiveOfClassesIsMadeWhereNobodyWantsOne() throws IOException {
        Path cache = Files.createDirectory(folder.resolve("cache"));
        Program program = Program.in(folder).withCache(cache);
        assertThat(program.with("AWS_AUDIT_CACHE", "off").run("--version").exitCode())
                .isZero();
        assertThat(program.with("AWS_AUDIT_CACHE", "now")
                        .with("CI", "true")
                        .run("--version")
                        .exitCode())
                .isZero();
        assertThat(cache).isEmptyDirectory();
    }

    private static List<Path> archives(Path cache) {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.toString().matches(".*[.](jsa|aot)"))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // something was moved just then
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void ownChecksAreTestedByTheirCases() throws IOException {
        Program.Run run = Program.in(folder).run("checks", "test", OWN_RULES.toString());
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("1 checks, 2 cases, 0 problems");
        for (String file : List.of("bucket.drl", "bucket.yaml")) {
            Files.copy(OWN_RULES.resolve(file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("bucket.cases.yaml"), """
                own-bucket-named-hardened:
                  - {case: wrong, given: [{AWS::S3::Bucket: {name: data}}], expect: PASS}
                """);
        Program.Run wrong = Program.in(folder).run("checks", "test", folder.toString());
        assertThat(wrong.exitCode()).as(wrong.err()).isEqualTo(1);
        assertThat(wrong.out()).contains("own-bucket-named-hardened, case wrong");
    }

    /** Reads whose actions AWS names in a way of its own. */
    private static final Set<String> NAMED_OTHERWISE = Set.of("apigateway:GET", "budgets:ViewBudget");

    @Test
    void thePolicyAllowsNothingButReading() {
        Program.Run run = Program.in(folder).run("iam-policy");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode statement = new JsonMapper().readTree(run.out()).at("/Statement/0");
        assertThat(statement.path("Effect").asString()).isEqualTo("Allow");
        assertThat(StreamSupport.stream(statement.path("Action").spliterator(), false)
                        .map(JsonNode::asString))
                .hasSizeGreaterThan(50)
                .isSorted()
                .contains("s3:ListAllMyBuckets", "ec2:DescribeVolumes")
                .allMatch(
                        action -> (action.matches("[a-z0-9-]+:(BatchGet|Describe|Generate|Get|List|Search)[A-Za-z0-9]+")
                                        || NAMED_OTHERWISE.contains(action))
                                && (!action.contains(":Generate") || action.equals("iam:GenerateCredentialReport")));
    }

    @Test
    void theDemoWorksWithoutANetworkOrCredentials() {
        Program.Run run = Program.in(folder).run("demo");
        assertThat(run.exitCode()).as(run.err()).isZero();
        Path reports = folder.resolve("aws-audit-report");
        assertThat(reports.resolve("findings.sarif")).isNotEmptyFile();
        assertThat(reports.resolve("report.html")).isNotEmptyFile();
        assertThat(run.out()).contains("Mend first", "findings.json", "findings.sarif", "report.html");
        Findings findings = Findings.of(reports.resolve("findings.json"));
        assertThat(findings.checksWith("FAIL")).hasSizeGreaterThan(80);
        assertThat(findings.checksWith("PASS")).hasSizeGreaterThan(100);
    }

    @Test
    void helpAndVersionArePrinted() {
        Program program = Program.in(folder);
        assertThat(program.run("--version")).satisfies(run -> {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).startsWith("aws-audit ");
            assertThat(run.err()).isEmpty();
        });
        for (String command : List.of(
                "scan",
                "collect",
                "evaluate",
                "report",
                "diff",
                "history",
                "suppress",
                "demo",
                "checks",
                "frameworks",
                "iam-policy")) {
            assertThat(program.run(command, "--help")).as(command).satisfies(run -> {
                assertThat(run.exitCode()).isZero();
                assertThat(run.out()).startsWith("Usage: aws-audit " + command);
            });
        }
    }

    @Test
    void theShellAcceptsTheCompletion() throws IOException, InterruptedException {
        Program.Run run = Program.in(folder).run("completion");
        assertThat(run.exitCode()).isZero();
        Path script = Files.writeString(folder.resolve("completion.bash"), run.out());
        Process bash =
                new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start();
        assertThat(bash.waitFor()).isZero();
        assertThat(run.out()).contains("--fail-on");
    }

    private Program.Run scan(SeededAccount account, String... options) {
        AwsEmulator emulator = Emulators.with(account);
        List<String> arguments = new java.util.ArrayList<>(List.of("scan"));
        arguments.addAll(List.of(options));
        return Program.in(folder, emulator).run(arguments.toArray(String[]::new));
    }
}

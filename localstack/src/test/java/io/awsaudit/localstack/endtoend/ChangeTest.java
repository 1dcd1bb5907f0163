package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.Emulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An account in which SSH was opened to everyone between two scans: what the program says of that. */
final class ChangeTest {
    private static final String CHECK = "ec2-security-group-ssh-closed";
    private static final String BEFORE = "before.snapshot";
    private static final String AFTER = "after.snapshot";
    private static final String ELSEWHERE = "elsewhere.snapshot";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    private static String group;
    private static final List<Program.Run> NIGHTS = new ArrayList<>();

    @BeforeAll
    static void openAPortBetweenTwoScans() {
        try (AwsEmulator emulator = Emulators.empty()) {
            Ec2Client ec2 = emulator.client(Ec2Client.builder(), Region.US_EAST_1);
            group = ec2.createSecurityGroup(request -> request.groupName("web").description("web"))
                    .groupId();
            collect(emulator, BEFORE, "us-east-1");
            collect(emulator, ELSEWHERE, "eu-west-1");
            scanTonight(emulator);
            ec2.authorizeSecurityGroupIngress(request -> request.groupId(group)
                    .ipProtocol("tcp")
                    .fromPort(22)
                    .toPort(22)
                    .cidrIp("0.0.0.0/0"));
            scanTonight(emulator);
            collect(emulator, AFTER, "us-east-1");
            scanTonight(emulator);
        }
    }

    private static void collect(AwsEmulator emulator, String snapshot, String region) {
        Program.Run run = Program.in(folder, emulator)
                .run("collect", "--check", CHECK, "--regions", region, "--snapshot", snapshot);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private static void scanTonight(AwsEmulator emulator) {
        NIGHTS.add(Program.in(folder, emulator)
                .run(
                        "scan",
                        "--check",
                        CHECK,
                        "--regions",
                        "us-east-1",
                        "--history",
                        "nights",
                        "--fail-on",
                        "new-high",
                        "--format",
                        "json"));
    }

    @Test
    void theDifferenceNamesTheRuleAndWhatFailsForIt() {
        Program.Run run = run("diff", BEFORE, AFTER, "--check", CHECK);
        assertThat(run.out())
                .contains("ingress 0.0.0.0/0 tcp/22 appeared on " + group + " (web), therefore " + CHECK + " fails on "
                        + group + " (web)");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void theOtherWayRoundItIsFixed() {
        Program.Run run = run("diff", AFTER, BEFORE, "--check", CHECK);
        assertThat(run.out())
                .contains("ingress 0.0.0.0/0 tcp/22 disappeared from " + group)
                .contains("1 fixed");
        assertThat(run.err()).contains("give the earlier one first");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void nothingDiffersFromItself() {
        Program.Run run = run("diff", AFTER, AFTER, "--check", CHECK);
        assertThat(run.out()).contains("no new failures").contains("0 added, 0 removed, 0 changed");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void anotherRegionThatWasLookedAtRemovesNothing() {
        Program.Run run = run("diff", AFTER, ELSEWHERE, "--check", CHECK);
        assertThat(run.out())
                .contains("0 removed")
                .contains("region us-east-1 was not looked at")
                .contains("1 not looked at again");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theDifferenceIsWrittenInEachFormat() throws IOException {
        for (String format : List.of("text", "json", "markdown", "html")) {
            String file = "difference." + format;
            Program.Run run = run(
                    "diff",
                    BEFORE,
                    AFTER,
                    "--check",
                    CHECK,
                    "--format",
                    format,
                    "--output",
                    file,
                    "--fail-on",
                    "never");
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out()).isEmpty();
            assertThat(folder.resolve(file)).content().contains("ingress 0.0.0.0/0 tcp/22 appeared on");
        }
    }

    @Test
    void ofResultsVerdictsAreCompared() {
        evaluate(BEFORE, "then");
        evaluate(AFTER, "now");
        Program.Run run = run("diff", "then/findings.json", "now/findings.json");
        assertThat(run.out()).contains(CHECK + " fails on " + group).contains("not compared: a result file holds none");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void failOnNewLooksAtWhatIsNewSinceASnapshot() {
        assertThat(judged(AFTER, "--fail-on", "high").exitCode()).isEqualTo(1);
        assertThat(judged(AFTER, "--baseline", AFTER, "--fail-on", "new-high").exitCode())
                .isZero();
        assertThat(judged(AFTER, "--baseline", BEFORE, "--fail-on", "new-high").exitCode())
                .isEqualTo(1);
        assertThat(judged(AFTER, "--baseline", BEFORE, "--fail-on", "new-critical")
                        .exitCode())
                .isZero();
    }

    @Test
    void failOnNewLooksAtWhatIsNewSinceAResult() {
        evaluate(BEFORE, "closed");
        evaluate(AFTER, "open");
        assertThat(judged(AFTER, "--baseline", "open/findings.json", "--fail-on", "new-high")
                        .exitCode())
                .isZero();
        Program.Run run = judged(AFTER, "--baseline", "closed/findings.json", "--fail-on", "new-high");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Comparing with closed/findings.json, a result of ");
    }

    @Test
    void failOnNewMayStandInTheConfiguration() throws IOException {
        Files.writeString(folder.resolve("new.yaml"), "fail-on: new-high\nbaseline: " + AFTER + "\n");
        assertThat(judged(AFTER, "--config", "new.yaml").exitCode()).isZero();
    }

    @Test
    void failOnNewNeedsABaseline() {
        Program.Run run = judged(AFTER, "--fail-on", "new-high");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--baseline").hasLineCount(1);
    }

    @Test
    void whatIsNoBaselineIsSaidToBeNone() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "nothing of ours");
        Files.writeString(folder.resolve("other.json"), "{\"version\": 1}");
        for (String file : List.of("notes.txt", "other.json", "missing.json", "nights")) {
            Program.Run run = judged(AFTER, "--baseline", file);
            assertThat(run.exitCode()).as(file).isEqualTo(2);
            assertThat(run.err()).contains(file).doesNotContain("\tat ").hasLineCount(1);
        }
    }

    @Test
    void aFolderOfNightsTellsWhichNightBroughtWhat() throws IOException {
        assertThat(NIGHTS).extracting(Program.Run::exitCode).containsExactly(0, 1, 0);
        assertThat(NIGHTS.get(0).err()).contains("the account's first one there");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve("nights"))) {
            files = all.sorted().toList();
        }
        assertThat(files)
                .filteredOn(file -> file.toString().endsWith(".snapshot"))
                .hasSize(3);
        assertThat(files)
                .filteredOn(file -> file.toString().endsWith(".findings.json"))
                .hasSize(1);
    }

    @Test
    void aResourceHasATimeline() {
        Program.Run list = run("history", "nights", "--format", "json");
        assertThat(list.exitCode()).as(list.err()).isZero();
        JsonNode snapshots = JSON.readTree(list.out()).path("snapshots");
        assertThat(snapshots.size()).isEqualTo(3);
        String account = snapshots.get(0).path("account").asString();
        String second = snapshots.get(1).path("asOf").asString();
        Program.Run run = run(
                "history",
                "nights",
                "--check",
                CHECK,
                "--resource",
                "arn:aws:ec2:us-east-1:" + account + ":security-group/" + group);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .anyMatch(line -> line.startsWith(second) && line.endsWith("ingress 0.0.0.0/0 tcp/22 appeared"))
                .anyMatch(line -> line.startsWith(second) && line.endsWith(CHECK + ": fail, was pass"));
        Program.Run findings = run("history", "nights", "--check", CHECK, "--findings");
        assertThat(findings.out().lines())
                .anyMatch(line -> line.startsWith("high") && line.contains(second) && line.contains(group));
    }

    @Test
    void aResourceThatNobodySawIsSaidToBeUnknown() {
        Program.Run run = run("history", "nights", "--resource", "arn:aws:ec2:us-east-1:123456789012:volume/vol-1");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("arn:aws:ec2:us-east-1:123456789012:volume/vol-1");
    }

    private static void evaluate(String snapshot, String output) {
        Program.Run run = run("evaluate", snapshot, "--check", CHECK, "--output", output, "--format", "json");
        assertThat(run.exitCode()).as(run.err()).isIn(0, 1);
    }

    private static Program.Run judged(String snapshot, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("evaluate", snapshot, "--check", CHECK, "--output", "out", "--format", "json"));
        arguments.addAll(Arrays.asList(options));
        return run(arguments.toArray(String[]::new));
    }

    private static Program.Run run(String... arguments) {
        return Program.in(folder).run(arguments);
    }
}

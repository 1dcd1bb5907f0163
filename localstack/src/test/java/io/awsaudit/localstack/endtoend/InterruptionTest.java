package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Gap.Cause;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.proxy.AwsProxy;
import io.awsaudit.localstack.proxy.Breakage;
import io.awsaudit.localstack.proxy.FaultPolicy;
import io.awsaudit.localstack.seed.SeededAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scans that a signal ends, and those that go on with what was kept. */
@Tag("alone")
final class InterruptionTest {
    private static final String[] REGIONS = {"--regions", "us-east-1,eu-west-1"};
    private static final String SNAPSHOT = "kept.snapshot";
    private static final Duration SECONDS_TO_END = Duration.ofSeconds(2);

    /** More than listings take, so that something is whole. */
    private static final int CALLS_BEFORE = 800;

    private static final FaultPolicy ALL_BUT_BUCKETS = FaultPolicy.where(
            call -> !call.service().equals("s3")
                    && !Set.of("sts:GetCallerIdentity", "ec2:DescribeRegions").contains(call.operation()),
            Breakage.STALLED);

    private static AwsProxy proxy;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startProxy() {
        proxy = AwsProxy.remembering(Emulators.with(SeededAccount.DEMO));
    }

    @AfterAll
    static void stopProxy() {
        proxy.close();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalEndsAScanWithinTwoSecondsAndKeepsWhatWasRead(String signal, int exitCode) throws IOException {
        Program.Run run = interrupted(signal, "scan", "--snapshot", SNAPSHOT);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.err())
                .contains("resources kept in " + SNAPSHOT, "--resume")
                .doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
        Inventory kept = Snapshot.read(folder.resolve(SNAPSHOT));
        assertThat(kept.resources()).isNotEmpty();
        assertThat(kept.coverage().listings())
                .anyMatch(listing -> listing.gap().isEmpty())
                .anyMatch(listing -> listing.gap()
                        .filter(gap -> gap.cause() == Cause.INTERRUPTED)
                        .isPresent());
        assertThat(filesIn(folder)).containsExactly(SNAPSHOT);
    }

    @Test
    void withoutASnapshotNothingIsLeft() throws IOException {
        Program.Run run = interrupted("TERM", "scan");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(143);
        assertThat(run.err()).contains("Nothing was kept", "--snapshot");
        assertThat(filesIn(folder)).isEmpty();
    }

    @Test
    void whatWasKeptIsNotAskedForAgain() {
        Program.Run calm = program()
                .run("scan", REGIONS[0], REGIONS[1], "--snapshot", "calm.snapshot", "--format", "json", "-o", "calm");
        assertThat(calm.exitCode()).as(calm.err()).isEqualTo(1);

        interrupted("INT", ALL_BUT_BUCKETS, "collect", "--snapshot", SNAPSHOT);
        Inventory kept = Snapshot.read(folder.resolve(SNAPSHOT));
        proxy.forgetCalls();
        Program.Run resumed = program()
                .run("scan", "--resume", SNAPSHOT, "--snapshot", SNAPSHOT, "--format", "json", "-o", "resumed");
        assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(1);
        assertThat(resumed.err()).contains("Going on with " + kept.resources().size() + " resources");

        assertThatFindingsAreThoseOf("calm", "resumed");
        assertThat(askedAgainFor(kept)).isEmpty();

        proxy.forgetCalls();
        Program.Run whole = program().run("scan", "--resume", SNAPSHOT, "--format", "json", "-o", "whole");
        assertThat(whole.exitCode()).as(whole.err()).isEqualTo(1);
        assertThatFindingsAreThoseOf("calm", "whole");
        assertThat(proxy.operationsCalled())
                .as("the emulator answers these with errors, or with a report that lacks the root user")
                .isSubsetOf(neededForWhatIsRefused(Snapshot.read(folder.resolve("calm.snapshot"))));
    }

    /** {@return the operations of each collector to which the emulator refused some call, and those that open a scan} */
    private static Set<String> neededForWhatIsRefused(Inventory calm) {
        Set<String> refused = Stream.concat(
                        calm.coverage().listings().stream().flatMap(listing -> listing.gap().stream()),
                        calm.coverage().calls().stream()
                                .flatMap(calls -> calls.refusals().stream())
                                .map(Coverage.Refusal::gap))
                .map(Gap::operation)
                .collect(Collectors.toSet());
        Set<String> needed = new HashSet<>(Set.of(
                "ec2:DescribeRegions",
                "iam:GenerateCredentialReport",
                "iam:GetCredentialReport",
                "sts:GetCallerIdentity"));
        for (Collector<?> collector : CollectionPlan.everything().collectors()) {
            List<String> operations = Stream.concat(
                            collector.listings().stream(),
                            collector.details().stream().map(Detail::operation))
                    .map(Operation::id)
                    .toList();
            if (operations.stream().anyMatch(refused::contains)) {
                needed.addAll(operations);
            }
        }
        return needed;
    }

    @Test
    void aSnapshotOfAnotherAccountIsNotGoneOnWith() throws IOException {
        interrupted("INT", "collect", "--snapshot", SNAPSHOT);
        byte[] before = Files.readAllBytes(folder.resolve(SNAPSHOT));
        Program.Run run = program()
                .with("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
                .run(
                        "collect",
                        "--resume",
                        SNAPSHOT,
                        "--snapshot",
                        SNAPSHOT,
                        "--role-arn",
                        "arn:aws:iam::210987654321:role/a");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains("210987654321", "--resume");
        assertThat(Files.readAllBytes(folder.resolve(SNAPSHOT))).isEqualTo(before);
    }

    private void assertThatFindingsAreThoseOf(String expected, String actual) {
        List<String> wanted = texts(expected);
        List<String> got = texts(actual);
        assertThat(got.stream().filter(finding -> !wanted.contains(finding)).limit(3))
                .isEmpty();
        assertThat(wanted.stream().filter(finding -> !got.contains(finding)).limit(3))
                .isEmpty();
    }

    private List<String> texts(String run) {
        return Findings.of(folder.resolve(run + "/findings.json")).all().stream()
                .map(Object::toString)
                .toList();
    }

    /** Listings that are whole are not made again, and of a resource that was kept whole no call is. */
    private static List<String> askedAgainFor(Inventory kept) {
        Set<String> whole = new HashSet<>();
        for (Resource resource : kept.resources()) {
            if (resource.type().equals("AWS::S3::Bucket")) {
                whole.add("/" + resource.name() + "?");
            }
        }
        assertThat(whole).as("buckets that were read before the signal").isNotEmpty();
        return proxy.calls().stream()
                .map(made -> made.call().target())
                .filter(target -> whole.stream().anyMatch(target::startsWith))
                .filter(target -> !target.endsWith("?location")) // which distributions ask of the buckets behind them
                .collect(Collectors.toList());
    }

    private Program program() {
        Program program = Program.in(folder).heedingSignals();
        proxy.environment().forEach(program::with);
        return program;
    }

    private Program.Run interrupted(String signal, String... command) {
        return interrupted(signal, FaultPolicy.after(CALLS_BEFORE, Breakage.STALLED), command);
    }

    /** Sends the signal when nothing comes on any more. */
    private Program.Run interrupted(String signal, FaultPolicy stalled, String... command) {
        proxy.forgetCalls();
        proxy.inject(stalled);
        try {
            Program.Running running = program()
                    .start(Stream.concat(Stream.of(command), Stream.of(REGIONS)).toArray(String[]::new));
            for (int before = -1;
                    proxy.calls().size() < 50 || before < proxy.calls().size(); ) {
                before = proxy.calls().size();
                assertThat(running.process().isAlive()).isTrue();
                pause();
            }
            long began = System.nanoTime();
            running.signal(signal);
            Program.Run run = running.end();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SECONDS_TO_END);
            return run;
        } finally {
            proxy.inject(FaultPolicy.NONE);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}

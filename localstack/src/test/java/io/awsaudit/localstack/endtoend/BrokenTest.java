package io.awsaudit.localstack.endtoend;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Gap.Cause;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.proxy.AwsProxy;
import io.awsaudit.localstack.proxy.Breakage;
import io.awsaudit.localstack.proxy.Fault;
import io.awsaudit.localstack.proxy.FaultPolicy;
import io.awsaudit.localstack.proxy.Paging;
import io.awsaudit.localstack.seed.SeededAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Answers that are none, connections that break, credentials that run out, regions and services that are not there. */
final class BrokenTest {
    /** Without directories no IP groups are asked for, which moto has not got. */
    private static final String SPARES_WHAT_IS_NOT_EMULATED = "workspaces:DescribeWorkspaceDirectories";

    /** For each protocol an operation that lists, and one that reads a detail of what another lists. */
    private static final Set<String> OPERATIONS = Set.of(
            "autoscaling:DescribeAutoScalingGroups",
            "sns:GetTopicAttributes",
            "ec2:DescribeVolumes",
            "ec2:DescribeSnapshotAttribute",
            "logs:DescribeMetricFilters",
            "kms:GetKeyRotationStatus",
            "guardduty:ListDetectors",
            "elasticfilesystem:DescribeBackupPolicy",
            "s3:GetBucketVersioning");

    /** S3 has no other listing, and without it no details. */
    private static final Set<String> LISTING_OF_BUCKETS = Set.of("s3:ListBuckets");

    /** How long a scan may take in which nothing but a few operations never answer. */
    private static final Duration BOUND = Duration.ofSeconds(100);

    /** How long a scan may go on when nothing will be answered any more. */
    private static final Duration EARLY = Duration.ofSeconds(10);

    /** Calls, of some 290. */
    private static final int HALF_WAY = 120;

    private static final int AT_ONCE = 16;

    private static AwsProxy proxy;
    private static ProxiedAccount account;
    private static ProxiedAccount.Scan calm;
    private static ExecutorService threads;
    private static final Map<Breakage, CompletableFuture<Broken>> SCANS = new EnumMap<>(Breakage.class);

    private static CompletableFuture<TimedScan> ofLeavingEndpoint;

    @TempDir
    private Path folder;

    private record TimedScan(ProxiedAccount.Scan scan, Duration time) {}

    private record Broken(ProxiedAccount.Scan operations, ProxiedAccount.Scan buckets, Duration time) {}

    @BeforeAll
    static void scanInPeace() {
        proxy = AwsProxy.remembering(Emulators.with(SeededAccount.DEMO));
        account = new ProxiedAccount(proxy);
        account.scan(FaultPolicy.NONE); // after which there is a credential report
        calm = account.scan(FaultPolicy.NONE);
        // Most of them wait most of the time, so all run beside each other.
        threads = Executors.newFixedThreadPool(AT_ONCE);
        ofLeavingEndpoint = CompletableFuture.supplyAsync(BrokenTest::scanWithLeavingEndpoint, threads);
        for (Breakage breakage : Breakage.values()) {
            SCANS.put(breakage, CompletableFuture.supplyAsync(() -> broken(breakage), threads));
        }
    }

    private static Broken broken(Breakage breakage) {
        try (AwsProxy another = proxy.another()) {
            ProxiedAccount there = new ProxiedAccount(another);
            Instant start = Instant.now();
            ProxiedAccount.Scan operations = there.scan(at(OPERATIONS, breakage));
            Duration time = Duration.between(start, Instant.now());
            return new Broken(operations, there.scan(at(LISTING_OF_BUCKETS, breakage)), time);
        }
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
        proxy.close();
    }

    @TestFactory
    Stream<DynamicTest> whateverBreaksIsAGapWithItsCauseAndNothingElseChanges() {
        return Arrays.stream(Breakage.values())
                .map(breakage -> dynamicTest(breakage.name(), () -> {
                    Broken broken = SCANS.get(breakage).join();
                    assertThatItIsMissed(OPERATIONS, causes(breakage), broken.operations());
                    assertThatItIsMissed(LISTING_OF_BUCKETS, causes(breakage), broken.buckets());
                    assertThat(broken.time()).isLessThan(BOUND);
                }));
    }

    /** {@return which causes are right; none where nothing is lost} */
    private static Set<Cause> causes(Breakage breakage) {
        return switch (breakage) {
            case INTERNAL_ERROR,
                    UNAVAILABLE,
                    BAD_GATEWAY_PAGE,
                    UNAVAILABLE_PAGE,
                    INTERNAL_ERROR_WITHOUT_BODY,
                    UNAVAILABLE_WITHOUT_BODY,
                    RESET,
                    CLOSED,
                    NOT_FOUND_WITHOUT_BODY,
                    NOT_FOUND_TRUNCATED -> Set.of(Cause.FAILED);
            case STALLED, STALLED_MIDWAY -> Set.of(Cause.TIMED_OUT);
            // Which services the error is understood of:
            // anErrorWithStatus200IsTheErrorThatItIsInS3AndElsewhereNoAnswer.
            case SHORT, ERROR_WITH_STATUS_200 -> Set.of(Cause.FAILED, Cause.MALFORMED);
            case TRUNCATED, EMPTY, PAGE, PAGE_IN_DISGUISE, GARBAGE -> Set.of(Cause.MALFORMED);
            case FORBIDDEN_WITHOUT_BODY, FORBIDDEN_TRUNCATED -> Set.of(Cause.DENIED);
            case EXPIRED_TOKEN -> Set.of(Cause.EXPIRED);
            case NOT_FOUND_PAGE, OPT_IN_REQUIRED, INVALID_CLIENT_TOKEN, AUTH_FAILURE, UNKNOWN_OPERATION ->
                Set.of(Cause.UNSUPPORTED);
            case DRIPPING -> Set.of();
        };
    }

    private static void assertThatItIsMissed(Set<String> operations, Set<Cause> causes, ProxiedAccount.Scan scan) {
        if (causes.isEmpty()) {
            assertThat(scan.judged()).isEqualTo(calm.judged());
            return;
        }
        // Credentials that have run out end the whole scan.
        Set<String> lost = causes.contains(Cause.EXPIRED) ? everyOperation() : operations;
        Set<String> words = causes.stream().map(Cause::words).collect(toSet());
        Loss loss = new Loss(
                lost,
                gap -> lost.contains(gap.path("operation").asString())
                        && words.contains(gap.path("cause").asString()));
        assertThat(loss.problems(calm, scan)).as("findings").isEmpty();
        assertThat(passesOfUnread(lost, scan)).as("passes of what was not read").isEmpty();
        Set<Cause> seen = gaps(scan.inventory().coverage())
                .filter(gap -> operations.contains(gap.operation()))
                .map(Gap::cause)
                .collect(toSet());
        assertThat(seen).as("causes").isNotEmpty().isSubsetOf(causes);
        if (lost == operations) {
            assertThat(gaps(scan.inventory().coverage()).map(Gap::operation).collect(toSet()))
                    .as("operations that were not answered")
                    .containsAll(operations);
        }
    }

    @Test
    void anErrorWithStatus200IsTheErrorThatItIsInS3AndElsewhereNoAnswer() {
        Broken broken = SCANS.get(Breakage.ERROR_WITH_STATUS_200).join();
        assertThat(gaps(broken.operations().inventory().coverage()).filter(gap -> OPERATIONS.contains(gap.operation())))
                .isNotEmpty()
                .allMatch(gap -> gap.cause() == (gap.operation().startsWith("s3:") ? Cause.FAILED : Cause.MALFORMED));
    }

    /** AWS says of some settings that were never set that they do not exist, by a code; the status alone says nothing. */
    @ParameterizedTest
    @EnumSource(names = {"NOT_FOUND_WITHOUT_BODY", "NOT_FOUND_TRUNCATED", "FORBIDDEN_WITHOUT_BODY"})
    void aSettingOfWhichOnlyAStatusSaysThatItIsNotThereIsUnknown(Breakage breakage) {
        Set<String> details = CollectionPlan.everything().collectors().stream()
                .flatMap(collector -> collector.details().stream())
                .map(Detail::operation)
                .map(Operation::id)
                .collect(toSet());
        ProxiedAccount.Scan scan = account.scan(at(details, breakage));
        Loss loss = new Loss(
                details,
                gap -> causes(breakage).stream()
                        .anyMatch(cause -> gap.path("cause").asString().equals(cause.words())));
        assertThat(loss.problems(calm, scan)).isEmpty();
        assertThat(loss.passesOfUnread(scan)).isEmpty();
        assertThat(scan.inventory().coverage().calls())
                .filteredOn(calls ->
                        details.contains(calls.operation()) && !listings().contains(calls.operation()))
                .isNotEmpty()
                .allSatisfy(calls ->
                        assertThat(calls.answered()).as(calls.operation()).isZero());
    }

    @Test
    void anEmptyPageWithATokenIsNotTheEnd() {
        ProxiedAccount.Scan scan = account.scan(FaultPolicy.where(Paging::hasPages, Paging.EMPTY_PAGE_FIRST));
        assertThat(new Loss(Set.of(), gap -> false).problems(calm, scan)).isEmpty();
        assertThat(proxy.calls().stream().filter(made -> made.fault().isPresent()))
                .hasSizeGreaterThan(40);
    }

    @Test
    void aPageThatLeadsToItselfEndsTheListing() {
        FaultPolicy loops = FaultPolicy.where(
                call -> listings().contains(call.operation())
                        && !call.operation().equals(SPARES_WHAT_IS_NOT_EMULATED)
                        && Paging.hasPages(call),
                Paging.SAME_TOKEN_FOR_EVER);
        ProxiedAccount.Scan scan = account.scan(loops);
        Set<String> looping = proxy.calls().stream()
                .filter(made -> made.fault().isPresent())
                .map(made -> made.call().operation())
                .collect(toSet());
        Loss loss = new Loss(
                looping,
                gap -> gap.path("cause").asString().equals("malformed")
                        && looping.contains(gap.path("operation").asString()));
        assertThat(loss.problems(calm, scan)).isEmpty();
        assertThat(looping).hasSizeGreaterThan(20);
        // A second page shows that a listing leads nowhere.
        long calls = calm.inventory().coverage().calls().stream()
                .mapToLong(Coverage.Calls::answered)
                .sum();
        assertThat((long) proxy.calls().size()).isLessThan(2 * calls);
    }

    @Test
    void anEndpointThatGoesAwayLeavesWhatWasRead() {
        assertThatAllIsAsItWasOrUnknown(ofLeavingEndpoint.join().scan(), Set.of(Cause.FAILED, Cause.TIMED_OUT));
        assertThat(ofLeavingEndpoint.join().time()).isLessThan(BOUND);
    }

    private static TimedScan scanWithLeavingEndpoint() {
        AtomicInteger calls = new AtomicInteger();
        AwsProxy leaving = proxy.another();
        Instant start = Instant.now();
        ProxiedAccount.Scan scan = new ProxiedAccount(leaving).scan(call -> {
            if (calls.incrementAndGet() == HALF_WAY) {
                CompletableFuture.runAsync(leaving::close);
            }
            return Optional.empty();
        });
        return new TimedScan(scan, Duration.between(start, Instant.now()));
    }

    @Test
    void credentialsThatRunOutEndTheScanEarlyAndLeaveWhatWasRead() {
        Instant start = Instant.now();
        ProxiedAccount.Scan scan = account.scan(FaultPolicy.after(HALF_WAY, Breakage.EXPIRED_TOKEN));
        assertThat(Duration.between(start, Instant.now())).isLessThan(EARLY);
        assertThatAllIsAsItWasOrUnknown(scan, Set.of(Cause.EXPIRED));
        assertThat(proxy.calls().stream().filter(made -> made.fault().isPresent()))
                .as("calls after the credentials ran out: those under way")
                .hasSizeLessThanOrEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ec2:DescribeVolumes",
                "sns:ListTopics",
                "kms:ListKeys",
                "guardduty:ListDetectors",
                "s3:ListBuckets"
            })
    void expiredCredentialsAreNotTriedAgain(String operation) {
        account.scan(FaultPolicy.of(operation, Breakage.EXPIRED_TOKEN));
        assertThat(proxy.calls().stream().filter(made -> made.fault().isPresent()))
                .as("one for each region at most")
                .hasSizeBetween(1, 2);
    }

    @Test
    void theProgramSaysThatCredentialsRanOut() {
        proxy.inject(FaultPolicy.after(HALF_WAY, Breakage.EXPIRED_TOKEN));
        Program.Run run = Program.in(folder, proxy.environment())
                .run("scan", "--regions", "us-east-1,eu-west-1", "--format", "json", "--snapshot", "account.snapshot");
        proxy.inject(FaultPolicy.NONE);
        assertThat(run.exitCode()).as(run.err()).isIn(1, 4);
        assertThat(run.err()).contains("The credentials ran out", "--resume").doesNotContain("\tat ");
        assertThat(folder.resolve("account.snapshot")).isNotEmptyFile();
        assertThat(Findings.of(folder.resolve("aws-audit-report/findings.json")).unseen())
                .anySatisfy(
                        unseen -> assertThat(unseen.path("cause").asString()).isEqualTo("expired"));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPT_IN_REQUIRED", "INVALID_CLIENT_TOKEN", "AUTH_FAILURE"})
    void aRegionThatIsNotEnabledIsUnknownAndTheOthersAreAsTheyWere(Breakage breakage) {
        ProxiedAccount.Scan scan = account.scan(FaultPolicy.in("eu-west-1", breakage));
        assertThatAllIsAsItWasOrUnknown(scan, Set.of(Cause.UNSUPPORTED));
        assertThat(scan.inventory().coverage().listings())
                .filteredOn(listing -> listing.region().equals("us-east-1"))
                .isEqualTo(calm.inventory().coverage().listings().stream()
                        .filter(listing -> listing.region().equals("us-east-1"))
                        .toList());
    }

    @Test
    void aServiceThatDoesNotExistIsUnknownAndTheOthersAreAsTheyWere() {
        for (String service : List.of("guardduty", "cloudtrail", "kms", "elasticfilesystem", "rds")) {
            Set<String> operations = everyOperation().stream()
                    .filter(operation -> operation.startsWith(service + ":"))
                    .collect(toSet());
            ProxiedAccount.Scan scan = account.scan(at(operations, Breakage.UNKNOWN_OPERATION));
            Loss loss = new Loss(
                    operations,
                    gap -> gap.path("cause").asString().equals("unsupported")
                            && operations.contains(gap.path("operation").asString()));
            assertThat(loss.problems(calm, scan)).as(service).isEmpty();
        }
    }

    private static void assertThatAllIsAsItWasOrUnknown(ProxiedAccount.Scan scan, Set<Cause> causes) {
        Set<String> words = causes.stream().map(Cause::words).collect(toSet());
        Loss loss = new Loss(
                everyOperation(), gap -> words.contains(gap.path("cause").asString()));
        assertThat(loss.problems(calm, scan)).isEmpty();
        assertThat(passesOfUnread(everyOperation(), scan)).isEmpty();
        assertThat(gaps(scan.inventory().coverage()).map(Gap::cause)).containsAnyElementsOf(causes);
        assertThat(scan.findings().values().stream().filter(BrokenTest::isDecided))
                .as("what was read")
                .isNotEmpty();
    }

    private static boolean isDecided(JsonNode finding) {
        return !finding.path("status").asString().equals("UNKNOWN");
    }

    private static FaultPolicy at(Set<String> operations, Fault fault) {
        return FaultPolicy.where(call -> operations.contains(call.operation()), fault);
    }

    private static Set<String> everyOperation() {
        return CollectionPlan.everything().operations().stream()
                .map(Operation::id)
                .collect(toSet());
    }

    /** Of operations that are called once for a resource: of several calls one may be answered, and another not. */
    private static List<String> passesOfUnread(Set<String> operations, ProxiedAccount.Scan scan) {
        Set<String> askedOnce = new HashSet<>(operations);
        CollectionPlan.everything().collectors().stream()
                .flatMap(collector -> collector.details().stream())
                .filter(detail -> detail.frequency().separate())
                .forEach(detail -> askedOnce.remove(detail.operation().id()));
        return new Loss(askedOnce, gap -> true).passesOfUnread(scan);
    }

    private static Set<String> listings() {
        return CollectionPlan.everything().collectors().stream()
                .flatMap(collector -> collector.listings().stream())
                .map(Operation::id)
                .collect(toSet());
    }

    private static Stream<Gap> gaps(Coverage coverage) {
        return Stream.concat(
                coverage.listings().stream().flatMap(listing -> listing.gap().stream()),
                coverage.calls().stream()
                        .flatMap(calls -> calls.refusals().stream())
                        .map(Coverage.Refusal::gap));
    }
}

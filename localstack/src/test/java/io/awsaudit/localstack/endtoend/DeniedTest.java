package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.ConnectionException;
import io.awsaudit.collectors.Operation;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.proxy.AwsProxy;
import io.awsaudit.localstack.proxy.Denial;
import io.awsaudit.localstack.proxy.Fault;
import io.awsaudit.localstack.proxy.FaultPolicy;
import io.awsaudit.localstack.seed.SeededAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Each operation that any collector declares, refused. */
final class DeniedTest {
    /** Without these there is no scan. */
    private static final Set<String> OPENING = Set.of("ec2:DescribeRegions", "sts:GetCallerIdentity");

    /** Asked for only where the account has no report from the last hours, as it has after the first scan. */
    private static final String GENERATE_REPORT = "iam:GenerateCredentialReport";

    private static final FaultPolicy NO_REPORT = FaultPolicy.of(
            "iam:GetCredentialReport", Fault.error(410, "ReportNotPresent", "Credential report not generated yet"));

    /** So many are refused with one scan: what it costs is to judge the account. */
    private static final int AT_A_TIME = 10;

    private static AwsProxy proxy;
    private static ProxiedAccount account;
    private static ProxiedAccount.Scan calm;

    @TempDir
    private Path folder;

    @AfterEach
    void calmDown() {
        proxy.inject(FaultPolicy.NONE);
    }

    @BeforeAll
    static void scanInPeace() {
        proxy = AwsProxy.remembering(Emulators.with(SeededAccount.DEMO));
        account = new ProxiedAccount(proxy);
        account.scan(FaultPolicy.NONE); // after which there is a credential report
        calm = account.scan(FaultPolicy.NONE);
    }

    @AfterAll
    static void stop() {
        proxy.close();
    }

    @TestFactory
    Stream<DynamicTest> nothingIsPassedOrInventedWhereAnOperationIsRefused() {
        return refusals().stream()
                .map(refused -> dynamicTest(
                        refused.entrySet().stream()
                                .map(refusal -> refusal.getKey().id() + ": " + refusal.getValue())
                                .collect(Collectors.joining(", ")),
                        () -> assertThatTheyAreMissed(refused)));
    }

    /** Each operation with a kind of denial, a few at a time. */
    private static List<Map<Operation, Denial>> refusals() {
        List<Operation> operations = CollectionPlan.everything().operations();
        List<Operation> refused = operations.stream()
                .filter(operation -> !OPENING.contains(operation.id()))
                .toList();
        return Apart.of(refused, operation -> ProxiedAccount.collectorsOf(operation.id()), AT_A_TIME).stream()
                .map(group -> {
                    Map<Operation, Denial> denials = new LinkedHashMap<>();
                    group.forEach(operation -> denials.put(
                            operation, Denial.values()[operations.indexOf(operation) % Denial.values().length]));
                    return denials;
                })
                .toList();
    }

    @Test
    void whoMayNotAskWhoItIsLearnsSo() {
        proxy.inject(FaultPolicy.of("sts:GetCallerIdentity", Denial.SERVICE_CONTROL_POLICY));
        assertThatThrownBy(() -> account.open(ProxiedAccount.REGIONS))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("AccessDenied");
    }

    @Test
    void whoMayNotListRegionsIsToNameThem() {
        FaultPolicy refusal = FaultPolicy.of("ec2:DescribeRegions", Denial.PERMISSIONS_BOUNDARY);
        proxy.inject(refusal);
        assertThatThrownBy(() -> account.open(Set.of()))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("ec2:DescribeRegions")
                .hasMessageContaining(Gap.Blame.PERMISSIONS_BOUNDARY.sentence())
                .hasMessageContaining("--regions");
        assertThat(account.scan(refusal).judged()).isEqualTo(calm.judged());
    }

    @ParameterizedTest
    @EnumSource
    void everyReportSaysWhoIsToBlame(Denial denial) throws IOException {
        proxy.inject(FaultPolicy.of("s3:GetBucketPolicy", denial));
        Program.Run run = Program.in(folder, proxy.environment())
                .run("scan", "--check", "s3-bucket-*", "--regions", "us-east-1", "--verbose");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        Path reports = folder.resolve("aws-audit-report");
        List<JsonNode> unseen = Findings.of(reports.resolve("findings.json")).unseen().stream()
                .filter(part -> part.path("operation").asString().equals("s3:GetBucketPolicy"))
                .toList();
        assertThat(unseen).hasSize(1);
        assertThat(unseen.get(0).path("blame").asString(""))
                .isEqualTo(denial.blame().map(Gap.Blame::words).orElse(""));
        String sentence = denial.blame().map(Gap.Blame::sentence).orElse("Access Denied");
        assertThat(run.err()).contains("s3:GetBucketPolicy", sentence);
        assertThat(reports.resolve("findings.sarif")).content().contains("s3:GetBucketPolicy", sentence);
        assertThat(Files.readString(reports.resolve("report.html")).replace("&#39;", "'"))
                .contains("s3:GetBucketPolicy", sentence);
    }

    private static void assertThatTheyAreMissed(Map<Operation, Denial> refused) {
        Set<String> operations = refused.keySet().stream().map(Operation::id).collect(Collectors.toSet());
        FaultPolicy refusal = operations.contains(GENERATE_REPORT) ? NO_REPORT : FaultPolicy.NONE;
        for (Map.Entry<Operation, Denial> one : refused.entrySet()) {
            refusal = FaultPolicy.of(one.getKey().id(), one.getValue()).or(refusal);
        }
        ProxiedAccount.Scan denied = account.scanAgain(refusal, operations, calm);
        refused.forEach((operation, denial) -> assertThat(
                        gaps(denied.inventory().coverage()).anyMatch(gap -> names(gap, operation, denial)))
                .as("a gap in the coverage that names " + operation.id())
                .isEqualTo(isCalled(operation, denied)));
        Loss loss = new Loss(
                operations,
                gap -> refused.entrySet().stream().anyMatch(one -> names(gap, one.getKey(), one.getValue())));
        assertThat(loss.problems(calm, denied)).as("findings").isEmpty();
        assertThat(loss.passesOfUnread(denied)).as("passes of what was refused").isEmpty();
    }

    /** A scan of fewer types asks for what a whole one knows to be nowhere, such as what is of no use without a directory. */
    private static boolean isCalled(Operation operation, ProxiedAccount.Scan denied) {
        return operation.id().equals(GENERATE_REPORT)
                || calm.called().contains(operation.id())
                || denied.called().contains(operation.id());
    }

    private static boolean names(JsonNode gap, Operation operation, Denial denial) {
        return gap.path("operation").asString().equals(operation.id())
                && gap.path("cause").asString().equals("denied")
                && isActionOf(operation, gap.path("action").asString(""))
                && gap.path("blame")
                        .asString("")
                        .equals(denial.blame().map(Gap.Blame::words).orElse(""));
    }

    private static boolean names(Gap gap, Operation operation, Denial denial) {
        return gap.operation().equals(operation.id())
                && gap.cause() == Gap.Cause.DENIED
                && isActionOf(operation, gap.action().orElse(""))
                && gap.blame().equals(denial.blame());
    }

    /** One of the actions of the operation, or several. */
    private static boolean isActionOf(Operation operation, String actions) {
        return operation.actions().containsAll(Arrays.asList(actions.split(", ")));
    }

    private static Stream<Gap> gaps(Coverage coverage) {
        return Stream.concat(
                coverage.listings().stream().flatMap(listing -> listing.gap().stream()),
                coverage.calls().stream()
                        .flatMap(calls -> calls.refusals().stream())
                        .map(Coverage.Refusal::gap));
    }
}

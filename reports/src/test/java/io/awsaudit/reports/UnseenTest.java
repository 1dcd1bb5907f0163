package io.awsaudit.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Gap.Blame;
import io.awsaudit.inventory.Gap.Cause;
import io.awsaudit.inventory.Identity;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every report says of what could not be seen: why, whose doing it is, and what it left undecided. */
public class UnseenTest {
    private static final String ACCOUNT = "111122223333";
    private static final String CHECK = "s3-bucket-not-public";
    private static final Gap BY_SCP = new Gap(
            Cause.DENIED,
            "s3:GetBucketPolicy",
            Optional.of("s3:GetBucketPolicy"),
            Optional.of(Blame.SERVICE_CONTROL_POLICY),
            "with an explicit deny in a service control policy");
    private static final Gap NOT_NEEDED =
            new Gap(Cause.DENIED, "sns:ListTopics", Optional.of("sns:ListTopics"), "AccessDenied");
    private static final Gap ELSEWHERE =
            new Gap(Cause.NOT_COLLECTED, "encrypted by arn:aws:kms:r:2:key/k", Optional.empty(), "outside");

    /** A policy of the organization, a call that nothing rests on, and a key that is elsewhere. */
    public static final AuditResult RESULT = result(
            new Coverage(
                    List.of(new Coverage.Listing(ACCOUNT, "eu-west-1", "AWS::SNS::Topic", Optional.of(NOT_NEEDED))),
                    List.of(calls("eu-west-1", NOT_NEEDED), calls(Identity.GLOBAL, BY_SCP))),
            unknown(CHECK, "eu-west-1", BY_SCP),
            unknown("ec2-volume-encrypted", "eu-west-1", ELSEWHERE));

    @Test
    void everyGapNamesTheChecksThatItLeftUndecided() {
        assertThat(Unseen.of(RESULT))
                .satisfiesExactly(
                        unseen -> {
                            assertThat(unseen.operation()).isEqualTo("s3:GetBucketPolicy");
                            assertThat(unseen.blame()).hasValue(Blame.SERVICE_CONTROL_POLICY);
                            assertThat(unseen.checks()).containsExactly(CHECK);
                            assertThat(unseen.findings()).isEqualTo(1);
                            assertThat(unseen.matters()).isTrue();
                        },
                        unseen -> {
                            assertThat(unseen.operation()).isEqualTo("sns:ListTopics");
                            assertThat(unseen.checks()).isEmpty();
                            assertThat(unseen.matters()).isFalse();
                        },
                        unseen -> {
                            assertThat(unseen.cause()).isEqualTo(Cause.NOT_COLLECTED);
                            assertThat(unseen.calls()).isZero();
                            assertThat(unseen.checks()).containsExactly("ec2-volume-encrypted");
                        });
    }

    @Test
    void anUnknownThatAUserAcceptedLeavesNothingUndecided() {
        Finding open = unknown(CHECK, "eu-west-1", BY_SCP);
        Finding accepted = new Finding(
                open.checkId(),
                open.status(),
                open.severity(),
                open.resource(),
                open.message(),
                open.evidence(),
                open.path(),
                open.gaps(),
                open.fingerprint(),
                Optional.of(new Suppression(
                        CHECK,
                        "*",
                        Optional.empty(),
                        Optional.empty(),
                        "Known.",
                        "platform@example.com",
                        Optional.empty())));
        assertThat(Unseen.of(result(RESULT.coverage(), accepted))).noneMatch(Unseen::matters);
    }

    @Test
    void aGapCountsInTheRegionWhereItWasMet() {
        AuditResult result = result(
                new Coverage(List.of(), List.of(calls("eu-west-1", BY_SCP), calls("us-east-1", BY_SCP))),
                unknown(CHECK, "us-east-1", BY_SCP),
                unknown("ec2-volume-encrypted", Identity.GLOBAL, BY_SCP));
        Map<String, List<Unseen>> unseen = Unseen.byRegion(result, List.of(ACCOUNT, "444455556666"));
        assertThat(unseen.get(ACCOUNT))
                .satisfiesExactly(
                        ireland -> assertThat(ireland.checks()).containsExactly("ec2-volume-encrypted"),
                        virginia -> assertThat(virginia.checks()).containsExactly("ec2-volume-encrypted", CHECK));
        assertThat(unseen.get("444455556666")).isEmpty();
        assertThat(Unseen.byRegion(result, List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Blame.class)
    void aGrantIsAdvisedOnlyWhereItHelps(Blame blame) {
        Gap gap = new Gap(Cause.DENIED, "s3:GetX", Optional.of("s3:GetX"), Optional.of(blame), "");
        Unseen unseen = Unseen.of(result(new Coverage(List.of(), List.of(calls("r", gap)))))
                .get(0);
        assertThat(unseen.isMendedByGrant()).isEqualTo(blame == Blame.MISSING_ALLOW);
        assertThat(unseen.remedy().orElseThrow().startsWith("grant")).isEqualTo(blame == Blame.MISSING_ALLOW);
        assertThat(unseen.remedy().orElseThrow()).hasSizeLessThanOrEqualTo(50); // else the console cuts it off
    }

    @Test
    void theJsonSaysIt() {
        JsonNode unseen = new JsonMapper().readTree(report("json")).at("/coverage/unseen");
        assertThat(unseen.path(0).path("blame").asString()).isEqualTo("service control policy");
        assertThat(unseen.path(0).path("action").asString()).isEqualTo("s3:GetBucketPolicy");
        assertThat(unseen.path(0).path("undecidedChecks").toString()).isEqualTo("[\"" + CHECK + "\"]");
        assertThat(unseen.path(1).path("undecidedChecks").toString()).isEqualTo("[]");
        assertThat(unseen.path(2).path("cause").asString()).isEqualTo("not collected");
    }

    @Test
    void theSarifSaysIt() {
        JsonNode notifications =
                new JsonMapper().readTree(report("sarif")).at("/runs/0/invocations/0/toolExecutionNotifications");
        assertThat(notifications.size()).isEqualTo(3);
        JsonNode first = notifications.path(0);
        assertThat(first.path("level").asString()).isEqualTo("warning");
        assertThat(first.at("/message/text").asString())
                .contains("needs s3:GetBucketPolicy", "service control policy", "Undecided for it: " + CHECK);
        assertThat(first.at("/properties/blame").asString()).isEqualTo("service control policy");
        assertThat(first.at("/properties/undecidedChecks").toString()).isEqualTo("[\"" + CHECK + "\"]");
        JsonNode last = notifications.path(2); // what does not matter comes after what does
        assertThat(last.path("level").asString()).isEqualTo("note");
        assertThat(last.at("/message/text").asString()).endsWith("No chosen check rests on it.");
    }

    @Test
    void theConsoleSaysIt() {
        String text = report("console");
        assertThat(text.substring(text.indexOf("Not seen"))).isEqualTo("""
                Not seen, which leaves 2 checks undecided in parts
                  s3:GetBucketPolicy denied: ask the organization: an SCP stands against it
                    undecided: s3-bucket-not-public
                  encrypted by arn:aws:kms:r:2:key/k not collected: choose more checks or regions
                    undecided: ec2-volume-encrypted
                  besides 1 call without an answer that no chosen check rests on
                """);
    }

    @Test
    void theConsoleNamesTheFirstChecksAndCountsTheRest() {
        Finding[] findings = IntStream.range(0, 20)
                .mapToObj(i -> unknown("s3-bucket-x" + (char) ('a' + i), "eu-west-1", BY_SCP))
                .toArray(Finding[]::new);
        assertThat(Golden.text(
                        Reporters.of("console", Choices.PLAIN).orElseThrow(),
                        result(new Coverage(List.of(), List.of(calls("eu-west-1", BY_SCP))), findings)))
                .contains("undecided: s3-bucket-xa, s3-bucket-xb and 18 more\n");
    }

    private static String report(String format) {
        return Golden.text(Reporters.of(format, Choices.PLAIN).orElseThrow(), RESULT);
    }

    private static Coverage.Calls calls(String region, Gap gap) {
        return new Coverage.Calls(
                ACCOUNT, region, gap.operation(), 0, List.of(new Coverage.Refusal(Optional.empty(), gap)));
    }

    private static Finding unknown(String check, String region, Gap... gaps) {
        Finding.Subject subject =
                new Finding.Subject(new Arn("arn:aws:s3:::b"), "AWS::S3::Bucket", ACCOUNT, region, "b", Map.of());
        return new Finding(
                check,
                Verdict.UNKNOWN,
                Severity.LOW,
                subject,
                "Not decided.",
                List.of(),
                List.of(),
                List.of(gaps),
                "0".repeat(32),
                Optional.empty());
    }

    private static AuditResult result(Coverage coverage, Finding... findings) {
        AuditResult small = Samples.small();
        return new AuditResult(
                small.toolVersion(),
                small.asOf(),
                small.accounts(),
                coverage,
                Stream.concat(
                                small.checks().stream(),
                                Arrays.stream(findings)
                                        .map(Finding::checkId)
                                        .filter(id -> id.startsWith("s3-bucket-x"))
                                        .map(Samples::check))
                        .toList(),
                small.frameworks(),
                List.of(findings),
                small.resources());
    }
}

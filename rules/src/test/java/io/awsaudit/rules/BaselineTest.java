package io.awsaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.Volume;
import io.awsaudit.inventory.s3.Bucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant THEN = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-02-02T00:00:00Z");
    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "eu-west-1";
    private static final String VOLUME = "AWS::EC2::Volume";
    private static final Check ENCRYPTED = check("ec2-volume-encrypted", Volume.class);
    private static final Check BACKED_UP = check("ec2-volume-backed-up", Volume.class);
    private static final Gap DENIED =
            new Gap(Gap.Cause.DENIED, "ec2:DescribeVolumes", Optional.of("ec2:DescribeVolumes"), "no");
    private static final Suppression ACCEPTED =
            new Suppression("*", "*", Optional.empty(), Optional.empty(), "by design", "data", Optional.empty());

    /** An exclamation mark after a verdict says that a user accepted it; a dash, that there was no finding. */
    @ParameterizedTest
    @CsvSource({
        // it asks for something now, and did not then
        "-,              FAIL,            NEW,       its resource is new",
        "-,              UNKNOWN,         NEW,       its resource is new",
        "-,              MANUAL,          NEW,       its resource is new",
        "PASS,           FAIL,            NEW,       it passed then",
        "PASS,           UNKNOWN,         NEW,       it passed then",
        "PASS,           MANUAL,          NEW,       it passed then",
        "PASS!,          FAIL,            NEW,       'it was suppressed, and no longer is; it passed then'",
        "NOT_APPLICABLE, FAIL,            NEW,       it was out of scope then",
        "NOT_APPLICABLE, UNKNOWN,         NEW,       it was out of scope then",
        "UNKNOWN,        FAIL,            NEW,       it could not be decided then",
        "MANUAL,         FAIL,            NEW,       it was left to a person then",
        "FAIL!,          FAIL,            NEW,       'it was suppressed, and no longer is'",
        "UNKNOWN!,       UNKNOWN,         NEW,       'it was suppressed, and no longer is'",
        "FAIL!,          UNKNOWN,         NEW,       'it was suppressed, and no longer is; it failed then'",
        // the same verdict
        "FAIL,           FAIL,            UNCHANGED, the same as then",
        "FAIL!,          FAIL!,           UNCHANGED, the same as then",
        "FAIL,           FAIL!,           UNCHANGED, 'the same as then, but suppressed since'",
        "UNKNOWN,        UNKNOWN,         UNCHANGED, the same as then",
        "MANUAL,         MANUAL,          UNCHANGED, the same as then",
        "PASS,           PASS,            UNCHANGED, the same as then",
        "NOT_APPLICABLE, NOT_APPLICABLE,  UNCHANGED, the same as then",
        // it was wrong, and was seen to be right
        "FAIL,           PASS,            FIXED,     'it failed then, and passes now'",
        "FAIL,           NOT_APPLICABLE,  FIXED,     'it failed then, and is out of scope now'",
        "FAIL!,          PASS,            FIXED,     'it failed then, and passes now'",
        // the rest; above all, what is no longer seen to fail is not fixed
        "FAIL,           UNKNOWN,         UPDATED,   it failed then",
        "FAIL,           MANUAL,          UPDATED,   it failed then",
        "UNKNOWN,        PASS,            UPDATED,   it could not be decided then",
        "UNKNOWN,        NOT_APPLICABLE,  UPDATED,   it could not be decided then",
        "UNKNOWN,        MANUAL,          UPDATED,   it could not be decided then",
        "MANUAL,         UNKNOWN,         UPDATED,   it was left to a person then",
        "PASS,           NOT_APPLICABLE,  UPDATED,   it passed then",
        "NOT_APPLICABLE, PASS,            UPDATED,   it was out of scope then",
        "PASS,           FAIL!,           UPDATED,   it passed then",
        "-,              PASS,            UPDATED,   'its resource is new, and asks for nothing'",
        "-,              FAIL!,           UPDATED,   'its resource is new, and asks for nothing'",
    })
    void everyPairOfVerdictsHasAState(String then, String now, Change.State state, String reason) {
        List<Finding> before = then.equals("-") ? List.of() : List.of(finding(ENCRYPTED, then, "vol-1"));
        Finding finding =
                only(Baseline.of(result(THEN, before)).compare(result(NOW, List.of(finding(ENCRYPTED, now, "vol-1")))));
        assertThat(finding.change())
                .contains(new Change(
                        state,
                        then.equals("-") ? Optional.empty() : Optional.of(Verdict.valueOf(then.replace("!", ""))),
                        reason));
    }

    @ParameterizedTest
    @CsvSource({
        "FAIL,  FAIL,    2026-02-01T00:00:00Z",
        "FAIL!, FAIL,    2026-02-01T00:00:00Z",
        "PASS,  PASS,    2026-02-01T00:00:00Z",
        "PASS,  FAIL,    2026-02-02T00:00:00Z",
        "FAIL,  UNKNOWN, 2026-02-02T00:00:00Z",
        "FAIL,  PASS,    2026-02-02T00:00:00Z",
        "-,     FAIL,    2026-02-02T00:00:00Z",
    })
    void aVerdictIsFirstSeenWhereItBegan(String then, String now, Instant since) {
        List<Finding> before = then.equals("-") ? List.of() : List.of(finding(ENCRYPTED, then, "vol-1"));
        Finding finding =
                only(Baseline.of(result(THEN, before)).compare(result(NOW, List.of(finding(ENCRYPTED, now, "vol-1")))));
        assertThat(finding.firstSeen()).contains(since);
    }

    @Test
    void whenAVerdictBeganIsCarriedOnFromResultToResult() {
        AuditResult first = result(FIRST, List.of(finding(ENCRYPTED, "FAIL", "vol-1")));
        AuditResult then = Baseline.of(first).compare(result(THEN, List.of(finding(ENCRYPTED, "FAIL", "vol-1"))));
        AuditResult now = Baseline.of(then).compare(result(NOW, List.of(finding(ENCRYPTED, "FAIL", "vol-1"))));
        assertThat(only(now).firstSeen()).contains(FIRST);
    }

    @Test
    void aNightOnWhichNobodyLookedForgetsNothing() {
        List<Finding> failure = List.of(finding(ENCRYPTED, "FAIL", "vol-1"));
        AuditResult blind = Baseline.of(result(FIRST, failure))
                .compare(result(THEN, List.of(), List.of(ENCRYPTED), listed(REGION, Optional.of(DENIED))));
        Finding again = only(Baseline.of(blind).compare(result(NOW, failure)));
        assertThat(again.change().orElseThrow().state()).isEqualTo(Change.State.UNCHANGED);
        assertThat(again.firstSeen()).contains(FIRST);
        Finding mended = only(Baseline.of(blind).compare(result(NOW, List.of(finding(ENCRYPTED, "PASS", "vol-1")))));
        assertThat(mended.change().orElseThrow().state()).isEqualTo(Change.State.FIXED);
        AuditResult empty = Baseline.of(blind).compare(result(NOW, List.of()));
        assertThat(empty.comparison().orElseThrow().gone()).isNotEmpty();
        AuditResult blindAgain = Baseline.of(blind)
                .compare(result(NOW, List.of(), List.of(ENCRYPTED), listed(REGION, Optional.of(DENIED))));
        assertThat(blindAgain.comparison().orElseThrow().unseen()).isNotEmpty();
    }

    @Test
    void aBaselineThatIsLaterPutsNoBeginningIntoTheFuture() {
        AuditResult later = result(NOW, List.of(finding(ENCRYPTED, "FAIL", "vol-1")));
        AuditResult judged = Baseline.of(later).compare(result(THEN, List.of(finding(ENCRYPTED, "FAIL", "vol-1"))));
        assertThat(only(judged).firstSeen()).contains(THEN);
    }

    @Test
    void whatWasNotAskedThenIsNewForThatReason() {
        AuditResult then = result(THEN, List.of());
        assertThat(reason(
                        then,
                        result(
                                NOW,
                                List.of(finding(BACKED_UP, "FAIL", "vol-1")),
                                List.of(ENCRYPTED, BACKED_UP),
                                whole())))
                .isEqualTo("its check was not asked then");
        assertThat(reason(
                        then,
                        result(NOW, List.of(finding(ENCRYPTED, "FAIL", volume("999988887777", REGION, "vol-1"))))))
                .isEqualTo("its account was not looked at then");
        assertThat(reason(
                        then, result(NOW, List.of(finding(ENCRYPTED, "FAIL", volume(ACCOUNT, "us-east-1", "vol-1"))))))
                .isEqualTo("its region was not looked at then");
        assertThat(reason(
                        result(THEN, List.of(), List.of(ENCRYPTED), listed(REGION, Optional.of(DENIED))),
                        result(NOW, List.of(finding(ENCRYPTED, "FAIL", "vol-1")))))
                .isEqualTo("its type was not listed to the end then");
        assertThat(reason(
                        then,
                        result(NOW, List.of(everyVolume()), List.of(ENCRYPTED), listed(REGION, Optional.of(DENIED)))))
                .isEqualTo("its type was listed to the end then");
    }

    @Test
    void aListingThatStillHasAGapIsUnchanged() {
        AuditResult then =
                result(THEN, List.of(everyVolume()), List.of(ENCRYPTED), listed(REGION, Optional.of(DENIED)));
        AuditResult now = result(NOW, List.of(everyVolume()), List.of(ENCRYPTED), listed(REGION, Optional.of(DENIED)));
        assertThat(only(Baseline.of(then).compare(now)).change().orElseThrow().state())
                .isEqualTo(Change.State.UNCHANGED);
    }

    @Test
    void aFailureIsGoneWhereItsResourceWasLookedForAndIsNotThere() {
        AuditResult then =
                result(THEN, List.of(finding(ENCRYPTED, "FAIL", "vol-1"), finding(ENCRYPTED, "PASS", "vol-2")));
        Comparison comparison =
                Baseline.of(then).compare(result(NOW, List.of())).comparison().orElseThrow();
        assertThat(comparison.baseline()).isEqualTo(THEN);
        assertThat(comparison.gone())
                .extracting(finding -> finding.resource().name())
                .containsExactly("vol-1");
        assertThat(comparison.unseen()).isEmpty();
    }

    @Test
    void whatNobodyLookedForIsNotGone() {
        List<Finding> failure = List.of(finding(ENCRYPTED, "FAIL", "vol-1"));
        assertUnseen(failure, result(NOW, List.of(), List.of(BACKED_UP), whole()));
        assertUnseen(failure, result(NOW, List.of(), List.of(ENCRYPTED), listed(REGION, Optional.of(DENIED))));
        assertUnseen(failure, result(NOW, List.of(), List.of(ENCRYPTED), Coverage.NONE));
        assertUnseen(failure, result(NOW, List.of(), List.of(ENCRYPTED), listed("us-east-1", Optional.empty())));
        assertUnseen(
                List.of(finding(ENCRYPTED, "FAIL", volume(ACCOUNT, "us-east-1", "vol-1"))), result(NOW, List.of()));
        assertUnseen(
                List.of(finding(ENCRYPTED, "FAIL", volume("999988887777", REGION, "vol-1"))), result(NOW, List.of()));
    }

    @Test
    void whatIsListedOnceForAllRegionsIsLookedForInEach() {
        Check versioned = check("s3-bucket-versioning-enabled", Bucket.class);
        Finding bucket = finding(
                versioned,
                "FAIL",
                new Finding.Subject(new Arn("arn:aws:s3:::b"), "AWS::S3::Bucket", ACCOUNT, REGION, "b", Map.of()));
        Coverage listed = new Coverage(
                List.of(new Coverage.Listing(ACCOUNT, Identity.GLOBAL, "AWS::S3::Bucket", Optional.empty())),
                List.of());
        Comparison comparison = Baseline.of(result(THEN, List.of(bucket), List.of(versioned), listed))
                .compare(result(NOW, List.of(), List.of(versioned), listed))
                .comparison()
                .orElseThrow();
        assertThat(comparison.gone()).containsExactly(bucket.since(THEN));
    }

    @Test
    void anAcceptedFailureThatIsGoneIsNoNews() {
        Comparison comparison = Baseline.of(result(THEN, List.of(finding(ENCRYPTED, "FAIL!", "vol-1"))))
                .compare(result(NOW, List.of()))
                .comparison()
                .orElseThrow();
        assertThat(comparison.gone()).isEmpty();
    }

    @Test
    void aCheckThatWasRenamedKeepsItsPast() {
        Check renamed = check("ec2-volume-ciphered", Volume.class, "ec2-volume-encrypted");
        AuditResult now = Baseline.of(result(THEN, List.of(finding(ENCRYPTED, "FAIL", "vol-1"))))
                .compare(result(NOW, List.of(finding(renamed, "FAIL", "vol-1")), List.of(renamed), whole()));
        assertThat(only(now).change().orElseThrow().state()).isEqualTo(Change.State.UNCHANGED);
        assertThat(now.comparison().orElseThrow().gone()).isEmpty();
    }

    @Test
    void allElseOfTheResultStays() {
        AuditResult now = result(NOW, List.of(finding(ENCRYPTED, "FAIL!", "vol-1")));
        AuditResult compared = Baseline.of(result(THEN, List.of())).compare(now);
        assertThat(only(compared).suppression()).contains(ACCEPTED);
        assertThat(compared.coverage()).isEqualTo(now.coverage());
        assertThat(compared.asOf()).isEqualTo(NOW);
    }

    @Test
    void aHundredThousandFindingsAreMatchedByFingerprint() {
        List<Finding> many = IntStream.range(0, 100_000)
                .mapToObj(i -> finding(ENCRYPTED, i % 2 == 0 ? "FAIL" : "PASS", "vol-" + i))
                .toList();
        List<Finding> mended = new ArrayList<>(many);
        mended.set(0, finding(ENCRYPTED, "PASS", "vol-0"));
        AuditResult compared = Baseline.of(result(THEN, many)).compare(result(NOW, mended));
        assertThat(compared.findings())
                .filteredOn(finding -> finding.change().orElseThrow().state() == Change.State.FIXED)
                .extracting(finding -> finding.resource().name())
                .containsExactly("vol-0");
    }

    private static void assertUnseen(List<Finding> then, AuditResult now) {
        Comparison comparison =
                Baseline.of(result(THEN, then)).compare(now).comparison().orElseThrow();
        assertThat(comparison.gone()).isEmpty();
        assertThat(comparison.unseen())
                .extracting(Finding::fingerprint, Finding::firstSeen)
                .containsExactly(tuple(then.get(0).fingerprint(), Optional.of(THEN)));
    }

    private static String reason(AuditResult then, AuditResult now) {
        Change change = only(Baseline.of(then).compare(now)).change().orElseThrow();
        assertThat(change.state()).isEqualTo(Change.State.NEW);
        return change.reason();
    }

    private static Finding only(AuditResult result) {
        assertThat(result.findings()).hasSize(1);
        return result.findings().get(0);
    }

    private static AuditResult result(Instant asOf, List<Finding> findings) {
        return result(asOf, findings, List.of(ENCRYPTED), whole());
    }

    private static AuditResult result(Instant asOf, List<Finding> findings, List<Check> checks, Coverage coverage) {
        return new AuditResult(
                "1.0",
                asOf,
                List.of(new Inventory.AccountScope(ACCOUNT, "aws", List.of(REGION))),
                coverage,
                checks,
                List.of(),
                findings,
                findings.size());
    }

    private static Coverage whole() {
        return listed(REGION, Optional.empty());
    }

    private static Coverage listed(String region, Optional<Gap> gap) {
        return new Coverage(List.of(new Coverage.Listing(ACCOUNT, region, VOLUME, gap)), List.of());
    }

    private static Finding.Subject volume(String account, String region, String name) {
        return new Finding.Subject(
                new Arn("arn:aws:ec2:" + region + ":" + account + ":volume/" + name),
                VOLUME,
                account,
                region,
                name,
                Map.of());
    }

    private static Finding everyVolume() {
        return finding(
                ENCRYPTED,
                "UNKNOWN",
                new Finding.Subject(
                        new Arn("arn:aws:iam::" + ACCOUNT + ":root"),
                        VOLUME,
                        ACCOUNT,
                        REGION,
                        "every " + VOLUME,
                        Map.of()));
    }

    private static Finding finding(Check check, String verdict, String volume) {
        return finding(check, verdict, volume(ACCOUNT, REGION, volume));
    }

    private static Finding finding(Check check, String verdict, Finding.Subject subject) {
        return new Finding(
                check.id(),
                Verdict.valueOf(verdict.replace("!", "")),
                check.severity(),
                subject,
                "message",
                List.of(),
                List.of(),
                List.of(),
                Finding.fingerprint(check.id(), subject),
                verdict.endsWith("!") ? Optional.of(ACCEPTED) : Optional.empty());
    }

    private static Check check(String id, Class<? extends Resource> resource, String... aliases) {
        return new Check(
                id,
                "ec2",
                id,
                resource,
                "It holds",
                Severity.HIGH,
                Pillar.SECURITY,
                Optional.empty(),
                "why",
                "fix",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                "https://docs.aws.amazon.com/",
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Arrays.asList(aliases),
                Optional.empty());
    }
}

package io.awsaudit.reports.sarif;

import static io.awsaudit.reports.sarif.LogFiles.ACCOUNT;
import static io.awsaudit.reports.sarif.LogFiles.check;
import static io.awsaudit.reports.sarif.LogFiles.finding;
import static io.awsaudit.reports.sarif.LogFiles.log;
import static io.awsaudit.reports.sarif.LogFiles.notifications;
import static io.awsaudit.reports.sarif.LogFiles.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A log stays within what GitHub code scanning takes, and says what it lacks for that. */
class LimitsTest {
    private static final int CRITICAL = 0;
    private static final int MEDIUM = 2;
    private static final int LOW = 3;

    @Test
    void aRunHasNoMoreResultsThanAreTakenAndTheLeastSevereAreLeftOut() {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(failures(LOW, 25_010));
        findings.addAll(failures(CRITICAL, 30));
        findings.addAll(failures(MEDIUM, 60));
        JsonNode run = log(result(findings)).path("runs").path(0);
        assertThat(run.path("results").size()).isEqualTo(25_000);
        assertThat(levels(run, "error")).isEqualTo(30);
        assertThat(levels(run, "warning")).isEqualTo(60);
        assertThat(notifications(run, "left-out/results"))
                .singleElement()
                .asString()
                .startsWith("100 of 25,100 results are not in this file")
                .contains("100 low", "findings.json");
        assertThat(notifications(run, "not-shown/results"))
                .singleElement()
                .asString()
                .contains("5,000 of these 25,000");
    }

    @Test
    void aRunThatHoldsAllOfItNotifiesOfNothing() {
        JsonNode run = log(result(failures(LOW, 5_000))).path("runs").path(0);
        assertThat(run.path("results").size()).isEqualTo(5_000);
        assertThat(notifications(run, "left-out/results")).isEmpty();
        assertThat(notifications(run, "not-shown/results")).isEmpty();
    }

    @Test
    void whatFailedComesFirstThenWhatIsOpenThenWhatWasAccepted() {
        JsonNode results = log(Samples.small()).path("runs").path(0).path("results");
        assertThat(results.valueStream().map(found -> found.path("kind").asString()))
                .containsExactly("fail", "open", "open", "review", "fail");
        assertThat(results.path(4).path("suppressions").path(0).path("status").asString())
                .isEqualTo("accepted");
    }

    @Test
    void newFailuresPushOutNoneOfEqualSeverity() {
        List<Finding> yesterday = failures(LOW, 25_000);
        List<Finding> tonight = new ArrayList<>(yesterday);
        tonight.add(finding(
                check(LOW),
                Verdict.FAIL,
                ACCOUNT,
                "z-new",
                "It is new.",
                List.of(),
                Optional.of(new Change(Change.State.NEW, Optional.empty(), "its resource is new"))));
        assertThat(fingerprints(LogFiles.compared(tonight, List.of(), List.of())))
                .isEqualTo(fingerprints(result(yesterday)));
    }

    @Test
    void aFileThatWouldBeTooBigWhenCompressedHoldsLess() throws IOException {
        Random random = new Random(3);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 24_000; i++) {
            byte[] noise = new byte[450];
            random.nextBytes(noise);
            findings.add(finding(
                    check(i % 1_000 == 0 ? CRITICAL : LOW),
                    Verdict.FAIL,
                    i % 2 == 0 ? ACCOUNT : "444455556666",
                    "bucket-" + i,
                    HexFormat.of().formatHex(noise),
                    List.of(),
                    Optional.empty()));
        }
        String text = Golden.text(new SarifReporter(false), result(findings));
        assertThat(compressed(text)).isBetween(7_000_000, 10_000_000);
        JsonNode runs = LogFiles.log(new SarifReporter(false), result(findings)).path("runs");
        assertThat(runs.size()).isEqualTo(2);
        assertThat(runs.valueStream().mapToLong(run -> levels(run, "error")).sum())
                .isEqualTo(24);
        assertThat(runs).allSatisfy(run -> {
            int kept = run.path("results").size();
            assertThat(kept).isBetween(6_000, 11_999);
            assertThat(notifications(run, "left-out/results"))
                    .singleElement()
                    .asString()
                    .startsWith(String.format("%,d of 12,000 results", 12_000 - kept));
        });
    }

    @Test
    void moreAccountsThanRunsAreTakenStandInFurtherFiles() {
        AuditResult result = result(IntStream.range(0, 45)
                .mapToObj(i -> finding(check(LOW), Verdict.FAIL, String.valueOf(100_000_000_000L + i), "bucket"))
                .toList());
        List<Reporter> parts = new SarifReporter(false).parts(result);
        assertThat(parts)
                .extracting(Reporter::fileName)
                .containsExactly("findings.sarif", "findings-2.sarif", "findings-3.sarif");
        List<JsonNode> logs = parts.stream().map(part -> log(part, result)).toList();
        assertThat(logs).extracting(log -> log.path("runs").size()).containsExactly(20, 20, 6);
        Set<String> categories = new HashSet<>();
        logs.forEach(log -> log.path("runs")
                .forEach(run ->
                        categories.add(run.path("automationDetails").path("id").asString())));
        assertThat(categories).hasSize(46);
        assertThat(logs)
                .allSatisfy(log -> assertThat(notifications(log.path("runs").path(0), "left-out/runs"))
                        .singleElement()
                        .asString()
                        .contains("of 46 accounts", "findings.sarif, findings-2.sarif, findings-3.sarif"));
    }

    @Test
    void fewAccountsStandInOneFile() {
        assertThat(new SarifReporter(false).parts(Samples.small()))
                .extracting(Reporter::fileName)
                .containsExactly("findings.sarif");
    }

    @Test
    void aResultHasNoMoreLocationsThanAreShown() {
        Finding much = finding(
                check(LOW),
                Verdict.FAIL,
                ACCOUNT,
                "bucket",
                "So it is.",
                IntStream.range(0, 120)
                        .mapToObj(
                                i -> new Evidence(new Arn("arn:aws:s3:::bucket"), "statement " + i, "x".repeat(4_000)))
                        .toList(),
                Optional.empty());
        JsonNode found =
                log(result(List.of(much))).path("runs").path(0).path("results").path(0);
        assertThat(found.path("relatedLocations").size()).isEqualTo(99);
        assertThat(found.path("relatedLocations")
                        .path(0)
                        .path("message")
                        .path("text")
                        .asString())
                .hasSizeLessThan(330)
                .endsWith("characters)");
    }

    @Test
    void aFindingTakesLessThanAKilobyteBesidesTheRules() {
        for (AuditResult result : List.of(Samples.large(2_000), Samples.large(20_000))) {
            JsonNode runs = log(result).path("runs");
            long results = 0;
            long bytes = 0;
            for (JsonNode run : runs) {
                results += run.path("results").size();
                bytes += run.path("results").toString().getBytes(StandardCharsets.UTF_8).length;
            }
            assertThat(bytes / results).isLessThan(1_024);
        }
    }

    private static Set<String> fingerprints(AuditResult result) {
        Set<String> fingerprints = new HashSet<>();
        log(result)
                .path("runs")
                .path(0)
                .path("results")
                .forEach(found -> fingerprints.add(found.path("partialFingerprints")
                        .path("primaryLocationLineHash")
                        .asString()));
        return fingerprints;
    }

    private static long levels(JsonNode run, String level) {
        return run.path("results")
                .valueStream()
                .filter(found -> found.path("level").asString().equals(level))
                .count();
    }

    private static List<Finding> failures(int severity, int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> finding(check(severity), Verdict.FAIL, ACCOUNT, String.format("bucket-%06d", i)))
                .toList();
    }

    private static int compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}

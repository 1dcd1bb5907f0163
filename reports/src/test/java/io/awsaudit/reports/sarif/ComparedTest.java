package io.awsaudit.reports.sarif;

import static io.awsaudit.reports.sarif.LogFiles.ACCOUNT;
import static io.awsaudit.reports.sarif.LogFiles.changed;
import static io.awsaudit.reports.sarif.LogFiles.check;
import static io.awsaudit.reports.sarif.LogFiles.compared;
import static io.awsaudit.reports.sarif.LogFiles.finding;
import static io.awsaudit.reports.sarif.LogFiles.log;
import static io.awsaudit.reports.sarif.LogFiles.notifications;
import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.SuppressionUse;
import io.awsaudit.rules.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a log says of a baseline, and of what users accepted. */
class ComparedTest {
    private static final Optional<Verdict> NONE = Optional.empty();
    private static final Optional<Verdict> FAILED = Optional.of(Verdict.FAIL);

    private static final AuditResult COMPARED = compared(
            List.of(
                    changed(Verdict.FAIL, "appeared", Change.State.NEW, NONE),
                    changed(Verdict.FAIL, "stayed", Change.State.UNCHANGED, FAILED),
                    changed(Verdict.UNKNOWN, "hid", Change.State.UPDATED, FAILED),
                    changed(Verdict.PASS, "mended", Change.State.FIXED, FAILED),
                    changed(Verdict.PASS, "born-well", Change.State.UPDATED, NONE)),
            List.of(finding(check(0), Verdict.FAIL, ACCOUNT, "deleted")),
            List.of(
                    finding(check(0), Verdict.FAIL, ACCOUNT, "unseen"),
                    finding(check(0), Verdict.FAIL, "999999999999", "elsewhere")));

    @Test
    void everyResultSaysHowItStandsToTheBaseline() {
        assertThat(states(true))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "appeared", "fail new",
                        "stayed", "fail unchanged",
                        "hid", "open updated",
                        "unseen", "open updated",
                        "mended", "pass absent",
                        "deleted", "notApplicable absent",
                        "born-well", "pass new"));
    }

    @Test
    void whatIsNoLongerWrongIsNotListedUnlessAskedForSinceGitHubWouldKeepItsAlertOpen() {
        assertThat(states(false)).containsOnlyKeys("appeared", "stayed", "hid", "unseen");
        assertThat(notifications(log(COMPARED).path("runs").path(0), "baseline/absent"))
                .containsExactly("Of the failures as of 2025-12-31T00:00:00Z: 1 mended, 1 gone with their resource.");
    }

    @Test
    void aFailureThatNobodyLookedAtAgainIsListedAsOpenAndSaysSo() {
        JsonNode unseen = log(COMPARED)
                .path("runs")
                .path(0)
                .path("results")
                .valueStream()
                .filter(found -> name(found).equals("unseen"))
                .findFirst()
                .orElseThrow();
        assertThat(unseen.path("message").path("text").asString())
                .startsWith("Not looked at this time. When it last was: ");
        assertThat(unseen.path("level").asString()).isEqualTo("none");
    }

    @Test
    void anAccountThatWasNotLookedAtHasNoRunSoThatItsAlertsStayAsTheyAre() {
        assertThat(log(COMPARED).path("runs").size()).isEqualTo(1);
    }

    @Test
    void whenAVerdictBeganIsItsFirstDetection() {
        assertThat(log(COMPARED)
                        .path("runs")
                        .path(0)
                        .path("results")
                        .path(0)
                        .path("provenance")
                        .path("firstDetectionTimeUtc")
                        .asString())
                .isEqualTo("2025-12-31T00:00:00Z");
    }

    @Test
    void withoutABaselineNothingIsSaidOfOne() {
        assertThat(log(Samples.small()).path("runs").path(0).path("results"))
                .allSatisfy(found -> assertThat(found.has("baselineState")).isFalse());
    }

    @Test
    void aSuppressionSaysWhyWhoAndUntilWhen() {
        JsonNode suppressions = log(Samples.small())
                .path("runs")
                .path(0)
                .path("results")
                .path(4)
                .path("suppressions");
        assertThat(suppressions.toString()).isEqualTo("""
                [{"kind":"external","status":"accepted","justification":"Logs are written once.",\
                "properties":{"owner":"platform@example.com","expires":"2026-06-30"}}]""");
    }

    @Test
    void aSuppressionThatIsPastIsNotAccepted() {
        Finding finding = finding(check(0), Verdict.FAIL, ACCOUNT, "open");
        Suppression past = new Suppression(
                check(0).id(),
                "arn:aws:s3:::open",
                Optional.empty(),
                Optional.empty(),
                "For the launch.",
                "web@example.com",
                Optional.of(LocalDate.of(2025, 12, 1)));
        Suppression other = new Suppression(
                "*", "arn:aws:s3:::other", Optional.empty(), Optional.empty(), "x", "x", Optional.of(LocalDate.MIN));
        AuditResult result = LogFiles.result(
                List.of(finding),
                List.of(
                        new SuppressionUse(past, 0, OptionalLong.of(-31), true),
                        new SuppressionUse(other, 0, OptionalLong.of(-31), true)),
                Optional.empty());
        JsonNode suppressions =
                log(result).path("runs").path(0).path("results").path(0).path("suppressions");
        assertThat(suppressions.size()).isEqualTo(1);
        assertThat(suppressions.path(0).path("status").asString()).isEqualTo("rejected");
        assertThat(suppressions.path(0).path("properties").path("expires").asString())
                .isEqualTo("2025-12-01");
    }

    private static Map<String, String> states(boolean includePassed) {
        Map<String, String> states = new TreeMap<>();
        log(new SarifReporter(includePassed), COMPARED)
                .path("runs")
                .path(0)
                .path("results")
                .forEach(found -> states.put(
                        name(found),
                        found.path("kind").asString() + " "
                                + found.path("baselineState").asString()));
        return states;
    }

    private static String name(JsonNode found) {
        return found.path("locations")
                .path(0)
                .path("logicalLocations")
                .path(0)
                .path("name")
                .asString();
    }
}

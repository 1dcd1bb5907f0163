package io.awsaudit.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.s3.Bucket;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Exposure;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Pillar;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrioritiesTest {
    private static final String REVOKE = "aws ec2 revoke-security-group-ingress --group-id GROUP";

    private final List<Check> checks = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void severityGoesBeforeExposure() {
        check("a-open", Severity.HIGH, Exposure.INTERNET, "");
        check("b-secret", Severity.CRITICAL, null, "");
        fails("a-open", "one", seen("one", "ingress", "all"));
        fails("b-secret", "two", seen("two", "environment", "key"));
        assertThat(first()).containsExactly("b-secret two", "a-open one");
    }

    @Test
    void whatLetsStrangersInGoesBeforeWhatTheyFindThere() {
        check("a-plain", Severity.HIGH, null, "");
        check("b-inside", Severity.HIGH, null, "");
        check("c-address", Severity.HIGH, Exposure.ADDRESS, "");
        check("d-open", Severity.HIGH, Exposure.EVERYBODY, "");
        fails("a-plain", "quiet", seen("quiet", "x", "y"));
        fails("b-inside", "open", seen("open", "x", "y"));
        fails("c-address", "far", seen("far", "x", "y"));
        fails("d-open", "open", seen("open", "policy", "*"));
        assertThat(first()).containsExactly("d-open open", "b-inside open", "c-address far", "a-plain quiet");
        assertThat(reasons())
                .containsExactly(
                        "high, open to everybody",
                        "high, on a resource that is open to everybody",
                        "high, has an address on the internet",
                        "high");
    }

    @Test
    void anAcceptedExposureStillExposes() {
        check("a-inside", Severity.HIGH, null, "");
        check("b-open", Severity.CRITICAL, Exposure.INTERNET, "");
        fails("a-inside", "web", seen("web", "x", "y"));
        accepted("b-open", "web");
        assertThat(reasons()).containsExactly("high, on a resource that is open to the internet");
    }

    @Test
    void oneChangeClearsWhatRestsOnNothingElse() {
        check("a-all", Severity.HIGH, Exposure.INTERNET, REVOKE + " --protocol all");
        check("b-ssh", Severity.HIGH, Exposure.INTERNET, REVOKE + " --port 22");
        check("c-rdp", Severity.HIGH, Exposure.INTERNET, REVOKE + " --port 3389");
        check("d-tagged", Severity.HIGH, null, "aws ec2 create-tags");
        Evidence ssh = seen("group", "ingress", "tcp 22 from 0.0.0.0/0");
        Evidence rdp = seen("group", "ingress", "tcp 3389 from 0.0.0.0/0");
        fails("a-all", "group", ssh, rdp);
        fails("b-ssh", "group", ssh);
        fails("c-rdp", "group", rdp);
        fails("d-tagged", "group", ssh);
        fails("b-ssh", "other", seen("other", "ingress", "tcp 22 from 0.0.0.0/0"));
        assertThat(first()).containsExactly("a-all group", "b-ssh other", "d-tagged group");
        assertThat(reasons())
                .containsExactly(
                        "high, open to the internet, one change can clear 3 findings",
                        "high, open to the internet",
                        "high, on a resource that is open to the internet");
        assertThat(priorities().first(10).get(1).alike()).isOne();
    }

    @Test
    void whatSeveralShareIsMendedInOnePlace() {
        check("a-tls", Severity.MEDIUM, null, "aws redshift modify-cluster-parameter-group --x");
        fails("a-tls", "one", seen("shared", "parameters", "{}"));
        fails("a-tls", "two", seen("shared", "parameters", "{}"));
        fails("a-tls", "three", seen("own", "parameters", "{}"));
        assertThat(reasons()).containsExactly("medium, one change can clear 2 findings");
    }

    @Test
    void whatIsCreatedMendsOneThingOnly() {
        check("a-endpoint", Severity.MEDIUM, null, "aws ec2 create-vpc-endpoint --service-name a");
        check("b-endpoint", Severity.MEDIUM, null, "aws ec2 create-vpc-endpoint --service-name b");
        fails("a-endpoint", "vpc", seen("vpc", "endpoints", "none"));
        fails("b-endpoint", "vpc", seen("vpc", "endpoints", "none"));
        assertThat(reasons()).containsExactly("medium", "medium");
    }

    @Test
    void theGroupThatInstancesAreReachedThroughGoesFirst() {
        check("a-group", Severity.CRITICAL, Exposure.INTERNET, REVOKE);
        check("b-instance", Severity.CRITICAL, Exposure.INTERNET, REVOKE);
        fails("a-group", "idle", seen("idle", "ingress", "all"));
        fails("a-group", "used", seen("used", "ingress", "all"));
        fails("b-instance", "web", seen("web", "public addresses", "1.2.3.4"), seen("used", "open to everyone", "22"));
        assertThat(first()).containsExactly("a-group used", "b-instance web");
        assertThat(reasons())
                .containsExactly("critical, open to the internet, exposes web", "critical, open to the internet");
    }

    @Test
    void onlyOpenFailuresAreThere() {
        AuditResult result = Samples.small();
        assertThat(Priorities.of(result).all())
                .extracting(Priorities.Priority::finding)
                .allMatch(Finding::isOpenFailure)
                .hasSize((int) result.findings().stream()
                        .filter(Finding::isOpenFailure)
                        .count());
    }

    @Test
    void theFixIsOneSentenceOnOneLine() {
        assertThat(Priorities.of(Samples.small()).all().get(0).fix())
                .isEqualTo("Open the resource in the console, choose Edit, and turn the setting on.");
    }

    @Test
    void tenThousandFindingsOfOneSettingShareOneList() {
        check("a-tls", Severity.MEDIUM, null, "aws redshift modify-cluster-parameter-group --x");
        for (int i = 0; i < 10_000; i++) {
            fails("a-tls", "cluster-" + i, seen("shared", "parameters", "{}"));
        }
        List<Priorities.Priority> all = priorities().all();
        assertThat(all).hasSize(10_000);
        assertThat(all.get(9_999).clears()).isSameAs(all.get(0).clears()).hasSize(10_000);
    }

    private void check(String id, Severity severity, @Nullable Exposure exposure, String cli) {
        checks.add(new Check(
                id,
                "s3",
                id,
                Bucket.class,
                id,
                severity,
                Pillar.SECURITY,
                Optional.ofNullable(exposure),
                "Why.",
                "Fix it.",
                Optional.of(cli),
                Optional.empty(),
                List.of(),
                List.of(),
                "https://example.com",
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
    }

    private void fails(String check, String resource, Evidence... evidence) {
        add(check, resource, List.of(evidence), Optional.empty());
    }

    private void accepted(String check, String resource) {
        add(
                check,
                resource,
                List.of(),
                Optional.of(new Suppression(
                        check, "*", Optional.empty(), Optional.empty(), "reason", "owner", Optional.empty())));
    }

    private void add(String check, String resource, List<Evidence> evidence, Optional<Suppression> suppression) {
        findings.add(new Finding(
                check,
                Verdict.FAIL,
                checks.stream()
                        .filter(each -> each.id().equals(check))
                        .findFirst()
                        .orElseThrow()
                        .severity(),
                new Finding.Subject(
                        new Arn("arn:" + resource), "AWS::S3::Bucket", "111122223333", "eu-west-1", resource, Map.of()),
                "",
                evidence,
                List.of(),
                List.of(),
                check + resource,
                suppression));
    }

    private static Evidence seen(String resource, String property, String value) {
        return new Evidence(new Arn("arn:" + resource), property, value);
    }

    private Priorities priorities() {
        return Priorities.of(new AuditResult(
                "1", Instant.EPOCH, List.of(), new Coverage(List.of(), List.of()), checks, List.of(), findings, 1));
    }

    private List<String> first() {
        return priorities().first(10).stream()
                .map(priority -> priority.finding().checkId() + " "
                        + priority.finding().resource().name())
                .toList();
    }

    private List<String> reasons() {
        return priorities().first(10).stream().map(Priorities.Priority::reason).toList();
    }
}

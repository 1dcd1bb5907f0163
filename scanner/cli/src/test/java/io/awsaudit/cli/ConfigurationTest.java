package io.awsaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final Path FILE = Path.of("aws-audit.yaml");
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void everyOptionOfAScanCanStandInTheFile() {
        assertThat(Configuration.optionNames(AwsAudit.commandLine()))
                .containsKeys(
                        "profile",
                        "regions",
                        "endpoint-url",
                        "role-arn",
                        "external-id",
                        "role-session-name",
                        "check",
                        "exclude-check",
                        "service",
                        "severity",
                        "pillar",
                        "framework",
                        "format",
                        "output",
                        "snapshot",
                        "fail-on",
                        "allow-unknown",
                        "rules",
                        "concurrency",
                        "quiet",
                        "verbose")
                .doesNotContainKeys("config", "help", "version");
    }

    @Test
    void aMisspeltKeyIsRefusedWithASuggestion() {
        assertThatThrownBy(() -> read("fail_on: high"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("fail_on")
                .hasMessageContaining("did you mean 'fail-on'");
    }

    @Test
    void suppressionsWithoutReasonOrOutOfDateAreRefusedTogether() {
        assertThatThrownBy(() -> read("""
                        suppressions:
                          - {check: a, resource: '*'}
                          - {check: b, resource: '*', reason: ok, expires: 2026-05-31}
                          - {check: c, resource: '*', reason: ok, expires: soon}
                          - {resource: '*', reason: ok}
                        """))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("suppression 1 (a) has no 'reason'")
                .hasMessageContaining("suppression 2 (b) expired on 2026-05-31")
                .hasMessageContaining("suppression 3 (c): 'expires' must be a date")
                .hasMessageContaining("suppression 4 needs both");
    }

    @Test
    void aSuppressionHoldsOnItsLastDay() {
        assertThat(read("suppressions: [{check: a, resource: '*', reason: ok, expires: 2026-06-01}]")
                        .suppressions())
                .hasSize(1);
    }

    @Test
    void brokenYamlIsNamedWithItsLine() {
        assertThatThrownBy(() -> read("profile: prod\nregions: [a"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("aws-audit.yaml, line 2");
        assertThatThrownBy(() -> read("profile: a\nprofile: b"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("line 2");
    }

    private static Configuration read(String text) {
        return Configuration.read(FILE, text, Configuration.optionNames(AwsAudit.commandLine()), TODAY);
    }
}

package io.awsaudit.inventory.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.backup.BackupPlan.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupPlanTest {
    private static final String VAULT = "arn:aws:backup:us-east-1:111122223333:backup-vault:v";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron(0 5 ? * * *)|1",
                "cron(0 5 * * ? *)|1",
                "cron(0 */4 */1 * ? *)|1",
                "cron(0 5 ? * SUN *)|7",
                "cron(0 5 ? * MON-FRI *)|7",
                "cron(0 5 1 * ? *)|31",
                "cron(0 5 1 1 ? *)|366",
                "cron(0 5 ? JAN * *)|366",
                "rate(1 day)|1",
                "rate(3 days)|3",
                "rate(12 hours)|1",
                "rate(24 hours)|1",
                "rate(25 hours)|2",
                "rate(90 minutes)|1",
                "at(2026-01-01T00:00:00)|366",
            })
    void aScheduleIsAsFrequentAsItsCoarsestPart(String schedule, long days) {
        Rule rule = new Rule("r", Optional.of(schedule), false, OptionalInt.empty(), List.of());
        assertThat(rule.suffices(days, 35)).isTrue();
        assertThat(rule.suffices(days - 1, 35)).isFalse();
    }

    @Test
    void withoutScheduleItIsDaily() {
        assertThat(new Rule("r", Optional.empty(), false, OptionalInt.empty(), List.of()).suffices(1, 35))
                .isTrue();
    }

    @Test
    void aContinuousBackupIsAlwaysFrequentEnough() {
        assertThat(new Rule("r", Optional.of("cron(0 5 1 * ? *)"), true, OptionalInt.of(35), List.of()).suffices(1, 35))
                .isTrue();
    }

    @Test
    void whatIsDeletedTooSoonDoesNotSuffice() {
        assertThat(new Rule("r", Optional.empty(), false, OptionalInt.of(34), List.of()).suffices(1, 35))
                .isFalse();
    }

    @Test
    void aCopyIsElsewhereInAnotherRegionOrAccount() {
        assertThat(plan(VAULT).keepsAllAtHome()).isTrue();
        assertThat(plan(VAULT.replace("us-east-1", "eu-west-1")).keepsAllAtHome())
                .isFalse();
        assertThat(plan(VAULT.replace("111122223333", "444455556666")).keepsAllAtHome())
                .isFalse();
    }

    private static BackupPlan plan(String vault) {
        return new BackupPlan(
                Identity.tagged(
                        new Arn("arn:aws:backup:us-east-1:111122223333:backup-plan:p"),
                        "111122223333",
                        "us-east-1",
                        "p",
                        Map.of()),
                Observed.known(
                        List.of(new Rule("r", Optional.empty(), false, OptionalInt.empty(), List.of(new Arn(vault))))));
    }
}

package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.AccountCollection;
import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Connection;
import io.awsaudit.collectors.ConnectionSettings;
import io.awsaudit.collectors.Progress;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Engine;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Settings;
import io.awsaudit.rules.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The services of logging and detection, collected over HTTP and judged. */
final class LoggingTest {
    private static final List<Check> CHECKS = Catalog.builtIn().checks().stream()
            .filter(check -> Set.of(
                            "cloudtrail", "cloudwatch", "cloudwatchlogs", "config", "guardduty", "securityhub", "sns")
                    .contains(check.service()))
            .toList();

    private static AwsEmulator emulator;

    @BeforeAll
    static void start() {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        emulator = AwsEmulator.start();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @BeforeEach
    void reset() {
        emulator.reset();
    }

    @Test
    void everyCheckFailsSomewhereInTheInsecureAccount() {
        SeededAccount.INSECURE.seed(emulator);
        List<Finding> findings = judge();
        assertThat(findings).extracting(Finding::status).doesNotContain(Verdict.UNKNOWN);
        assertThat(findings.stream()
                        .filter(finding -> finding.status() == Verdict.FAIL)
                        .map(Finding::checkId)
                        .distinct()
                        .sorted())
                .isEqualTo(CHECKS.stream().map(Check::id).sorted().toList());
    }

    @Test
    void noCheckFailsInTheHardenedAccount() {
        SeededAccount.HARDENED.seed(emulator);
        List<Finding> findings = judge();
        assertThat(findings.stream()
                        .filter(finding -> finding.status() != Verdict.PASS)
                        .map(Finding::message))
                .isEmpty();
        assertThat(findings.stream().map(Finding::checkId).distinct().sorted())
                .isEqualTo(CHECKS.stream().map(Check::id).sorted().toList());
    }

    private static List<Finding> judge() {
        Connection connection = Connection.open(
                new ConnectionSettings(
                        Optional.empty(),
                        Optional.of(emulator.endpoint()),
                        Optional.empty(),
                        Optional.empty(),
                        "test",
                        serial -> "",
                        8),
                Set.of("us-east-1", "eu-west-1"));
        Catalog catalog = Catalog.builtIn();
        Inventory inventory = AccountCollection.collect(
                connection,
                CollectionPlan.of(catalog.typesOf(CHECKS), catalog.componentsOf(CHECKS)),
                Instant.now(),
                Progress.SILENT);
        return new Engine(catalog, "test")
                .evaluate(inventory, CHECKS, Settings.standard(catalog.checks()), List.of())
                .findings();
    }
}

package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.AccountCollection;
import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Connection;
import io.awsaudit.collectors.ConnectionSettings;
import io.awsaudit.collectors.Progress;
import io.awsaudit.inventory.Coverage;
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

/** Collects and judges buckets, databases, keys and tables of the seeded accounts, over HTTP. */
final class DataCollectorsTest {
    private static final Set<String> SERVICES = Set.of("dynamodb", "kms", "rds", "s3");
    private static final List<Check> CHECKS = Catalog.builtIn().checks().stream()
            .filter(check -> SERVICES.contains(check.service()))
            .toList();

    private static AwsEmulator emulator;

    @BeforeAll
    static void start() {
        emulator = AwsEmulator.start();
    }

    @BeforeEach
    void reset() {
        emulator.reset();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void everyCheckFailsInTheInsecureAccount() {
        SeededAccount.INSECURE.seed(emulator);
        assertThat(findings())
                .filteredOn(finding -> finding.status() == Verdict.FAIL)
                .extracting(Finding::checkId)
                .containsAll(CHECKS.stream().map(Check::id).toList());
    }

    @Test
    void noCheckFailsInTheHardenedAccountAndAllAreDecided() {
        SeededAccount.HARDENED.seed(emulator);
        List<Finding> findings = findings();
        assertThat(findings)
                .filteredOn(finding -> finding.status() == Verdict.FAIL || finding.status() == Verdict.UNKNOWN)
                .extracting(finding -> finding.resource().name() + ": " + finding.message())
                .isEmpty();
        assertThat(findings)
                .extracting(finding -> finding.resource().name())
                .contains(
                        "hardened-data", "hardened-database", "hardened-snapshot", "hardened-table", "alias/hardened");
    }

    @Test
    void nothingIsAskedForThatNoCheckReads() {
        SeededAccount.HARDENED.seed(emulator);
        Check check = CHECKS.stream()
                .filter(one -> one.id().equals("dynamodb-table-point-in-time-recovery-enabled"))
                .findFirst()
                .orElseThrow();
        assertThat(collect(List.of(check)).coverage().calls())
                .extracting(Coverage.Calls::operation)
                .contains("dynamodb:ListTables", "dynamodb:DescribeContinuousBackups")
                .doesNotContain("dynamodb:DescribeTable", "s3:ListBuckets", "kms:ListKeys");
    }

    private static List<Finding> findings() {
        Catalog catalog = Catalog.builtIn();
        return new Engine(catalog, "test")
                .evaluate(collect(CHECKS), CHECKS, Settings.standard(catalog.checks()), List.of())
                .findings();
    }

    private static Inventory collect(List<Check> checks) {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        Connection connection = Connection.open(
                new ConnectionSettings(
                        Optional.empty(),
                        Optional.of(emulator.endpoint()),
                        Optional.empty(),
                        Optional.empty(),
                        "test",
                        serial -> "",
                        8),
                Set.of("us-east-1"));
        Catalog catalog = Catalog.builtIn();
        return AccountCollection.collect(
                connection,
                CollectionPlan.of(catalog.typesOf(checks), catalog.componentsOf(checks)),
                Instant.now(),
                Progress.SILENT);
    }
}

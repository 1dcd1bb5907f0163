package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Collects databases of the seeded accounts, over HTTP, and judges them. moto's parameters are in force at once, and it drops
 * Performance Insights.
 */
final class RdsCollectorsTest {
    private static final List<Check> CHECKS = Catalog.builtIn().checks().stream()
            .filter(check -> check.id().startsWith("rds-"))
            .filter(check -> !Set.of(
                            "rds-db-cluster-parameters-in-force",
                            "rds-db-instance-parameters-in-force",
                            "rds-db-instance-performance-insights-enabled")
                    .contains(check.id()))
            .toList();

    /** moto cannot list what AWS Backup protects. */
    private static final Set<String> UNDECIDED = Set.of("rds-db-cluster-backed-up", "rds-db-instance-backed-up");

    /** moto's databases are always well, its snapshots of today, and it names no time that one can be restored to. */
    private static final Set<String> NEVER_FAIL = Set.of(
            "rds-db-cluster-healthy",
            "rds-db-cluster-snapshot-not-kept-for-ever",
            "rds-db-instance-healthy",
            "rds-db-instance-restorable-of-late",
            "rds-db-snapshot-not-kept-for-ever");

    @Test
    void everyCheckFindsSomethingWrongInTheInsecureAccount() {
        assertThat(checksWith(Verdict.FAIL, SeededAccount.INSECURE))
                .isEqualTo(CHECKS.stream()
                        .map(Check::id)
                        .filter(id -> !UNDECIDED.contains(id) && !NEVER_FAIL.contains(id))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void whatTheEmulatorDoesNotKnowOfBackupsIsUndecided() {
        assertThat(checksWith(Verdict.UNKNOWN, SeededAccount.HARDENED)).isEqualTo(UNDECIDED);
    }

    @Test
    void noCheckFindsAnythingWrongInTheHardenedAccount() {
        assertThat(findings(SeededAccount.HARDENED).stream()
                        .filter(finding -> finding.status() == Verdict.FAIL || finding.status() == Verdict.UNKNOWN)
                        .filter(finding -> !UNDECIDED.contains(finding.checkId()))
                        .map(finding -> finding.checkId() + " " + finding.resource() + " " + finding.evidence()))
                .isEmpty();
        assertThat(checksWith(Verdict.PASS, SeededAccount.HARDENED))
                .contains(
                        "rds-db-cluster-audit-enabled",
                        "rds-db-cluster-multi-az",
                        "rds-db-cluster-tls-required",
                        "rds-db-instance-postgres-tls-required",
                        "rds-db-instance-subnets-private",
                        "rds-db-proxy-tls-required",
                        "rds-region-instance-events-told");
    }

    @Test
    void parametersAreNotAskedForWhenNoCheckReadsThem() {
        Inventory inventory = Collected.from(
                Emulators.with(SeededAccount.HARDENED),
                "us-east-1",
                List.of(Catalog.builtIn().check("rds-db-proxy-tls-required").orElseThrow()));
        assertThat(inventory.coverage().calls())
                .extracting(calls -> calls.operation())
                .contains("rds:DescribeDBProxies")
                .doesNotContain("rds:DescribeDBParameters", "rds:DescribeDBInstances", "rds:ListTagsForResource");
    }

    private static Set<String> checksWith(Verdict verdict, SeededAccount account) {
        return findings(account).stream()
                .filter(finding -> finding.status() == verdict)
                .map(finding -> finding.checkId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Finding> findings(SeededAccount account) {
        return Collected.judged(Collected.from(Emulators.with(account), "us-east-1", CHECKS), CHECKS);
    }
}

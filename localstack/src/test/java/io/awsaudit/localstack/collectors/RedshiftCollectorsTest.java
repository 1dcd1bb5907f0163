package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Collects data warehouses of the seeded accounts, over HTTP, and judges them. */
final class RedshiftCollectorsTest {
    private static final List<Check> CHECKS = Catalog.builtIn().checks().stream()
            .filter(check -> check.id().startsWith("redshift-"))
            .filter(check -> !check.id().equals("redshift-cluster-parameters-in-force")) // at once, in moto
            .toList();

    /** moto's clusters are always well, and its snapshots of today. */
    private static final Set<String> NEVER_FAIL =
            Set.of("redshift-cluster-healthy", "redshift-cluster-snapshot-not-kept-for-ever");

    @Test
    void everyCheckFindsSomethingWrongInTheInsecureAccount() {
        assertThat(failing(SeededAccount.INSECURE, ""))
                .isEqualTo(CHECKS.stream()
                        .map(Check::id)
                        .filter(id -> !NEVER_FAIL.contains(id))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void aClusterFailsForWhatItIsNamedForAndNothingElse() {
        assertThat(failing(SeededAccount.INSECURE, "cluster:insecure-plain-connections-and-one-zone"))
                .containsExactly(
                        "redshift-cluster-multi-az",
                        "redshift-cluster-tls-required",
                        "redshift-cluster-user-activity-logged");
    }

    @Test
    void noCheckFindsAnythingWrongInTheHardenedAccount() {
        assertThat(findings(SeededAccount.HARDENED))
                .extracting(Finding::status)
                .contains(Verdict.PASS)
                .doesNotContain(Verdict.FAIL, Verdict.UNKNOWN);
    }

    private static Set<String> failing(SeededAccount account, String resource) {
        return findings(account).stream()
                .filter(finding -> finding.status() == Verdict.FAIL)
                .filter(finding -> finding.resource().arn().value().endsWith(resource))
                .map(Finding::checkId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Finding> findings(SeededAccount account) {
        return Collected.judged(Collected.from(Emulators.with(account), "us-east-1", CHECKS), CHECKS);
    }
}

package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Collects and judges queues, secrets, caches, search domains, tables, Glue and the rights to decrypt, over HTTP. */
final class StoresCollectorsTest {
    /**
     * moto tells of no service software, tunes every domain, runs no crawler and keeps no type of connections. Secrets in an
     * emulator are all of today.
     */
    private static final Set<String> NEVER_FAIL = Set.of(
            "glue-connection-password-in-secrets-manager",
            "glue-connection-tls-enforced",
            "glue-crawler-successful",
            "opensearch-domain-auto-tuned",
            "opensearch-domain-software-current",
            "secretsmanager-secret-rotated-recently",
            "secretsmanager-secret-rotation-successful",
            "secretsmanager-secret-used");

    @ParameterizedTest
    @ValueSource(strings = {"sqs", "secretsmanager", "elasticache", "opensearch", "dax", "glue"})
    void everyCheckFailsForTheResourcesNamedForIt(String service) {
        Set<String> failed = new TreeSet<>();
        for (Finding finding : findings(SeededAccount.INSECURE, checks(service))) {
            assertThat(finding.status()).as(finding.toString()).isNotEqualTo(Verdict.UNKNOWN);
            if (finding.status() == Verdict.FAIL) {
                failed.add(finding.checkId());
                assertThat(finding.resource().arn().value()).containsPattern("insecure-|:catalog$|mlTransform");
            }
        }
        assertThat(failed)
                .isEqualTo(checks(service).stream()
                        .map(Check::id)
                        .filter(id -> !NEVER_FAIL.contains(id))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqs",
                "secretsmanager",
                "elasticache",
                "opensearch",
                "kms",
                "dax",
                "glue",
                "dynamodb-table-capacity"
            })
    void nothingFailsInTheHardenedAccountAndAllIsDecided(String service) {
        assertThat(findings(SeededAccount.HARDENED, checks(service)))
                .isNotEmpty()
                // moto puts all nodes of a cluster into one zone.
                .filteredOn(finding -> !finding.checkId().equals("dax-cluster-several-zones"))
                .allMatch(finding -> finding.status() == Verdict.PASS || finding.status() == Verdict.NOT_APPLICABLE);
    }

    @Test
    void tablesWhoseCapacityIsFixedAreFound() {
        assertThat(findings(SeededAccount.INSECURE, checks("dynamodb-table-capacity")).stream()
                        .filter(finding -> finding.status() == Verdict.FAIL)
                        .map(finding -> finding.resource().name()))
                .containsExactly("insecure-fixed-capacity", "insecure-reads-alone-scale");
    }

    @Test
    void vaultsAreReadAsFarAsTheEmulatorKnowsThem() {
        List<Check> checks = checks("backup-vault-locked");
        assertThat(findings(SeededAccount.INSECURE, checks))
                .extracting(finding -> finding.resource().name(), Finding::status)
                .containsExactly(tuple("insecure-unlocked", Verdict.FAIL), tuple("insecure-untagged", Verdict.PASS));
        assertThat(findings(SeededAccount.HARDENED, checks))
                .extracting(finding -> finding.resource().name(), Finding::status)
                .containsExactly(tuple("hardened-vault", Verdict.PASS));
        assertThat(findings(SeededAccount.INSECURE, checks("backup-backup-vault-tagged")))
                .extracting(finding -> finding.resource().name(), Finding::status)
                .containsExactly(tuple("insecure-unlocked", Verdict.PASS), tuple("insecure-untagged", Verdict.FAIL));
    }

    @Test
    void plansAreJudgedByTheirRules() {
        assertThat(findings(SeededAccount.INSECURE, checks("backup-plan")))
                .extracting(finding -> finding.resource().name(), Finding::status)
                .containsExactly(tuple("insecure-weekly", Verdict.FAIL), tuple("insecure-weekly", Verdict.FAIL));
        assertThat(findings(SeededAccount.HARDENED, checks("backup-plan")))
                .extracting(finding -> finding.resource().name(), Finding::status)
                .containsExactly(tuple("hardened-daily", Verdict.PASS), tuple("hardened-daily", Verdict.PASS));
    }

    @Test
    void theQuotasOfCapacityAreFarAway() {
        assertThat(findings(SeededAccount.INSECURE, checks("dynamodb-limits")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.status()).isEqualTo(Verdict.PASS));
    }

    /** moto has none of these, which {@code BackupCollectorsTest} covers. */
    @Test
    void backupsThatCannotBeSeenAreUndecided() {
        for (String check :
                List.of("backup-vault-not-public", "backup-recovery-point-encrypted", "efs-file-system-backed-up")) {
            assertThat(findings(SeededAccount.HARDENED, checks(check)))
                    .isNotEmpty()
                    .allMatch(finding -> finding.status() == Verdict.UNKNOWN);
        }
    }

    @Test
    void whoMayDecryptWithEveryKeyIsFound() {
        List<Check> checks = checks("kms-iam");
        assertThat(findings(SeededAccount.INSECURE, checks).stream()
                        .filter(finding -> finding.status() == Verdict.FAIL)
                        .filter(finding ->
                                finding.resource().arn().value().contains("insecure-decrypts-with-every-key"))
                        .map(finding -> finding.checkId()))
                .containsExactlyInAnyOrderElementsOf(
                        checks.stream().map(Check::id).toList());
    }

    private static List<Check> checks(String prefix) {
        return Catalog.builtIn().checks().stream()
                .filter(check -> (check.id() + "-").startsWith(prefix + "-"))
                .toList();
    }

    private static List<Finding> findings(SeededAccount account, List<Check> checks) {
        return Collected.judged(Collected.from(Emulators.with(account), "us-east-1", checks), checks);
    }
}

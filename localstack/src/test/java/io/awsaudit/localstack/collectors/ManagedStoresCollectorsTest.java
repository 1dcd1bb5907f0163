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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Collects and judges graph databases, file systems of FSx, clusters of MemoryDB, what copies data, InfluxDB, and Timestream, over
 * HTTP. Of DocumentDB, Redshift Serverless and Keyspaces moto has nothing, and of DMS nothing but endpoints that the SDK can read.
 */
final class ManagedStoresCollectorsTest {
    /** moto tells of no state of file systems, places every cluster of MemoryDB in several zones, and gives up no schedule. */
    private static final Set<String> NEVER_FAIL =
            Set.of("fsx-file-system-healthy", "memorydb-cluster-multi-az", "datasync-task-schedule-kept");

    /** moto lists neither what AWS Backup protects nor users of MemoryDB, and no tags of DataSync. */
    private static final Set<String> UNREAD = Set.of(
            "fsx-file-system-backed-up",
            "memorydb-user-authenticated",
            "memorydb-user-tagged",
            "datasync-task-tagged",
            "timestreamwrite-table-backed-up");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fsx",
                "memorydb",
                "neptune",
                "databasemigration-endpoint",
                "datasync-task",
                "timestreaminfluxdb",
                "timestreamwrite"
            })
    void everyCheckFailsForTheResourcesNamedForIt(String service) {
        List<Check> checks = readable(service);
        Set<String> failed = new TreeSet<>();
        for (Finding finding : findings(SeededAccount.INSECURE, checks)) {
            assertThat(finding.status()).as(finding.toString()).isNotEqualTo(Verdict.UNKNOWN);
            if (finding.status() == Verdict.FAIL) {
                failed.add(finding.checkId());
                assertThat(finding.resource().name()).containsPattern("^(insecure-|fs-)");
            }
        }
        assertThat(failed)
                .isEqualTo(checks.stream()
                        .map(Check::id)
                        .filter(id -> !NEVER_FAIL.contains(id))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fsx",
                "memorydb",
                "databasemigration-endpoint",
                "datasync-task",
                "timestreaminfluxdb",
                "timestreamwrite"
            })
    void nothingFailsInTheHardenedAccountAndAllIsDecided(String service) {
        assertThat(findings(SeededAccount.HARDENED, readable(service)))
                .isNotEmpty()
                .allMatch(finding -> finding.status() == Verdict.PASS || finding.status() == Verdict.NOT_APPLICABLE);
    }

    @Test
    void tablesOfTimestreamFailInWhatTheyAreNamedForAlone() {
        assertThat(findings(SeededAccount.INSECURE, readable("timestreamwrite-table")).stream()
                        .filter(finding -> finding.status() == Verdict.FAIL)
                        .map(finding ->
                                finding.checkId() + " " + finding.resource().name()))
                .containsExactlyInAnyOrder(
                        "timestreamwrite-table-data-expires insecure-kept-for-ever",
                        "timestreamwrite-table-tagged insecure-kept-for-ever",
                        "timestreamwrite-table-rejected-data-reported insecure-rejecting-in-silence");
    }

    @Test
    void aSnapshotOfAGraphIsJudgedAsOneOfNeptuneAlone() {
        List<Check> checks = Catalog.builtIn().checks().stream()
                .filter(check -> check.id().contains("-db-cluster-snapshot-not-public"))
                .toList();
        assertThat(checks).hasSize(3);
        assertThat(findings(SeededAccount.INSECURE, checks).stream()
                        .filter(finding -> finding.resource().name().equals("insecure-public-graph-snapshot"))
                        .map(finding -> finding.checkId() + " " + finding.status()))
                .containsExactly("neptune-db-cluster-snapshot-not-public FAIL");
    }

    @Test
    void aGraphDatabaseWithNothingButItsAccessWrongPassesAllElse() {
        assertThat(findings(SeededAccount.INSECURE, readable("neptune")).stream()
                        .filter(finding -> finding.resource().name().equals("insecure-graph-without-iam"))
                        .filter(finding -> finding.status() != Verdict.PASS)
                        .map(Finding::checkId))
                .containsExactly("neptune-db-cluster-iam-authentication-enabled");
    }

    private static List<Check> readable(String service) {
        return Catalog.builtIn().checks().stream()
                .filter(check -> check.id().startsWith(service + "-"))
                .filter(check -> !UNREAD.contains(check.id()))
                .toList();
    }

    private static List<Finding> findings(SeededAccount account, List<Check> checks) {
        return Collected.judged(Collected.from(Emulators.with(account), "us-east-1", checks), checks);
    }
}

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

/** Collects and judges brokers, streams, events, workflows, APIs of AppSync and jobs, over HTTP. */
final class StreamsCollectorsTest {
    private static final Set<String> SERVICES =
            Set.of("appsync", "batch", "eventbridge", "firehose", "kinesis", "mq", "pipes", "scheduler", "sfn");

    /** moto has no global endpoints. */
    private static final String UNDECIDED = "eventbridge-endpoint-events-replicated";

    /** In moto nothing breaks, and compute environments of Batch bring along what other checks would find. */
    private static final Set<String> NEVER_FAIL = Set.of(
            UNDECIDED,
            "batch-compute-environment-idle-instances-absent",
            "batch-compute-environment-in-several-zones",
            "batch-compute-environment-instances-tagged",
            "batch-compute-environment-several-instance-types-used",
            "batch-compute-environment-tagged",
            "batch-compute-environment-valid",
            "batch-job-queue-tagged",
            "batch-job-queue-valid",
            "mq-broker-customer-action-not-required",
            "pipes-pipe-not-failed");

    @Test
    void everyCheckFailsForTheResourcesNamedForIt() {
        Set<String> failed = new TreeSet<>();
        for (Finding finding : findings(SeededAccount.INSECURE)) {
            if (!finding.checkId().equals(UNDECIDED)) {
                assertThat(finding.status()).as(finding.toString()).isNotEqualTo(Verdict.UNKNOWN);
            }
            if (finding.status() == Verdict.FAIL) {
                failed.add(finding.checkId());
                assertThat(finding.resource().name()).startsWith("insecure-");
            }
        }
        assertThat(failed)
                .isEqualTo(checks().stream()
                        .map(Check::id)
                        .filter(id -> !NEVER_FAIL.contains(id))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void nothingFailsInTheHardenedAccountAndAllIsDecided() {
        List<Finding> findings = findings(SeededAccount.HARDENED);
        assertThat(findings)
                .filteredOn(finding -> !finding.checkId().equals(UNDECIDED))
                .isNotEmpty()
                .allMatch(finding -> finding.status() == Verdict.PASS || finding.status() == Verdict.NOT_APPLICABLE);
        assertThat(findings)
                .filteredOn(finding -> finding.checkId().equals(UNDECIDED))
                .isNotEmpty()
                .allMatch(finding -> finding.status() == Verdict.UNKNOWN);
    }

    private static List<Check> checks() {
        return Catalog.builtIn().checks().stream()
                .filter(check ->
                        SERVICES.contains(check.id().substring(0, check.id().indexOf('-'))))
                .toList();
    }

    private static List<Finding> findings(SeededAccount account) {
        List<Check> checks = checks();
        return Collected.judged(Collected.from(Emulators.with(account), "us-east-1", checks), checks);
    }
}

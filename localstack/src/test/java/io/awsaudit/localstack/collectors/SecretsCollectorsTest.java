package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.snapshot.InventoryJson;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Collects and judges, over HTTP, what has code, settings or scripts that may hold credentials. */
final class SecretsCollectorsTest {
    private static final Set<String> SERVICES = Set.of("lambda", "ssm", "codebuild", "cloudformation");

    private static final List<Check> CHECKS = Catalog.builtIn().checks().stream()
            .filter(check -> SERVICES.contains(check.id().split("-")[0])
                    || check.id().equals("ec2-instance-user-data-without-secrets"))
            .toList();

    @Test
    void whatIsInsecureFailsForWhatItIsNamedFor() {
        Map<String, Set<String>> failed = failed(SeededAccount.INSECURE);
        assertThat(failed.get("insecure-environment-secret"))
                .contains(
                        "lambda-function-environment-without-secrets", "codebuild-project-environment-without-secrets");
        assertThat(failed.get("insecure-old-runtime")).contains("lambda-function-runtime-supported");
        assertThat(failed.get("insecure-not-traced")).contains("lambda-function-traced");
        assertThat(failed.get("insecure-one-zone"))
                .contains("lambda-function-multiple-availability-zones")
                .doesNotContain("lambda-function-in-vpc");
        assertThat(failed.get("insecure-public")).contains("lambda-function-not-public", "ssm-document-not-public");
        assertThat(failed.get("insecure-open-to-buckets"))
                .contains("lambda-function-not-public", "lambda-function-services-confined");
        assertThat(failed.get("/insecure/password")).containsExactly("ssm-parameter-without-secrets");
        assertThat(failed.get("/insecure/url")).containsExactly("ssm-parameter-without-secrets");
        assertThat(failed.get("insecure-source-secret")).containsExactly("codebuild-project-source-without-secrets");
        assertThat(failed.get("insecure-without-logs")).containsExactly("codebuild-project-logged");
        assertThat(failed.get("insecure-plain-logs")).containsExactly("codebuild-project-logs-encrypted");
        assertThat(failed.get("insecure-user-data")).contains("ec2-instance-user-data-without-secrets");
        assertThat(failed.get("insecure-privileged")).containsExactly("codebuild-project-not-privileged");
    }

    @Test
    void nothingFailsThatIsHardened() {
        assertThat(failed(SeededAccount.HARDENED)).isEmpty();
    }

    @Test
    void noCredentialIsKept() {
        Inventory inventory = collected(SeededAccount.INSECURE);
        assertThat(inventory.resources()).hasSizeGreaterThan(10);
        assertThat(InventoryJson.mapper().writeValueAsString(inventory.resources()))
                .contains("DB_PASSWORD", "API_TOKEN")
                .doesNotContain("hunter2");
    }

    private static Inventory collected(SeededAccount account) {
        return Collected.from(Emulators.with(account), "us-east-1", CHECKS);
    }

    private static Map<String, Set<String>> failed(SeededAccount account) {
        return Collected.judged(collected(account), CHECKS).stream()
                .filter(finding -> finding.status() == Verdict.FAIL)
                .collect(Collectors.groupingBy(
                        finding -> finding.resource().name(),
                        TreeMap::new,
                        Collectors.mapping(Finding::checkId, Collectors.toCollection(TreeSet::new))));
    }
}

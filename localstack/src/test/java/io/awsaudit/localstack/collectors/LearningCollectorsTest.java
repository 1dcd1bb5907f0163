package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Collects and judges SageMaker, EMR, Athena, AgentCore, Bedrock and QuickSight, over HTTP. What moto knows of each is said in the tests of
 * the collectors, which cover the rest with AWS's documented answers.
 */
final class LearningCollectorsTest {
    private static final List<String> SERVICES =
            List.of("sagemaker", "emr", "emrserverless", "athena", "bedrockagentcore", "bedrock", "quicksight");

    /** What moto does not have, or not so that it could fail. */
    private static final Set<String> NEVER_FAIL = Set.of(
            "athena-data-catalog-tagged",
            "bedrock-guardrail-encrypted-with-customer-key",
            "bedrock-guardrail-personal-data-filtered",
            "bedrock-guardrail-prompt-attacks-filtered",
            "bedrock-guardrail-tagged",
            "bedrock-model-invocation-logging-enabled",
            "bedrock-provisioned-model-throughput-committed",
            "bedrock-provisioned-model-throughput-tagged",
            "bedrockagentcore-browser-custom-not-public",
            "bedrockagentcore-browser-custom-recorded",
            "bedrockagentcore-browser-custom-tagged",
            "bedrockagentcore-code-interpreter-custom-not-public",
            "bedrockagentcore-code-interpreter-custom-tagged",
            "emr-cluster-ends-when-idle",
            "emr-cluster-kerberos-enabled",
            "emr-cluster-logged",
            "emr-cluster-primary-node-not-public",
            "emr-cluster-security-configured",
            "emr-cluster-several-primary-nodes",
            "emr-cluster-tagged",
            "emr-cluster-termination-protected",
            "emr-security-configuration-encrypted-at-rest",
            "emr-security-configuration-encrypted-in-transit",
            "emr-security-configuration-metadata-v2-required",
            "emrserverless-application-logged",
            "quicksight-dashboard-not-public",
            "quicksight-dashboard-tagged",
            "quicksight-data-source-connected",
            "quicksight-data-source-encrypted-in-transit",
            "quicksight-data-source-password-in-secrets-manager",
            "quicksight-data-source-reached-through-vpc",
            "quicksight-data-source-tagged",
            "quicksight-vpc-connection-available",
            "quicksight-vpc-connection-tagged",
            "sagemaker-app-image-config-tagged",
            "sagemaker-data-quality-job-definition-tagged",
            "sagemaker-domain-tagged",
            "sagemaker-endpoint-config-tagged",
            "sagemaker-endpoint-healthy",
            "sagemaker-endpoint-tagged",
            "sagemaker-feature-group-offline-store-encrypted-with-customer-key",
            "sagemaker-feature-group-online-store-encrypted-with-customer-key",
            "sagemaker-feature-group-tagged",
            "sagemaker-image-tagged",
            "sagemaker-inference-experiment-records-encrypted-with-customer-key",
            "sagemaker-inference-experiment-tagged",
            "sagemaker-inference-experiment-volumes-encrypted-with-customer-key",
            "sagemaker-model-bias-job-definition-tagged",
            "sagemaker-model-explainability-job-definition-tagged",
            "sagemaker-model-quality-job-definition-tagged",
            "sagemaker-model-tagged",
            "sagemaker-monitoring-schedule-network-isolated",
            "sagemaker-monitoring-schedule-tagged",
            "sagemaker-monitoring-schedule-traffic-encrypted",
            "sagemaker-notebook-instance-not-running-for-long");

    private static Map<String, List<Finding>> insecure = Map.of();
    private static Map<String, List<Finding>> hardened = Map.of();

    @BeforeAll
    static void readBothAccountsOnce() {
        insecure = findings(SeededAccount.INSECURE);
        hardened = findings(SeededAccount.HARDENED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sagemaker", "emr", "emrserverless", "athena", "bedrockagentcore", "bedrock", "quicksight"})
    void everyCheckFailsForTheResourcesNamedForIt(String service) {
        Set<String> failed = new TreeSet<>();
        for (Finding finding : insecure.getOrDefault(service, List.of())) {
            if (finding.status() == Verdict.FAIL) {
                failed.add(finding.checkId());
                assertThat(finding.resource().name())
                        .as(finding.toString())
                        .containsPattern("insecure|^primary$|^QuickSight$|block public access|^m[0-9a-f]{9}-");
            }
        }
        assertThat(failed)
                .isEqualTo(checks(service).stream()
                        .map(Check::id)
                        .filter(id -> !NEVER_FAIL.contains(id))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void nothingFailsInTheHardenedAccount() {
        assertThat(hardened.values().stream().flatMap(List::stream))
                .isNotEmpty()
                .noneMatch(finding -> finding.status() == Verdict.FAIL);
    }

    /** What moto's listings do not have stays open, and so do settings that it does not know. */
    @Test
    void whatWasSeenOfTheHardenedAccountPasses() {
        Set<String> passed = hardened.values().stream()
                .flatMap(List::stream)
                .filter(finding -> finding.status() == Verdict.PASS)
                .map(finding -> finding.resource().name())
                .collect(Collectors.toSet());
        assertThat(passed)
                .contains(
                        "hardened-catalog",
                        "hardened-config",
                        "hardened-domain",
                        "hardened-endpoint",
                        "hardened-gateway",
                        "hardened-job",
                        "hardened-work-group",
                        "hardened_runtime",
                        "EMR block public access of us-east-1",
                        "QuickSight");
    }

    @Test
    void whatTheEmulatorDoesNotListIsUndecided() {
        for (String check : List.of(
                "emr-security-configuration-encrypted-at-rest",
                "quicksight-vpc-connection-available",
                "sagemaker-feature-group-offline-store-encrypted-with-customer-key",
                "sagemaker-monitoring-schedule-network-isolated",
                "bedrockagentcore-browser-custom-recorded")) {
            assertThat(hardened.values().stream()
                            .flatMap(List::stream)
                            .filter(finding -> finding.checkId().equals(check)))
                    .as(check)
                    .isNotEmpty()
                    .allMatch(finding -> finding.status() == Verdict.UNKNOWN);
        }
    }

    private static Map<String, List<Finding>> findings(SeededAccount account) {
        List<Check> checks =
                SERVICES.stream().flatMap(service -> checks(service).stream()).toList();
        return Collected.judged(Collected.from(Emulators.with(account), "us-east-1", checks), checks).stream()
                .collect(Collectors.groupingBy(finding ->
                        finding.checkId().substring(0, finding.checkId().indexOf('-'))));
    }

    private static List<Check> checks(String service) {
        return Catalog.builtIn().checks().stream()
                .filter(check -> check.id().startsWith(service + "-"))
                .toList();
    }
}

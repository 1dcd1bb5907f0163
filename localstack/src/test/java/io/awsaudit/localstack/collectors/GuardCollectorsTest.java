package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Collects and judges what guards the seeded accounts, over HTTP: GuardDuty, Inspector, Macie, the organization, S3. */
final class GuardCollectorsTest {
    private static final Set<String> SERVICES =
            Set.of("account", "guardduty", "iam", "inspector2", "macie2", "organizations", "s3");

    private static final List<Check> CHECKS = Catalog.builtIn().checks().stream()
            .filter(check -> SERVICES.contains(check.service()))
            .toList();

    /** moto answers neither of Macie in a way that the SDK reads, nor of the delegation policy, nor of what IAM does for organizations. */
    private static final Set<String> UNDECIDED = Set.of(
            "iam-root-user-not-used",
            "macie2-region-enabled",
            "macie2-session-automated-discovery-enabled",
            "organizations-organization-policies-delegated",
            "organizations-organization-root-credentials-managed");

    @Test
    void plansThatAreOffFail() {
        assertThat(checksWith(Verdict.FAIL, SeededAccount.INSECURE, "eu-west-1"))
                .contains(
                        "guardduty-detector-ec2-agents-managed",
                        "guardduty-detector-ecs-agents-managed",
                        "guardduty-detector-eks-agents-managed",
                        "guardduty-detector-eks-protection-enabled",
                        "guardduty-detector-lambda-protection-enabled",
                        "guardduty-detector-malware-protection-enabled",
                        "guardduty-detector-rds-protection-enabled",
                        "guardduty-detector-runtime-monitoring-enabled",
                        "guardduty-detector-s3-protection-enabled",
                        "inspector2-account-state-ec2-scanned",
                        "inspector2-account-state-ecr-scanned",
                        "inspector2-account-state-lambda-code-scanned",
                        "inspector2-account-state-lambda-standard-scanned");
    }

    @Test
    void whatIsWrongInTheInsecureAccountFails() {
        assertThat(checksWith(Verdict.FAIL, SeededAccount.INSECURE, "us-east-1"))
                .contains(
                        "iam-group-inline-policies-not-administrator",
                        "iam-managed-policy-no-service-wildcards",
                        "iam-password-policy-expiry-set",
                        "iam-password-policy-lowercase-required",
                        "iam-password-policy-number-required",
                        "iam-password-policy-strong",
                        "iam-password-policy-strong-and-expiring",
                        "iam-password-policy-symbol-required",
                        "iam-password-policy-uppercase-required",
                        "iam-role-foreign-trust-guarded",
                        "iam-role-inline-policies-not-administrator",
                        "iam-user-access-key-not-made-at-setup",
                        "iam-user-inline-policies-not-administrator",
                        "macie2-region-enabled",
                        "organizations-organization-all-features-enabled",
                        "organizations-organization-guardrails-attached",
                        "organizations-organization-services-delegated",
                        "s3-access-point-public-access-blocked",
                        "s3-bucket-events-notified",
                        "s3-bucket-not-administered-from-elsewhere",
                        "s3-bucket-object-lock-enabled",
                        "s3-bucket-versions-expire",
                        "s3-multi-region-access-point-public-access-blocked");
    }

    @Test
    void theHardenedAccountHasNothingWrongWithIt() {
        assertThat(checksWith(Verdict.FAIL, SeededAccount.HARDENED, "us-east-1"))
                .containsExactlyInAnyOrder(
                        "iam-root-user-hardware-mfa-enabled",
                        "iam-root-user-mfa-enabled",
                        "organizations-organization-backup-policy-attached"); // moto has no such policies
        assertThat(checksWith(Verdict.UNKNOWN, SeededAccount.HARDENED, "us-east-1"))
                .containsExactlyInAnyOrderElementsOf(UNDECIDED);
        assertThat(checksWith(Verdict.PASS, SeededAccount.HARDENED, "us-east-1"))
                .contains(
                        "account-part-of-organization",
                        "guardduty-detector-ec2-agents-managed",
                        "guardduty-detector-s3-protection-enabled",
                        "iam-password-policy-strong-and-expiring",
                        "iam-role-foreign-trust-guarded",
                        "inspector2-account-state-lambda-code-scanned",
                        "organizations-organization-guardrails-attached",
                        "organizations-organization-services-delegated",
                        "s3-access-point-public-access-blocked",
                        "s3-bucket-events-notified",
                        "s3-bucket-object-lock-enabled",
                        "s3-multi-region-access-point-public-access-blocked");
    }

    private static Set<String> checksWith(Verdict verdict, SeededAccount account, String region) {
        Inventory inventory = Collected.from(Emulators.with(account), region, CHECKS);
        return Collected.judged(inventory, CHECKS).stream()
                .filter(finding -> finding.status() == verdict)
                .map(finding -> finding.checkId())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

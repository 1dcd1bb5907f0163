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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Collects and judges what protects the seeded accounts, over HTTP: who signs in, firewalls, certificates, shares, bounds. */
final class ProtectionCollectorsTest {
    private static final Set<String> SERVICES = Set.of(
            "acmpca",
            "cognitoidentity",
            "cognitoidentityprovider",
            "networkfirewall",
            "organizations",
            "ram",
            "ssoadmin");

    private static final List<Check> CHECKS = Catalog.builtIn().checks().stream()
            .filter(check -> SERVICES.contains(check.service()))
            .toList();

    /** moto knows neither policies nor rule groups of firewalls, nor what is delegated in an organization, nor tags of permission sets. */
    private static final Set<String> UNDECIDED = Set.of(
            "networkfirewall-firewall-policy-fragments-inspected",
            "networkfirewall-firewall-policy-has-rule-groups",
            "networkfirewall-firewall-policy-packets-inspected",
            "networkfirewall-firewall-policy-tagged",
            "networkfirewall-firewall-policy-unmatched-dropped",
            "networkfirewall-rule-group-stateless-not-empty",
            "networkfirewall-rule-group-tagged",
            "organizations-organization-policies-delegated",
            "organizations-organization-root-credentials-managed",
            "ssoadmin-permission-set-tagged");

    @Test
    void whatIsWrongInTheInsecureAccountFails() {
        assertThat(named(Verdict.FAIL, SeededAccount.INSECURE))
                .contains(
                        "acmpca-certificate-authority-lasting",
                        "acmpca-certificate-authority-not-public",
                        "acmpca-certificate-authority-root-disabled",
                        "acmpca-certificate-authority-tagged",
                        "cognitoidentity-identity-pool-guests-refused insecure-guests",
                        "cognitoidentity-identity-pool-tagged insecure-untagged",
                        "cognitoidentity-identity-pool-tokens-checked insecure-unchecked",
                        "cognitoidentityprovider-user-pool-custom-auth-threat-protection-enforced insecure-custom-auth-unguarded",
                        "cognitoidentityprovider-user-pool-deletion-protected insecure-deletable",
                        "cognitoidentityprovider-user-pool-email-sent-by-ses insecure-email-of-cognito",
                        "cognitoidentityprovider-user-pool-mfa-required insecure-mfa-off",
                        "cognitoidentityprovider-user-pool-password-policy-strong insecure-weak-passwords",
                        "cognitoidentityprovider-user-pool-plus-tier-used insecure-plus-for-nothing",
                        "cognitoidentityprovider-user-pool-tagged insecure-untagged",
                        "cognitoidentityprovider-user-pool-threat-protection-enforced insecure-threats-counted",
                        "networkfirewall-firewall-deletion-protected insecure-deletable",
                        "networkfirewall-firewall-in-several-zones insecure-one-zone",
                        "networkfirewall-firewall-logging-enabled insecure-unlogged",
                        "networkfirewall-firewall-policy-change-protected insecure-policy-changeable",
                        "networkfirewall-firewall-subnet-change-protected insecure-movable",
                        "networkfirewall-firewall-tagged insecure-untagged",
                        "organizations-policy-attached insecure-loose",
                        "ram-resource-share-outsiders-refused insecure-for-anybody",
                        "ssoadmin-permission-set-administrator-session-short insecure-long-administrator",
                        "ssoadmin-permission-set-assigned insecure-unassigned",
                        "ssoadmin-permission-set-inline-not-administrator insecure-inline-administrator",
                        "ssoadmin-permission-set-session-limited insecure-long")
                .doesNotContain(
                        "cognitoidentityprovider-user-pool-deletion-protected insecure-mfa-off",
                        "networkfirewall-firewall-logging-enabled insecure-deletable",
                        "ssoadmin-permission-set-session-limited insecure-long-administrator");
        assertThat(checks(Verdict.FAIL, SeededAccount.INSECURE))
                .contains(
                        "organizations-organization-ai-opt-out-attached",
                        "organizations-organization-backup-policy-attached",
                        "organizations-organization-leaving-denied",
                        "organizations-organization-regions-bounded",
                        "organizations-organization-resource-guardrails-attached",
                        "organizations-organization-tag-policy-attached",
                        "organizations-organization-trails-kept");
    }

    @Test
    void theHardenedAccountHasNothingWrongWithIt() {
        assertThat(checks(Verdict.FAIL, SeededAccount.HARDENED))
                .containsExactly("organizations-organization-backup-policy-attached"); // moto has no such policies
        assertThat(checks(Verdict.UNKNOWN, SeededAccount.HARDENED)).containsExactlyInAnyOrderElementsOf(UNDECIDED);
        assertThat(named(Verdict.PASS, SeededAccount.HARDENED))
                .contains(
                        "cognitoidentity-identity-pool-guests-refused hardened-identities",
                        "cognitoidentity-identity-pool-tokens-checked hardened-identities",
                        "cognitoidentityprovider-user-pool-mfa-required hardened-pool",
                        "cognitoidentityprovider-user-pool-password-policy-strong hardened-pool",
                        "networkfirewall-firewall-in-several-zones hardened-firewall",
                        "networkfirewall-firewall-logging-enabled hardened-firewall",
                        "ram-resource-share-within-organization hardened-share",
                        "ssoadmin-permission-set-administrator-session-short hardened-administrators");
        assertThat(named(Verdict.NOT_APPLICABLE, SeededAccount.HARDENED))
                .contains("cognitoidentityprovider-user-pool-mfa-required hardened-passkeys");
        assertThat(checks(Verdict.PASS, SeededAccount.HARDENED))
                .contains(
                        "acmpca-certificate-authority-lasting",
                        "acmpca-certificate-authority-root-disabled",
                        "organizations-organization-leaving-denied",
                        "organizations-organization-regions-bounded",
                        "organizations-organization-tag-policy-attached",
                        "organizations-organization-trails-kept");
    }

    private static Set<String> checks(Verdict verdict, SeededAccount account) {
        return findings(verdict, account, Finding::checkId);
    }

    /** Checks, each with the name of what it judged; but for authorities, which have none. */
    private static Set<String> named(Verdict verdict, SeededAccount account) {
        return findings(
                verdict,
                account,
                finding -> finding.checkId().startsWith("acmpca")
                        ? finding.checkId()
                        : finding.checkId() + " " + finding.resource().name());
    }

    private static Set<String> findings(Verdict verdict, SeededAccount account, Function<Finding, String> words) {
        Inventory inventory = Collected.from(Emulators.with(account), "us-east-1", CHECKS);
        return Collected.judged(inventory, CHECKS).stream()
                .filter(finding -> finding.status() == verdict)
                .map(words)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

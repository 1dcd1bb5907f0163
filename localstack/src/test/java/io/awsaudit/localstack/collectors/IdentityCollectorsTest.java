package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.AccountCollection;
import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Connection;
import io.awsaudit.collectors.ConnectionSettings;
import io.awsaudit.collectors.Progress;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import io.awsaudit.inventory.iam.AwsManagedPolicy;
import io.awsaudit.inventory.iam.ManagedPolicy;
import io.awsaudit.inventory.iam.OidcProvider;
import io.awsaudit.inventory.iam.User;
import io.awsaudit.inventory.iam.VirtualMfaDevice;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.seed.IdentitySeed;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Engine;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Settings;
import io.awsaudit.rules.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collects and judges the identities that a seed put into the emulator, over HTTP. */
final class IdentityCollectorsTest {
    private static final List<Check> CHECKS = Catalog.builtIn().checks().stream()
            .filter(check -> Set.of("iam", "account", "accessanalyzer").contains(check.service()))
            .toList();
    /** No emulator knows of a root user with MFA. */
    private static final Set<String> ROOT_MFA =
            Set.of("iam-root-user-hardware-mfa-enabled", "iam-root-user-mfa-enabled");

    private static AwsEmulator emulator;

    @BeforeAll
    static void start() {
        emulator = AwsEmulator.start();
    }

    @BeforeEach
    void empty() {
        emulator.reset();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void everyCheckThatTheEmulatorCanExpressFailsInTheInsecureAccount() {
        new IdentitySeed(emulator).insecure();
        Inventory inventory = collect();
        List<Finding> findings = findings(inventory, inventory.asOf());
        assertThat(failures(findings))
                .containsExactly(
                        "account-security-contact-registered 123456789012",
                        "iam-account-support-role-present 123456789012",
                        "iam-group-has-members empty-group",
                        "iam-managed-policy-cloudshell-full-access-unattached 123456789012",
                        "iam-managed-policy-no-administrator-access administration",
                        "iam-password-policy-minimum-length password policy of the account",
                        "iam-password-policy-reuse-prevented password policy of the account",
                        "iam-role-federated-trust-conditioned open-to-github",
                        "iam-role-trust-not-public open-to-everybody",
                        "iam-root-user-hardware-mfa-enabled root user",
                        "iam-root-user-mfa-enabled root user",
                        "iam-server-certificate-not-expired expired",
                        "iam-user-console-mfa-enabled password-alone",
                        "iam-user-mfa-enabled password-alone",
                        "iam-user-mfa-enabled policies-of-its-own",
                        "iam-user-mfa-enabled two-keys",
                        "iam-user-policies-through-groups-only policies-of-its-own",
                        "iam-user-single-active-access-key two-keys");
        assertThat(findings)
                .filteredOn(finding -> finding.status() == Verdict.UNKNOWN)
                .extracting(Finding::checkId)
                .containsOnly("accessanalyzer-region-external-analyzer-active", "iam-root-user-not-used");
    }

    @Test
    void credentialsGrowOld() {
        new IdentitySeed(emulator).insecure();
        Inventory inventory = collect();
        assertThat(failures(findings(inventory, inventory.asOf().plus(Duration.ofDays(46)))))
                .contains("iam-user-credentials-used password-alone", "iam-user-credentials-used two-keys")
                .doesNotContain("iam-user-access-key-rotated two-keys");
        assertThat(failures(findings(inventory, inventory.asOf().plus(Duration.ofDays(91)))))
                .contains("iam-user-access-key-rotated two-keys");
    }

    @Test
    void noCheckFailsInTheHardenedAccountButTheRootUsers() {
        new IdentitySeed(emulator).hardened();
        Inventory inventory = collect();
        assertThat(findings(inventory, inventory.asOf()))
                .filteredOn(finding -> finding.status() == Verdict.FAIL)
                .extracting(Finding::checkId)
                .containsExactlyInAnyOrderElementsOf(ROOT_MFA);
    }

    @Test
    void identitiesAreReadAsTheyWereMade() {
        new IdentitySeed(emulator).hardened();
        List<Resource> all = collect().resources();
        User alice = one(all, User.class);
        assertThat(alice.credentials()
                        .knownTo(seen -> seen.passwordEnabled()
                                && seen.mfaActive()
                                && seen.accessKeys().size() == 1
                                && seen.accessKeys().get(0).active()))
                .isTrue();
        assertThat(alice.edges())
                .anyMatch(edge -> edge.relation() == Relation.MEMBER_OF
                        && edge.to().value().endsWith(":group/teams/readers"));
        assertThat(one(all, VirtualMfaDevice.class).user()).contains(alice.arn());
        assertThat(one(all, OidcProvider.class)
                        .settings()
                        .knownTo(seen -> seen.clients().contains("sts.amazonaws.com")))
                .isTrue();
        assertThat(all)
                .filteredOn(ManagedPolicy.class::isInstance)
                .extracting(Resource::name)
                .containsExactlyInAnyOrder("administration-attached-to-nothing", "reading");
        assertThat(one(all, AwsManagedPolicy.class).name()).isEqualTo("AWSSupportAccess");
    }

    @Test
    void eachReportIsReadOnceForAllUsers() {
        new IdentitySeed(emulator).insecure();
        assertThat(collect().coverage().calls())
                .filteredOn(calls -> calls.operation().startsWith("iam:"))
                .allSatisfy(calls ->
                        assertThat(calls.answered()).as(calls.operation()).isLessThanOrEqualTo(3))
                .extracting(Coverage.Calls::operation)
                .contains("iam:GetAccountAuthorizationDetails", "iam:GetCredentialReport");
    }

    private static Set<String> failures(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.status() == Verdict.FAIL)
                .map(finding -> finding.checkId() + " " + finding.resource().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Finding> findings(Inventory inventory, Instant asOf) {
        Catalog catalog = Catalog.builtIn();
        return new Engine(catalog, "test")
                .evaluate(
                        new Inventory(asOf, inventory.accounts(), inventory.coverage(), inventory.resources()),
                        CHECKS,
                        Settings.standard(catalog.checks()),
                        List.of())
                .findings();
    }

    private static Inventory collect() {
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
        return AccountCollection.collect(
                connection,
                CollectionPlan.of(ResourceTypes.all().stream()
                        .filter(type -> List.of("iam", "account", "accessanalyzer")
                                .contains(type.getPackageName().replaceFirst(".*\\.", "")))
                        .toList()),
                Instant.now(),
                Progress.SILENT);
    }

    private static <T extends Resource> T one(List<Resource> resources, Class<T> type) {
        return resources.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}

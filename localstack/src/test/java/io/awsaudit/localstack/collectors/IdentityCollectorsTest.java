package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CollectionPlan;
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
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Collects and judges identities of the seeded accounts, over HTTP. */
final class IdentityCollectorsTest {
    private static final List<Check> CHECKS = Catalog.builtIn().checks().stream()
            .filter(check -> check.service().equals("iam"))
            .toList();

    @Test
    void credentialsGrowOld() {
        Inventory inventory = identities(SeededAccount.INSECURE);
        assertThat(failuresAfter(46, inventory))
                .contains(
                        "iam-user-credentials-used insecure-without-mfa", "iam-user-credentials-used insecure-two-keys")
                .doesNotContain("iam-user-access-key-rotated insecure-two-keys");
        assertThat(failuresAfter(91, inventory)).contains("iam-user-access-key-rotated insecure-two-keys");
    }

    @Test
    void identitiesAreReadAsTheyWereMade() {
        List<Resource> all = identities(SeededAccount.HARDENED).resources();
        User reader = one(all, User.class);
        assertThat(reader.credentials()
                        .knownTo(seen -> seen.passwordEnabled()
                                && seen.mfaActive()
                                && seen.accessKeys().isEmpty()))
                .isTrue();
        assertThat(reader.edges())
                .anyMatch(edge -> edge.relation() == Relation.MEMBER_OF
                        && edge.to().value().endsWith(":group/teams/hardened-readers"));
        assertThat(one(all, VirtualMfaDevice.class).user()).contains(reader.arn());
        assertThat(one(all, OidcProvider.class)
                        .settings()
                        .knownTo(seen -> seen.clients().contains("sts.amazonaws.com")))
                .isTrue();
        assertThat(all)
                .filteredOn(ManagedPolicy.class::isInstance)
                .extracting(Resource::name)
                .containsExactly("hardened-unattached");
        assertThat(all)
                .filteredOn(AwsManagedPolicy.class::isInstance)
                .extracting(Resource::name)
                .containsExactlyInAnyOrder("AWSSupportAccess", "ReadOnlyAccess");
    }

    @Test
    void keysAreReadAsTheyWereMade() {
        assertThat(identities(SeededAccount.INSECURE).resources())
                .filteredOn(user -> user.name().equals("insecure-two-keys"))
                .singleElement()
                .isInstanceOfSatisfying(
                        User.class,
                        user -> assertThat(user.credentials()
                                        .asOptional()
                                        .orElseThrow()
                                        .accessKeys())
                                .hasSize(2)
                                .allMatch(
                                        key -> key.active() && key.lastRotated().isPresent()));
    }

    @Test
    void eachReportIsReadOnceForAllUsers() {
        assertThat(identities(SeededAccount.INSECURE).coverage().calls())
                .filteredOn(calls -> calls.operation().startsWith("iam:"))
                .allSatisfy(calls ->
                        assertThat(calls.answered()).as(calls.operation()).isLessThanOrEqualTo(3))
                .extracting(Coverage.Calls::operation)
                .contains("iam:GetAccountAuthorizationDetails", "iam:GetCredentialReport");
    }

    private static Set<String> failuresAfter(int days, Inventory inventory) {
        return Collected.judged(inventory, CHECKS, inventory.asOf().plus(Duration.ofDays(days))).stream()
                .filter(finding -> finding.status() == Verdict.FAIL)
                .map(finding -> finding.checkId() + " " + finding.resource().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Inventory identities(SeededAccount account) {
        return Collected.from(
                Emulators.with(account),
                "us-east-1",
                CollectionPlan.of(ResourceTypes.all().stream()
                        .filter(type -> type.getPackageName().endsWith(".iam"))
                        .toList()));
    }

    private static <T extends Resource> T one(List<Resource> resources, Class<T> type) {
        return resources.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}

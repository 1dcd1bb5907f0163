package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ecr.RegistryPolicy;
import io.awsaudit.inventory.ecr.RegistryScanningConfiguration;
import io.awsaudit.inventory.ecr.Repository;
import io.awsaudit.inventory.ecs.Cluster;
import io.awsaudit.inventory.ecs.Service;
import io.awsaudit.inventory.ecs.TaskDefinition;
import io.awsaudit.inventory.ecs.TaskSet;
import io.awsaudit.inventory.eks.Nodegroup;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Collects and judges containers, their clusters and images, over HTTP. moto has no way to list capacity providers: what is
 * read of these, {@code EcsCollectorsTest} shows.
 */
final class ContainerCollectorsTest {
    private static final String REGION = "us-east-1";

    /** moto cannot list capacity providers, nor keep a cluster's deletion protection. */
    private static final Set<String> NOT_IN_MOTO = Set.of(
            "ecs-capacity-provider-scaling-managed",
            "ecs-capacity-provider-tagged",
            "ecs-capacity-provider-termination-protected",
            "ecs-service-deployments-roll-back",
            "ecs-service-not-on-spot-alone",
            "eks-cluster-deletion-protected",
            "eks-nodegroup-healthy");

    @Test
    void inTheInsecureAccountEachCheckFailsOnWhatIsNamedForIt() {
        List<Finding> findings = findings(SeededAccount.INSECURE);
        assertThat(checksWith(Verdict.FAIL, findings))
                .containsAll(checks().map(Check::id)
                        .filter(id -> !NOT_IN_MOTO.contains(id))
                        .toList());
    }

    @Test
    void inTheHardenedAccountEachCheckPassesOrDoesNotApply() {
        List<Finding> findings = findings(SeededAccount.HARDENED);
        assertThat(findings)
                .filteredOn(finding -> !NOT_IN_MOTO.contains(finding.checkId()))
                .allSatisfy(finding -> assertThat(finding.status()).isIn(Verdict.PASS, Verdict.NOT_APPLICABLE));
        assertThat(checksWith(Verdict.PASS, findings))
                .containsAll(checks().map(Check::id)
                        .filter(id -> !NOT_IN_MOTO.contains(id))
                        .toList());
    }

    @Test
    void ofAFamilyTheLatestRevisionIsReadAndTheOlderOneThatAServiceRuns() {
        assertThat(of(TaskDefinition.class, collected(SeededAccount.INSECURE, TaskDefinition.class)))
                .filteredOn(definition -> definition.family().equals("insecure-superseded"))
                .extracting(TaskDefinition::revision)
                .containsExactly(1, 2);
    }

    @Test
    void aServiceComesWithItsTaskSets() {
        Inventory inventory = collected(SeededAccount.HARDENED, Service.class);
        assertThat(of(Service.class, inventory))
                .extracting(Resource::name)
                .containsExactly("hardened-from-outside", "hardened-service");
        assertThat(of(TaskSet.class, inventory)).singleElement().satisfies(taskSet -> {
            assertThat(taskSet.service().value()).endsWith("hardened-from-outside");
            assertThat(taskSet.platform().isFargate()).isTrue();
        });
    }

    @Test
    void nothingIsAskedForThatNoCheckReads() {
        assertThat(operations("ecs-cluster-container-insights-enabled"))
                .contains("ecs:ListClusters", "ecs:DescribeClusters")
                .doesNotContain("ecs:ListServices", "ecs:DescribeTaskDefinition");
        assertThat(operations("ecs-service-no-public-ip"))
                .contains("ecs:ListClusters", "ecs:ListServices", "ecs:DescribeServices")
                .doesNotContain("ecs:DescribeClusters", "ecs:ListTaskDefinitionFamilies", "ecs:DescribeTaskDefinition");
        assertThat(operations("eks-cluster-endpoint-not-public"))
                .contains("eks:ListClusters", "eks:DescribeCluster")
                .doesNotContain("eks:ListNodegroups", "eks:DescribeNodegroup");
        assertThat(operations("ecr-repository-tags-immutable"))
                .contains("ecr:DescribeRepositories")
                .doesNotContain(
                        "ecr:GetRepositoryPolicy",
                        "ecr:GetLifecyclePolicy",
                        "ecr:ListTagsForResource",
                        "ecr:GetRegistryPolicy");
    }

    @Test
    void whatMotoAnswersIsReadWithoutAGap() {
        Inventory inventory = collected(
                SeededAccount.INSECURE,
                Cluster.class,
                Service.class,
                TaskDefinition.class,
                io.awsaudit.inventory.eks.Cluster.class,
                Nodegroup.class,
                Repository.class,
                RegistryPolicy.class,
                RegistryScanningConfiguration.class);
        assertThat(inventory.coverage().listings())
                .allSatisfy(
                        listing -> assertThat(listing.gap()).as(listing.type()).isEmpty());
        assertThat(inventory.coverage().calls())
                .allSatisfy(calls ->
                        assertThat(calls.refusals()).as(calls.operation()).isEmpty());
        assertThat(of(Repository.class, inventory))
                .allSatisfy(
                        repository -> assertThat(repository.policy().isKnown()).isTrue());
    }

    private static Stream<Check> checks() {
        return Catalog.builtIn().checks().stream()
                .filter(check -> Set.of("ecs", "eks", "ecr").contains(check.service()));
    }

    private static Set<String> checksWith(Verdict verdict, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.status() == verdict)
                .map(Finding::checkId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Finding> findings(SeededAccount account) {
        List<Check> checks = checks().toList();
        return Collected.judged(Collected.from(Emulators.with(account), REGION, checks), checks);
    }

    private static List<String> operations(String check) {
        return Collected.from(
                        Emulators.with(SeededAccount.HARDENED),
                        REGION,
                        List.of(Catalog.builtIn().check(check).orElseThrow()))
                .coverage()
                .calls()
                .stream()
                .map(Coverage.Calls::operation)
                .toList();
    }

    @SafeVarargs
    private static Inventory collected(SeededAccount account, Class<? extends Resource>... types) {
        return Collected.from(Emulators.with(account), REGION, CollectionPlan.of(List.of(types)));
    }

    private static <R extends Resource> List<R> of(Class<R> type, Inventory inventory) {
        return inventory.resources().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}

package io.awsaudit.localstack.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import io.awsaudit.inventory.ec2.Instance;
import io.awsaudit.inventory.ec2.RouteTable;
import io.awsaudit.inventory.ec2.Subnet;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Engine;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Settings;
import io.awsaudit.rules.Suppressions;
import io.awsaudit.rules.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EstateTest {
    private static final Path CASES = Path.of("../rules/src/test/resources");
    private static final Estate ESTATE = Estate.of(12_000, 3, 3, 1, CASES);
    private static final Inventory INVENTORY = ESTATE.inventory();

    @Test
    void anEstateHoldsAllTypesThatThereAre() {
        assertThat(INVENTORY.resources().stream().map(Resource::type).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        ResourceTypes.all().stream().map(ResourceTypes::nameOf).collect(Collectors.toSet()));
    }

    @Test
    void itIsAsLargeAsItWasToBe() {
        assertThat(INVENTORY.resources()).hasSize((int) ESTATE.size());
        assertThat(ESTATE.size()).isBetween(11_400L, 12_600L);
    }

    @Test
    void aSnapshotOfItReadsBack() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ESTATE.write(bytes);
        Inventory read = Snapshot.read(new ByteArrayInputStream(bytes.toByteArray()), "estate");
        assertThat(read.resources()).isEqualTo(INVENTORY.resources());
        assertThat(read.coverage()).isEqualTo(INVENTORY.coverage());
    }

    @Test
    void theSameSeedGivesTheSameAndAnotherSeedAnother() {
        assertThat(Estate.of(12_000, 3, 3, 1, CASES).inventory()).isEqualTo(INVENTORY);
        assertThat(Estate.of(12_000, 3, 3, 2, CASES).inventory()).isNotEqualTo(INVENTORY);
    }

    @Test
    void whatItsResourcesNameInTheirOwnAccountIsMostlyThere() {
        Set<String> arns = INVENTORY.resources().stream()
                .map(resource -> resource.arn().value())
                .collect(Collectors.toSet());
        List<Edge> edges = INVENTORY.resources().stream()
                .flatMap(Resource::edges)
                .filter(edge -> edge.to().account().equals(edge.from().account()))
                .toList();
        assertThat(edges).hasSizeGreaterThan(5_000);
        assertThat(edges.stream()
                        .filter(edge -> arns.contains(edge.to().value()))
                        .count())
                .isGreaterThan(edges.size() * 8L / 10);
    }

    @Test
    void aSubnetHasOneRouteTableAtMostAndInstancesAreInTheVpcOfTheirSubnet() {
        Map<Object, Subnet> subnets =
                of(Subnet.class).stream().collect(Collectors.toMap(Resource::arn, subnet -> subnet));
        assertThat(of(RouteTable.class).stream().flatMap(table -> table.subnets().stream()))
                .doesNotHaveDuplicates()
                .isNotEmpty();
        assertThat(of(Instance.class))
                .isNotEmpty()
                .allSatisfy(instance -> assertThat(instance.subnet()
                                .map(subnet -> subnets.get(subnet).vpc()))
                        .isEqualTo(instance.vpc()));
    }

    @Test
    void checksFindMuchToComplainOfAndMoreThatIsWell() {
        Map<Verdict, Long> verdicts = evaluated(INVENTORY).findings().stream()
                .collect(Collectors.groupingBy(Finding::status, Collectors.counting()));
        long decided = verdicts.get(Verdict.PASS) + verdicts.get(Verdict.FAIL);
        assertThat(verdicts.get(Verdict.FAIL)).isBetween(decided / 20, decided / 4);
        assertThat(verdicts.get(Verdict.UNKNOWN)).isBetween(1L, decided / 10);
    }

    @Test
    void mostChecksFindSomethingWhereThereAreSomeDozensOfEachType() {
        Set<String> failing = evaluated(Estate.even(12_000, 3, 3, 1, CASES).inventory()).findings().stream()
                .filter(Finding::isOpenFailure)
                .map(Finding::checkId)
                .collect(Collectors.toSet());
        assertThat(failing).hasSizeGreaterThan(Catalog.builtIn().checks().size() * 85 / 100);
    }

    private static AuditResult evaluated(Inventory inventory) {
        Catalog catalog = Catalog.builtIn();
        return new Engine(catalog, "test")
                .evaluate(inventory, catalog.checks(), Settings.standard(catalog.checks()), Suppressions.NONE);
    }

    private static <T extends Resource> List<T> of(Class<T> type) {
        return INVENTORY.resources().stream()
                .filter(type::isInstance)
                .map((Function<Resource, T>) type::cast)
                .toList();
    }
}

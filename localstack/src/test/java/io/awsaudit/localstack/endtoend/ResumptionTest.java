package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.AccountCollection;
import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Interruption;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Progress;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.snapshot.InventoryJson;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.proxy.AwsProxy;
import io.awsaudit.localstack.proxy.FaultPolicy;
import io.awsaudit.localstack.seed.SeededAccount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Collections that go on with what an earlier one held, in parts or whole. */
final class ResumptionTest {
    private static final Gap INTERRUPTED =
            new Gap(Gap.Cause.INTERRUPTED, "test", Optional.empty(), "the scan was stopped");
    /** One report for all users. */
    private static final Set<String> REPORT = Set.of("iam:GenerateCredentialReport", "iam:GetCredentialReport");

    private static final CollectionPlan PLAN = CollectionPlan.everything();

    private static AwsProxy proxy;
    private static ProxiedAccount account;
    private static Inventory whole;

    @BeforeAll
    static void collect() {
        proxy = AwsProxy.remembering(Emulators.with(SeededAccount.DEMO));
        account = new ProxiedAccount(proxy);
        whole = account.scan(FaultPolicy.NONE).inventory();
    }

    @AfterAll
    static void close() {
        proxy.close();
    }

    @Test
    void ofResourcesThatAreHeldWholeNoSettingIsAskedFor() {
        assertThat(resumed(whole.resources(), PLAN).resources()).isEqualTo(whole.resources());
        Set<String> asked = new TreeSet<>(proxy.operationsCalled());
        asked.retainAll(operationsOfDetails());
        asked.removeAll(operationsThatTheEmulatorLacks());
        asked.removeAll(REPORT);
        assertThat(asked).isEmpty();
    }

    @Test
    void ofResourcesThatAreHeldInPartsOnlyTheMissingSettingIsAskedFor() {
        for (Detail detail : details().toList()) {
            if (REPORT.contains(detail.operation().id())) {
                continue;
            }
            // Of all other types nothing is missing: nothing is asked for, as the test before this one shows.
            CollectionPlan plan = CollectionPlan.of(List.of(detail.type()));
            Set<Class<? extends Resource>> types = plan.collectors().stream()
                    .flatMap(collector -> collector.yields().stream())
                    .collect(Collectors.toSet());
            List<Resource> all = whole.resources().stream()
                    .filter(resource -> types.contains(resource.getClass()))
                    .toList();
            List<Resource> parts = all.stream()
                    .map(resource -> resource.getClass() == detail.type() ? without(detail, resource) : resource)
                    .toList();
            assertThat(resumed(parts, plan).resources()).as(detail.toString()).isEqualTo(all);
            Set<String> asked = new TreeSet<>(proxy.operationsCalled());
            asked.retainAll(operationsOfDetails());
            asked.removeAll(operationsThatTheEmulatorLacks());
            asked.removeAll(REPORT);
            asked.removeAll(sharedAnswers());
            assertThat(asked).as(detail.toString()).isSubsetOf(operationsFor(detail));
        }
    }

    private static Inventory resumed(List<Resource> resources, CollectionPlan plan) {
        proxy.forgetCalls();
        Inventory earlier = new Inventory(
                whole.asOf(),
                whole.accounts(),
                new Coverage(
                        whole.coverage().listings().stream()
                                .map(listing -> new Coverage.Listing(
                                        listing.account(), listing.region(), listing.type(), Optional.of(INTERRUPTED)))
                                .toList(),
                        List.of()),
                resources);
        return AccountCollection.collect(
                account.open(ProxiedAccount.REGIONS),
                plan,
                Instant.EPOCH,
                Progress.SILENT,
                new Interruption(),
                Optional.of(earlier));
    }

    private static Stream<Detail> details() {
        return PLAN.collectors().stream().flatMap(collector -> collector.details().stream());
    }

    /** {@return the operations of which one answer fills several settings, so that each is asked again where one of them is missing} */
    private static Set<String> sharedAnswers() {
        Map<List<Object>, Set<String>> components = details()
                .collect(Collectors.groupingBy(
                        detail -> List.of(detail.type(), detail.operation().id()),
                        Collectors.mapping(Detail::component, Collectors.toSet())));
        return components.entrySet().stream()
                .filter(answer -> answer.getValue().size() > 1)
                .map(answer -> String.valueOf(answer.getKey().get(1)))
                .collect(Collectors.toSet());
    }

    /** Some settings take several calls. */
    private static Set<String> operationsFor(Detail wanted) {
        return details()
                .filter(detail ->
                        detail.type() == wanted.type() && detail.component().equals(wanted.component()))
                .map(detail -> detail.operation().id())
                .collect(Collectors.toSet());
    }

    /** Those that are no listing of some other collector. */
    private static Set<String> operationsOfDetails() {
        Set<String> operations =
                details().map(detail -> detail.operation().id()).collect(Collectors.toCollection(TreeSet::new));
        PLAN.collectors().stream()
                .map(Collector::listings)
                .flatMap(List::stream)
                .map(Operation::id)
                .forEach(operations::remove);
        return operations;
    }

    private static Set<String> operationsThatTheEmulatorLacks() {
        return whole.coverage().calls().stream()
                .filter(calls -> !calls.refusals().isEmpty())
                .map(Coverage.Calls::operation)
                .collect(Collectors.toSet());
    }

    private static Resource without(Detail detail, Resource resource) {
        ObjectNode node = InventoryJson.mapper().valueToTree(resource);
        ObjectNode owner = detail.component().equals("tags") ? (ObjectNode) node.get("identity") : node;
        owner.putObject(detail.component())
                .set("$unknown", InventoryJson.mapper().valueToTree(INTERRUPTED));
        node.put("type", resource.type());
        return InventoryJson.mapper().treeToValue(node, Resource.class);
    }
}

package io.awsaudit.localstack.endtoend;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Frequency;
import io.awsaudit.collectors.Operation;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.amplify.App;
import io.awsaudit.inventory.apigateway.RestApi;
import io.awsaudit.inventory.apigatewayv2.Route;
import io.awsaudit.inventory.backup.BackupVault;
import io.awsaudit.inventory.bedrockagent.KnowledgeBase;
import io.awsaudit.inventory.codedeploy.Application;
import io.awsaudit.inventory.elasticloadbalancingv2.LoadBalancer;
import io.awsaudit.inventory.eventbridge.EventBus;
import io.awsaudit.inventory.globalaccelerator.Accelerator;
import io.awsaudit.inventory.globalaccelerator.Listener;
import io.awsaudit.inventory.keyspaces.Keyspace;
import io.awsaudit.inventory.transfer.Server;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many calls of each operation a scan is to make, by what collectors declare, for what it found. */
final class ExpectedCalls {
    /** A number that need not be known exactly. */
    record Range(long least, long most) {
        static final Range NONE = new Range(0, 0);

        static Range exactly(long count) {
            return new Range(count, count);
        }

        Range plus(Range other) {
            return new Range(least + other.least, most + other.most);
        }

        boolean has(long count) {
            return least <= count && count <= most;
        }
    }

    private static final long MANY = 1_000_000;

    /** Of which moto gives ten a page, whatever it is asked for, and an empty page after the last. */
    private static final String IN_PAGES_OF_MOTO = "ssm:DescribeParameters";

    /** Listed by region as well, since moto's first listing does not say where buckets are. */
    private static final String LISTED_BY_REGION = "s3:ListBuckets";

    private final Inventory inventory;
    private final long regions;

    ExpectedCalls(Inventory inventory) {
        this.inventory = inventory;
        this.regions = inventory.accounts().get(0).regions().size();
    }

    /** {@return the calls of a scan of everything, in all regions together, by operation} */
    Map<String, Range> byOperation() {
        Map<String, Range> expected = new TreeMap<>();
        Set<String> shared = new HashSet<>();
        for (Collector<?> collector : CollectionPlan.everything().collectors()) {
            long places = collector.scope() == Collector.Scope.GLOBAL ? 1 : regions;
            for (Operation operation : collector.listings()) {
                if (!operation.listing().shared() || shared.add(operation.id())) {
                    expected.merge(operation.id(), listing(operation, collector, places), Range::plus);
                }
            }
            Set<String> answers = new HashSet<>();
            for (Detail detail : collector.details()) {
                String answer = detail.type() + " " + detail.operation().id();
                if (detail.frequency().separate() || answers.add(answer)) {
                    expected.merge(detail.operation().id(), setting(detail, collector, places), Range::plus);
                }
            }
        }
        return expected;
    }

    private Range listing(Operation operation, Collector<?> collector, long places) {
        Frequency frequency = operation.listing();
        long found = collector.yields().stream()
                .mapToLong(type -> count(type, collector))
                .sum();
        int size = frequency.size();
        if (operation.id().equals(IN_PAGES_OF_MOTO)) {
            return new Range(places, places + pages(found, 10));
        }
        if (operation.id().equals(LISTED_BY_REGION)) {
            return new Range(places, places + regions);
        }
        if (!frequency.per().isEmpty()) {
            return parents(operation);
        }
        return switch (frequency.unit()) {
            case PAGE ->
                frequency.where().isEmpty()
                        ? new Range(places, places + pages(found, size) - 1)
                        : new Range(0, places + pages(found, size) - 1);
            case BATCH -> found == 0 ? Range.NONE : new Range(pages(found, size), found);
            case RESOURCE -> frequency.where().isEmpty() ? Range.exactly(found) : new Range(0, found);
            case ALL -> new Range(found > 0 ? 1 : 0, places);
        };
    }

    private Range setting(Detail detail, Collector<?> collector, long places) {
        Frequency frequency = detail.frequency();
        long found = count(detail.type(), collector);
        if (!frequency.per().isEmpty()) {
            return new Range(0, found == 0 ? 0 : MANY);
        }
        Range all = switch (frequency.unit()) {
            case PAGE, RESOURCE -> Range.exactly(found);
            case BATCH ->
                found == 0
                        ? Range.NONE
                        : new Range(pages(found, frequency.size()), pages(found, frequency.size()) + places);
            case ALL -> new Range(found == 0 ? 0 : 1, found == 0 ? 0 : MANY);
        };
        return frequency.where().isEmpty() ? all : new Range(0, all.most());
    }

    private static long pages(long found, int size) {
        return size == 0 ? 1 : Math.max(1, (found + size - 1) / size);
    }

    /** The things that a listing is made within, each once. */
    private Range parents(Operation operation) {
        return switch (operation.listing().per()) {
            case "REST API" -> Range.exactly(count(RestApi.class));
            case "HTTP or WebSocket API" ->
                Range.exactly(resources(Route.class).map(Route::api).distinct().count());
            case "app" -> Range.exactly(count(App.class));
            case "application" ->
                new Range(
                        operation.listing().unit() == Frequency.Unit.BATCH ? 0 : count(Application.class),
                        count(Application.class));
            case "instance" -> new Range(0, regions); // of IAM Identity Center, of which a region has one at most
            case "keyspace" -> Range.exactly(count(Keyspace.class));
            case "knowledge base" -> Range.exactly(count(KnowledgeBase.class));
            case "server" -> Range.exactly(count(Server.class));
            case "event bus" -> Range.exactly(count(EventBus.class));
            case "vault" -> Range.exactly(count(BackupVault.class));
            case "accelerator" -> Range.exactly(count(Accelerator.class));
            case "listener" -> Range.exactly(count(Listener.class));
            case "load balancer" -> Range.exactly(count(LoadBalancer.class));
            case "cluster" ->
                operation.service().equals("eks")
                        ? Range.exactly(count(io.awsaudit.inventory.eks.Cluster.class))
                        : Range.exactly(count(io.awsaudit.inventory.ecs.Cluster.class));
            default ->
                throw new IllegalStateException("What is " + operation.listing().per() + "?");
        };
    }

    private <R extends Resource> java.util.stream.Stream<R> resources(Class<R> type) {
        return inventory.resources().stream().filter(type::isInstance).map(type::cast);
    }

    private long count(Class<? extends Resource> type) {
        return resources(type).count();
    }

    /** Of a type that is both in regions and in none, the collector's own. */
    private long count(Class<? extends Resource> type, Collector<?> collector) {
        boolean both = CollectionPlan.everything().collectors().stream()
                        .filter(other -> other.yields().contains(type))
                        .count()
                > 1;
        return resources(type)
                .filter(resource -> !both
                        || resource.region().equals(io.awsaudit.inventory.Identity.GLOBAL)
                                == (collector.scope() == Collector.Scope.GLOBAL))
                .count();
    }
}

package io.awsaudit.collectors;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects one account: every unit of a plan, a unit being a collector in a region, on one bounded pool. */
public final class AccountCollection {
    private record Unit(Collector<?> collector, String region) {
        String scopeRegion() {
            return collector.scope() == Collector.Scope.GLOBAL ? Identity.GLOBAL : region;
        }
    }

    private AccountCollection() {}

    /**
     * Collects an account.
     *
     * @param asOf the moment that the inventory stands for
     * @return what could be read; what could not is in its coverage and its unknown settings, and is thrown nowhere
     */
    public static Inventory collect(Connection connection, CollectionPlan plan, Instant asOf, Progress progress) {
        CallLog log = new CallLog();
        AtomicReference<@Nullable Gap> expired = new AtomicReference<>();
        Map<String, Resource> resources = new ConcurrentHashMap<>();
        var listings = new ConcurrentLinkedQueue<Coverage.Listing>();
        List<Unit> units = units(connection, plan);
        AtomicInteger done = new AtomicInteger();
        progress.started(units.size());
        Set<String> declared = plan.operations().stream().map(Operation::id).collect(Collectors.toSet());
        ForkJoinPool pool = new ForkJoinPool(connection.concurrency());
        try (Clients clients = connection.clients(declared, log)) {
            List<ForkJoinTask<?>> tasks = new ArrayList<>();
            for (Unit unit : units) {
                tasks.add(pool.submit(() -> {
                    Reads reads = new Reads(
                            connection.account(),
                            connection.partition(),
                            unit.region(),
                            connection.regions(),
                            clients,
                            log,
                            plan,
                            expired);
                    Optional<Gap> gap = run(unit.collector(), reads, resources);
                    unit.collector().yields().stream()
                            .map(type -> new Coverage.Listing(
                                    connection.account(), unit.scopeRegion(), ResourceTypes.nameOf(type), gap))
                            .forEach(listings::add);
                    progress.advanced(done.incrementAndGet(), resources.size(), log.answered());
                }));
            }
            tasks.forEach(ForkJoinTask::join);
        } finally {
            pool.shutdownNow();
            progress.finished();
        }
        return new Inventory(
                asOf,
                List.of(new Inventory.AccountScope(connection.account(), connection.partition(), connection.regions())),
                new Coverage(sorted(listings), log.calls(connection.account())),
                List.copyOf(resources.values()));
    }

    private static Optional<Gap> run(Collector<?> collector, Reads reads, Map<String, Resource> resources) {
        try {
            // One resource may be listed in several regions, as a multi-region trail is.
            collector
                    .collect(reads)
                    .forEach(resource -> resources.putIfAbsent(resource.type() + ' ' + resource.arn(), resource));
            return Optional.empty();
        } catch (ListingFailed e) {
            return Optional.of(e.gap());
        } catch (RuntimeException e) {
            // Ours, not AWS's: still a gap, for a mistake in one collector must neither end the scan nor pass unseen.
            return Optional.of(new Gap(
                    Gap.Cause.MALFORMED, collector.getClass().getSimpleName(), Optional.empty(), String.valueOf(e)));
        }
    }

    private static List<Unit> units(Connection connection, CollectionPlan plan) {
        List<Unit> units = new ArrayList<>();
        for (Collector<?> collector : plan.collectors()) {
            if (collector.scope() == Collector.Scope.GLOBAL) {
                units.add(new Unit(collector, connection.globalRegion()));
            }
        }
        for (String region : connection.regions()) {
            for (Collector<?> collector : plan.collectors()) {
                if (collector.scope() == Collector.Scope.REGIONAL) {
                    units.add(new Unit(collector, region));
                }
            }
        }
        return units;
    }

    private static List<Coverage.Listing> sorted(Iterable<Coverage.Listing> listings) {
        // Two collectors may yield one type; a gap in either is a gap in the type.
        Map<List<String>, Coverage.Listing> merged = new java.util.HashMap<>();
        listings.forEach(listing -> merged.merge(
                List.of(listing.account(), listing.region(), listing.type()),
                listing,
                (a, b) -> a.gap().isPresent() ? a : b));
        return merged.values().stream()
                .sorted(Comparator.comparing(Coverage.Listing::account)
                        .thenComparing(Coverage.Listing::type)
                        .thenComparing(Coverage.Listing::region))
                .toList();
    }
}

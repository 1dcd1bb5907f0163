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
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects one account: every unit of a plan, a unit being a collector in a region, on one bounded pool. */
public final class AccountCollection {
    /** The order of listings in a coverage. */
    static final Comparator<Coverage.Listing> BY_TYPE = Comparator.comparing(Coverage.Listing::account)
            .thenComparing(Coverage.Listing::type)
            .thenComparing(Coverage.Listing::region);

    private record Unit(Collector<?> collector, String region) {
        String scopeRegion() {
            return collector.scope() == Collector.Scope.GLOBAL ? Identity.GLOBAL : region;
        }

        /** Collectors of a service stand in a package of their own. */
        String service() {
            String collectors = collector.getClass().getPackageName();
            return collectors.substring(collectors.lastIndexOf('.') + 1);
        }

        Gap interrupted() {
            return Reads.interrupted(collector.listings().stream()
                    .map(Operation::id)
                    .findFirst()
                    .orElse(collector.getClass().getSimpleName()));
        }
    }

    /**
     * Collects an account.
     *
     * @param asOf the moment that the inventory stands for
     * @return what could be read; what could not is in its coverage and its unknown settings, and is thrown nowhere
     */
    public static Inventory collect(Connection connection, CollectionPlan plan, Instant asOf, Progress progress) {
        return collect(connection, plan, asOf, progress, new Interruption(), Optional.empty());
    }

    /**
     * Collects an account, or goes on with an earlier collection of it.
     *
     * @param asOf the moment that the inventory stands for, if there is no earlier one
     * @param interruption ends it early, within a moment: calls under way are given up
     * @param earlier what need not be asked for again; all of it that this plan does not ask for is kept as it is
     * @return what could be read; what could not is in its coverage and its unknown settings, and is thrown nowhere
     * @throws IllegalArgumentException when the earlier collection is of another account, or looked at regions that the
     *     connection does not: a listing of all regions would seem whole without what there is in those
     */
    public static Inventory collect(
            Connection connection,
            CollectionPlan plan,
            Instant asOf,
            Progress progress,
            Interruption interruption,
            Optional<Inventory> earlier) {
        earlier.map(Inventory::accounts)
                .ifPresent(accounts -> accounts.forEach(before -> {
                    if (!before.id().equals(connection.account())
                            || !connection.regions().containsAll(before.regions())) {
                        throw new IllegalArgumentException("Cannot go on with a collection of " + before);
                    }
                }));
        return new AccountCollection(connection, plan, progress, interruption, new Held(earlier, plan))
                .collect(asOf, earlier);
    }

    private final Connection connection;
    private final CollectionPlan plan;
    private final Progress progress;
    private final Interruption interruption;
    private final Held held;
    private final CallLog log = new CallLog();
    private final Shared shared = new Shared();
    private final AtomicReference<@Nullable Gap> expired = new AtomicReference<>();
    private final Map<String, Resource> resources = new ConcurrentHashMap<>();
    private final Map<Unit, Optional<Gap>> ended = new ConcurrentHashMap<>();

    private AccountCollection(
            Connection connection, CollectionPlan plan, Progress progress, Interruption interruption, Held held) {
        this.connection = connection;
        this.plan = plan;
        this.progress = progress;
        this.interruption = interruption;
        this.held = held;
    }

    private Inventory collect(Instant asOf, Optional<Inventory> earlier) {
        List<Unit> units = units(connection, plan);
        progress.started(units.size(), new SoFar());
        Set<String> declared = plan.operations().stream().map(Operation::id).collect(Collectors.toSet());
        try (Clients clients = connection.clients(declared, log);
                Workers workers = new Workers(connection.concurrency())) {
            List<Unit> open = units.stream().filter(unit -> !isHeld(unit)).toList();
            interruption.await(CompletableFuture.allOf(open.stream()
                    .map(unit -> workers.start(() -> run(unit, clients, workers)))
                    .toArray(CompletableFuture<?>[]::new)));
            return inventory(units, asOf, earlier);
        } finally {
            progress.finished();
        }
    }

    /** Also while units are under way, which have a gap then: first what ended, lest a later end hide what came with it. */
    private Inventory inventory(List<Unit> units, Instant asOf, Optional<Inventory> earlier) {
        Map<Unit, Optional<Gap>> outcomes = new HashMap<>(ended);
        Map<String, Resource> read = new HashMap<>(resources);
        List<Coverage.Listing> listings = units.stream()
                .flatMap(unit -> unit.collector().yields().stream()
                        .map(type -> new Coverage.Listing(
                                connection.account(),
                                unit.scopeRegion(),
                                ResourceTypes.nameOf(type),
                                outcomes.getOrDefault(unit, Optional.of(unit.interrupted())))))
                .toList();
        Coverage coverage = new Coverage(sorted(listings), log.calls(connection.account()));
        Inventory now = new Inventory(
                asOf,
                List.of(new Inventory.AccountScope(connection.account(), connection.partition(), connection.regions())),
                coverage,
                List.copyOf(read.values()));
        return earlier.map(before -> Resumption.join(before, now)).orElse(now);
    }

    /** Takes over what an earlier collection holds of a unit, and says whether that is all of it. */
    private boolean isHeld(Unit unit) {
        Optional<List<Resource>> known = held.unit(unit.collector(), unit.scopeRegion(), connection.regions());
        known.ifPresent(all -> {
            all.forEach(this::keep);
            ended.put(unit, Optional.empty());
        });
        return known.isPresent();
    }

    private void run(Unit unit, Clients clients, Workers workers) {
        Reads reads = new Reads(
                connection.account(),
                connection.partition(),
                unit.region(),
                connection.regions(),
                clients,
                log,
                plan,
                expired,
                workers,
                interruption,
                held,
                shared);
        Progress.Unit shown = new Progress.Unit(connection.account(), unit.scopeRegion(), unit.service());
        progress.began(shown);
        try {
            ended.put(unit, run(unit.collector(), reads));
        } finally {
            progress.ended(shown);
        }
    }

    /** What this collection has done until now. */
    private final class SoFar implements Progress.Tally {
        @Override
        public int units() {
            return ended.size();
        }

        @Override
        public int resources() {
            return resources.size();
        }

        @Override
        public long calls() {
            return log.answered();
        }
    }

    private Optional<Gap> run(Collector<?> collector, Reads reads) {
        try {
            collector.collect(reads).forEach(this::keep);
            return Optional.empty();
        } catch (ListingFailed e) {
            return Optional.of(e.gap());
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            // Ours, not AWS's: still a gap, for a mistake in one collector must neither end the scan nor pass unseen.
            return Optional.of(new Gap(
                    Gap.Cause.MALFORMED, collector.getClass().getSimpleName(), Optional.empty(), String.valueOf(e)));
        }
    }

    /** One resource may be listed in several regions, as a multi-region trail is. */
    private void keep(Resource resource) {
        resources.putIfAbsent(resource.type() + ' ' + resource.arn(), resource);
    }

    /** Those first that may take the longest chains of calls: what has details, and of that what has the most. */
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
        Map<Collector<?>, Integer> calls = new IdentityHashMap<>();
        plan.collectors().forEach(collector -> calls.put(collector, calls(collector, plan)));
        units.sort(
                Comparator.comparing((Unit unit) -> calls.get(unit.collector())).reversed());
        return units;
    }

    private static int calls(Collector<?> collector, CollectionPlan plan) {
        return collector.listings().size()
                + (int) collector.details().stream().filter(plan::wants).count();
    }

    private static List<Coverage.Listing> sorted(Iterable<Coverage.Listing> listings) {
        // Two collectors may yield one type; a gap in either is a gap in the type.
        Map<List<String>, Coverage.Listing> merged = new HashMap<>();
        listings.forEach(listing -> merged.merge(
                List.of(listing.account(), listing.region(), listing.type()),
                listing,
                (a, b) -> a.gap().isPresent() ? a : b));
        return merged.values().stream().sorted(BY_TYPE).toList();
    }
}

package io.awsaudit.collectors;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an earlier collection of the account holds, so that it need not be asked for again.
 *
 * <p>A resource is held when each setting that the plan wants was read. A unit of work is held when its listings came to
 * their end, and all its resources are held.
 */
final class Held {
    private record Key(String type, Arn arn) {}

    private final Optional<Inventory> earlier;
    private final CollectionPlan plan;
    private final Map<Key, Resource> resources = new HashMap<>();
    private final Map<Key, Resource> parts = new HashMap<>();
    private final Map<String, Set<Resource>> incomplete = new HashMap<>();

    /** @param earlier of the same account; empty where there is none */
    Held(Optional<Inventory> earlier, CollectionPlan plan) {
        this.earlier = earlier;
        this.plan = plan;
        for (Resource resource : earlier.map(Inventory::resources).orElse(List.of())) {
            if (isComplete(resource)) {
                resources.put(new Key(resource.type(), resource.arn()), resource);
            } else {
                parts.put(new Key(resource.type(), resource.arn()), resource);
                incomplete
                        .computeIfAbsent(resource.type(), type -> new HashSet<>())
                        .add(resource);
            }
        }
    }

    private boolean isComplete(Resource resource) {
        return plan.collectors().stream()
                .flatMap(collector -> collector.details().stream())
                .filter(detail -> detail.type() == resource.getClass() && plan.wants(detail))
                .allMatch(detail -> isSettled(component(resource, detail.component())));
    }

    /** What was skipped although the plan wants it, such as the policy of a key that AWS manages, will be skipped again. */
    private boolean isSettled(Observed<?> observed) {
        return observed.unknownBecause()
                .map(gap -> gap.cause() == io.awsaudit.inventory.Gap.Cause.SKIPPED
                        && !gap.detail().equals(Reads.NOBODY_ASKS))
                .orElse(true);
    }

    private static Observed<?> component(Resource resource, String name) {
        if (name.equals("tags")) {
            return resource.tags();
        }
        try {
            Object value = resource.getClass().getMethod(name).invoke(resource);
            return value instanceof Observed<?> observed ? observed : Observed.known(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(resource.getClass() + " has no component " + name, e);
        }
    }

    /** {@return a setting of a resource, where it was read; also of a resource that is not held as a whole} */
    Optional<Observed<?>> setting(Detail detail, Arn arn) {
        Key key = new Key(ResourceTypes.nameOf(detail.type()), arn);
        return Optional.ofNullable(resources.getOrDefault(key, parts.get(key)))
                .<Observed<?>>map(resource -> component(resource, detail.component()))
                .filter(Observed::isKnown);
    }

    /** {@return the resource, where it is held} */
    <R extends Resource> Optional<R> resource(Class<R> type, Arn arn) {
        return Optional.ofNullable(resources.get(new Key(ResourceTypes.nameOf(type), arn)))
                .map(type::cast);
    }

    /**
     * {@return the resources of a unit of work, where it is held}
     *
     * @param region of its scope, or {@link Identity#GLOBAL}
     * @param regions that this collection reads; an earlier global listing that looked at fewer does not do
     */
    Optional<List<Resource>> unit(Collector<?> collector, String region, List<String> regions) {
        if (earlier.isEmpty()
                || region.equals(Identity.GLOBAL)
                        && !earlier.get().accounts().stream()
                                .allMatch(scope -> scope.regions().containsAll(regions))) {
            return Optional.empty();
        }
        Set<String> types =
                collector.yields().stream().map(ResourceTypes::nameOf).collect(Collectors.toSet());
        Set<String> listed = earlier.get().coverage().listings().stream()
                .filter(listing ->
                        listing.region().equals(region) && listing.gap().isEmpty())
                .map(Coverage.Listing::type)
                .collect(Collectors.toSet());
        boolean whole = listed.containsAll(types)
                && types.stream()
                        .flatMap(type -> incomplete.getOrDefault(type, Set.of()).stream())
                        .noneMatch(resource -> isIn(resource, region));
        return whole
                ? Optional.of(resources.values().stream()
                        .filter(resource -> types.contains(resource.type()) && isIn(resource, region))
                        .toList())
                : Optional.empty();
    }

    private static boolean isIn(Resource resource, String region) {
        return region.equals(Identity.GLOBAL) || resource.region().equals(region);
    }
}

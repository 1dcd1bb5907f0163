package io.awsaudit.collectors;

import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atteo.classindex.ClassIndex;

/** Which collectors run, and which details they read: no more than what is asked of the inventory. */
public final class CollectionPlan {
    private static final class Known {
        static final List<Collector<?>> COLLECTORS = load();

        @SuppressWarnings("rawtypes")
        private static List<Collector<?>> load() {
            List<Collector<?>> all = new java.util.ArrayList<>();
            for (Class<? extends Collector> type :
                    ClassIndex.getSubclasses(Collector.class, Collector.class.getClassLoader())) {
                try {
                    var constructor = type.getDeclaredConstructor();
                    constructor.setAccessible(true);
                    all.add(constructor.newInstance());
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(type + " needs a constructor without arguments", e);
                }
            }
            all.sort(Comparator.comparing(collector -> collector.getClass().getName()));
            return List.copyOf(all);
        }
    }

    private final List<Collector<?>> collectors;
    private final Optional<Set<String>> components;

    private CollectionPlan(List<Collector<?>> collectors, Optional<Set<String>> components) {
        this.collectors = collectors;
        this.components = components;
    }

    /** Returns a plan to collect everything that there is a collector for. */
    public static CollectionPlan everything() {
        return new CollectionPlan(Known.COLLECTORS, Optional.empty());
    }

    /** Returns a plan to collect everything of some types. */
    public static CollectionPlan of(Collection<? extends Class<? extends Resource>> types) {
        return new CollectionPlan(yielding(types), Optional.empty());
    }

    /**
     * Returns a plan to collect what checks read.
     *
     * @param types the record types that they match
     * @param components the settings that they read, as {@code AWS::S3::Bucket.versioning}
     */
    public static CollectionPlan of(
            Collection<? extends Class<? extends Resource>> types, Collection<String> components) {
        return new CollectionPlan(yielding(types), Optional.of(Set.copyOf(components)));
    }

    private static List<Collector<?>> yielding(Collection<? extends Class<? extends Resource>> types) {
        return Known.COLLECTORS.stream()
                .filter(collector -> collector.yields().stream().anyMatch(types::contains))
                .toList();
    }

    /** {@return the collectors that run, sorted by class} */
    public List<Collector<?>> collectors() {
        return collectors;
    }

    /** {@return whether resources of a type are listed} */
    boolean lists(Class<? extends Resource> type) {
        return collectors.stream()
                .anyMatch(collector -> collector.yields().stream().anyMatch(type::equals));
    }

    boolean wants(Detail detail) {
        return components.isEmpty()
                || components.get().contains(ResourceTypes.nameOf(detail.type()) + "." + detail.component());
    }

    /** {@return the operations that the plan may call, those that open a connection included, sorted by id} */
    public List<Operation> operations() {
        return Stream.concat(
                        Connection.OPERATIONS.stream(),
                        collectors.stream()
                                .flatMap(collector -> Stream.concat(
                                        collector.listings().stream(),
                                        collector.details().stream()
                                                .filter(this::wants)
                                                .map(Detail::operation))))
                .collect(Collectors.toMap(Operation::id, operation -> operation, CollectionPlan::together))
                .values()
                .stream()
                .sorted(Comparator.comparing(Operation::id))
                .toList();
    }

    /** {@return the IAM actions that the plan needs, sorted} */
    public Set<String> actions() {
        return operations().stream()
                .flatMap(operation -> operation.actions().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Operation together(Operation one, Operation other) {
        return new Operation(
                one.id(),
                Stream.concat(one.actions().stream(), other.actions().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                one.frequency());
    }
}

package io.awsaudit.inventory.change;

import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares the properties of two records of one type, down to the values that differ. Lists are compared as sets, for AWS
 * gives most in no order; elements that have a name of their own are compared with their namesake.
 */
final class Properties {
    /** How AWS names the elements of its lists, the first that an element has. */
    private static final List<String> NAMES = List.of("arn", "id", "name", "key", "sid");

    private final List<PropertyChange> changes = new ArrayList<>();

    private Properties() {}

    static List<PropertyChange> between(Resource before, Resource after) {
        Properties properties = new Properties();
        for (RecordComponent component : components(before)) {
            if (component.getName().equals("identity")) {
                Identity then = before.identity();
                Identity now = after.identity();
                properties.compare("name", then.name(), now.name());
                properties.compare("tags", then.tags(), now.tags());
            } else {
                properties.compare(component.getName(), value(component, before), value(component, after));
            }
        }
        return List.copyOf(properties.changes);
    }

    private void compare(String path, @Nullable Object before, @Nullable Object after) {
        if (java.util.Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Observed<?> then && after instanceof Observed<?> now) {
            compareObserved(path, then, now);
        } else if (before instanceof Collection<?> then && after instanceof Collection<?> now) {
            compareElements(path, then, now);
        } else if (before instanceof Map<?, ?> then && after instanceof Map<?, ?> now) {
            compareEntries(path, then, now);
        } else {
            Optional<Object> then = Words.present(before);
            Optional<Object> now = Words.present(after);
            if (then.isEmpty() || now.isEmpty()) {
                then.ifPresent(value -> add(path, PropertyChange.Kind.DISAPPEARED, value, null));
                now.ifPresent(value -> add(path, PropertyChange.Kind.APPEARED, null, value));
            } else if (before instanceof Optional<?>) {
                compare(path, then.get(), now.get());
            } else if (isDivisible(then.get())
                    && then.get().getClass() == now.get().getClass()) {
                for (RecordComponent component : components(then.get())) {
                    compare(
                            path + "." + component.getName(),
                            value(component, then.get()),
                            value(component, now.get()));
                }
            } else {
                add(path, PropertyChange.Kind.CHANGED, then.get(), now.get());
            }
        }
    }

    private void compareObserved(String path, Observed<?> before, Observed<?> after) {
        if (before instanceof Observed.Known<?> then && after instanceof Observed.Known<?> now) {
            compare(path, then.value(), now.value());
        } else if (before instanceof Observed.Known<?> then && after instanceof Observed.Unknown<?> now) {
            unseen(
                    path,
                    PropertyChange.Kind.UNSEEN_AFTER,
                    Optional.of(Words.of(then.value())),
                    Optional.empty(),
                    now.gap());
        } else if (before instanceof Observed.Unknown<?> then && after instanceof Observed.Known<?> now) {
            unseen(
                    path,
                    PropertyChange.Kind.UNSEEN_BEFORE,
                    Optional.empty(),
                    Optional.of(Words.of(now.value())),
                    then.gap());
        } // else it is unknown in both, for whatever reasons
    }

    private void compareElements(String path, Collection<?> before, Collection<?> after) {
        Optional<String> name = nameOfElements(before, after);
        if (name.isPresent()) {
            compareEntries(path, named(before, name.get()), named(after, name.get()));
            return;
        }
        Map<Object, Integer> counts = new LinkedHashMap<>();
        after.forEach(element -> counts.merge(element, 1, Integer::sum));
        for (Object element : before) {
            if (counts.merge(element, -1, Integer::sum) < 0) {
                add(path, PropertyChange.Kind.DISAPPEARED, element, null);
            }
        }
        counts.forEach((element, more) -> {
            for (int i = 0; i < more; i++) {
                add(path, PropertyChange.Kind.APPEARED, null, element);
            }
        });
    }

    /** The component by which elements can be told apart, in both lists. */
    private static Optional<String> nameOfElements(Collection<?> before, Collection<?> after) {
        return NAMES.stream()
                .filter(name -> isNamed(before, name) && isNamed(after, name))
                .findFirst();
    }

    private static boolean isNamed(Collection<?> elements, String name) {
        TreeSet<String> names = new TreeSet<>();
        for (Object element : elements) {
            Optional<Object> own = isDivisible(element) ? component(element, name) : Optional.empty();
            if (own.isEmpty() || !names.add(Words.of(own.get()))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Object> component(Object element, String name) {
        for (RecordComponent component : components(element)) {
            if (component.getName().equals(name)) {
                return Words.present(value(component, element));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Object> named(Collection<?> elements, String name) {
        Map<String, Object> named = new LinkedHashMap<>();
        elements.forEach(element ->
                component(element, name).ifPresent(own -> named.put("[" + Words.of(own) + "]", element)));
        return named;
    }

    private void compareEntries(String path, Map<?, ?> before, Map<?, ?> after) {
        before.forEach((key, value) -> {
            if (after.containsKey(key)) {
                compare(at(path, key), value, after.get(key));
            } else {
                add(at(path, key), PropertyChange.Kind.DISAPPEARED, value, null);
            }
        });
        after.forEach((key, value) -> {
            if (!before.containsKey(key)) {
                add(at(path, key), PropertyChange.Kind.APPEARED, null, value);
            }
        });
    }

    private static String at(String path, Object key) {
        String name = Words.of(key);
        return path + (name.startsWith("[") ? "" : ".") + name;
    }

    private void add(String path, PropertyChange.Kind kind, @Nullable Object before, @Nullable Object after) {
        changes.add(new PropertyChange(
                path,
                kind,
                Optional.ofNullable(before).map(Words::of),
                Optional.ofNullable(after).map(Words::of),
                Optional.empty()));
    }

    private void unseen(
            String path, PropertyChange.Kind kind, Optional<String> before, Optional<String> after, Gap gap) {
        changes.add(new PropertyChange(path, kind, before, after, Optional.of(gap)));
    }

    private static boolean isDivisible(Object value) {
        return value instanceof Record && !(value instanceof OpenValue);
    }

    private static RecordComponent[] components(Object value) {
        return value.getClass().getRecordComponents();
    }

    static @Nullable Object value(RecordComponent component, Object of) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true); // of a record that is not public
            return accessor.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(of.getClass() + " has no component " + component.getName(), e);
        }
    }
}

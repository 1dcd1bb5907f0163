package io.awsaudit.inventory;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.atteo.classindex.ClassIndex;

/** The resource records that exist, found through the index that the compiler writes of {@link CloudFormationType}. */
public final class ResourceTypes {
    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            CloudFormationType annotation = type.getAnnotation(CloudFormationType.class);
            if (annotation == null) {
                throw new IllegalArgumentException(type + " is no resource: it lacks @CloudFormationType");
            }
            return annotation.value();
        }
    };

    private static final ClassValue<List<String>> OBSERVED = new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.getType() == Observed.class || component.getType() == Identity.class)
                    .map(RecordComponent::getName)
                    .map(name -> name.equals("identity") ? "tags" : name)
                    .toList();
        }
    };

    private static final Map<String, Class<? extends Resource>> BY_NAME = load();

    /** Holds what is only asked for once rules are resolved. */
    private static final class BySimpleName {
        static final Map<String, List<Class<? extends Resource>>> TYPES =
                BY_NAME.values().stream().collect(Collectors.groupingBy(Class::getSimpleName));
    }

    private ResourceTypes() {}

    /** {@return the type name of a record class} */
    public static String nameOf(Class<?> type) {
        return NAMES.get(type);
    }

    /** {@return the record class of a type name, empty when no record has it} */
    public static Optional<Class<? extends Resource>> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** {@return every record class, in order of type name} */
    public static Collection<Class<? extends Resource>> all() {
        return BY_NAME.values();
    }

    /** {@return the names of the components of a record that are {@link Observed}, {@code tags} included, in order} */
    public static List<String> observedComponents(Class<? extends Resource> type) {
        return OBSERVED.get(type);
    }

    /**
     * {@return the record classes of a simple name, which those of several services may share}
     *
     * @param name as {@code Instance}, or with the end of its package, as {@code ec2.Instance}
     */
    public static List<Class<? extends Resource>> bySimpleName(String name) {
        return BySimpleName.TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), List.of()).stream()
                .filter(type -> ("." + type.getName()).endsWith("." + name))
                .toList();
    }

    private static Map<String, Class<? extends Resource>> load() {
        Map<String, Class<? extends Resource>> types = new TreeMap<>();
        for (Class<?> type : ClassIndex.getAnnotated(CloudFormationType.class, Resource.class.getClassLoader())) {
            Class<? extends Resource> record = type.asSubclass(Resource.class);
            Class<? extends Resource> twin = types.put(nameOf(record), record);
            if (twin != null) {
                throw new IllegalStateException(record + " and " + twin + " have the same type name");
            }
        }
        return Collections.unmodifiableMap(types);
    }
}

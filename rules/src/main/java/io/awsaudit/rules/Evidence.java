package io.awsaudit.rules;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Excerpt;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.snapshot.InventoryJson;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that was seen and that a verdict rests on.
 *
 * @param resource where it was seen
 * @param property its name in the record
 * @param seen its value, for people; of a long one the beginning
 */
public record Evidence(Arn resource, String property, String seen) {
    private static final int LENGTH = 4_000;

    public Evidence {
        seen = Excerpt.of(seen, LENGTH);
    }

    /** Returns what was seen of a resource. */
    public static Evidence of(Resource resource, String property, @Nullable Object seen) {
        return new Evidence(resource.arn(), property, text(seen));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Observed<?> observed) {
            return observed.asOptional().map(Evidence::text).orElseGet(observed::toString);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Evidence::text).orElse("none");
        }
        if (value instanceof OpenValue word) {
            return word.value();
        }
        if (value instanceof Set<?> values && !values.isEmpty()) { // whose order may be another one in each run
            return values.stream().map(Evidence::text).sorted().collect(Collectors.joining(", "));
        }
        if (value instanceof Collection<?> values) {
            return values.isEmpty()
                    ? "none"
                    : values.stream().map(Evidence::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> values) {
            return values.entrySet().stream()
                    .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof Record ? InventoryJson.mapper().writeValueAsString(value) : String.valueOf(value);
    }
}

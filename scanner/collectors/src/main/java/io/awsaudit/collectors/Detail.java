package io.awsaudit.collectors;

import io.awsaudit.inventory.Resource;
import java.util.Arrays;

/**
 * A setting of a resource that takes a call of its own: made only when a chosen check reads that setting.
 *
 * @param component the {@code Observed} component of the record that the answer fills
 */
public record Detail(Class<? extends Resource> type, String component, Operation operation) {
    public Detail {
        if (!component.equals("tags")
                && Arrays.stream(type.getRecordComponents())
                        .noneMatch(part -> part.getName().equals(component))) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no component " + component);
        }
    }

    /** Returns a setting read by an operation whose IAM action has its own name. */
    public static Detail of(Class<? extends Resource> type, String component, String operation) {
        return new Detail(type, component, Operation.of(operation));
    }

    /** Returns this detail with the IAM actions that its operation needs. */
    public Detail needing(String... actions) {
        return new Detail(type, component, operation.needing(actions));
    }
}

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

    /** Returns this detail as one of a call that tells of so many resources at a time. */
    public Detail batches(int size) {
        return with(frequency().of(Frequency.Unit.BATCH, size, false));
    }

    /** Returns this detail as one of a call that tells of all resources at once, and is made where there are any. */
    public Detail forAll() {
        return with(frequency().of(Frequency.Unit.ALL, 0, false));
    }

    /** Returns this detail as one that is asked of some resources only; of the others it is known, or there is none. */
    public Detail where(String condition) {
        return with(frequency().where(condition));
    }

    /** Returns this detail as one of a call for something that the resource has several of. */
    public Detail per(String what) {
        return with(frequency().per(what));
    }

    /** Returns this detail as one that has a call of its own, although others name the same operation. */
    public Detail separately() {
        return with(frequency().separately());
    }

    /** {@return how often its operation is called} */
    public Frequency frequency() {
        return operation.frequency().orElse(Frequency.A_RESOURCE);
    }

    private Detail with(Frequency frequency) {
        return new Detail(type, component, operation.with(frequency));
    }
}

package io.awsaudit.inventory.change;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares two inventories. Both are in order of ARN, so that one pass over the two suffices, and nothing is kept but what
 * differs.
 */
public final class InventoryChanges {
    private InventoryChanges() {}

    /** Returns what differs, in order of ARN. */
    public static List<ResourceChange> between(Inventory before, Inventory after) {
        List<ResourceChange> changes = new ArrayList<>();
        Absence then = Absence.from(before.accounts(), before.coverage());
        Absence now = Absence.from(after.accounts(), after.coverage());
        between(before.resources().iterator(), then, after.resources().iterator(), now, changes::add);
        return changes;
    }

    /**
     * Tells what differs between resources that come in {@link Inventory#ORDER}.
     *
     * @param then what absence means before
     * @param now what absence means after
     */
    static void between(
            Iterator<Resource> before,
            Absence then,
            Iterator<Resource> after,
            Absence now,
            Consumer<ResourceChange> changes) {
        @Nullable Resource old = next(before);
        @Nullable Resource young = next(after);
        while (old != null || young != null) {
            int order = old == null ? 1 : young == null ? -1 : Inventory.ORDER.compare(old, young);
            if (order < 0 && old != null) {
                changes.accept(missing(old, now, ResourceChange.Kind.REMOVED, ResourceChange.Kind.UNSEEN_AFTER));
                old = next(before);
            } else if (order > 0 && young != null) {
                changes.accept(missing(young, then, ResourceChange.Kind.ADDED, ResourceChange.Kind.UNSEEN_BEFORE));
                young = next(after);
            } else if (old != null && young != null) {
                between(old, young).ifPresent(changes);
                old = next(before);
                young = next(after);
            }
        }
    }

    /** Returns what differs between two states of one resource, empty where nothing does. */
    public static Optional<ResourceChange> between(Resource before, Resource after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        List<PropertyChange> properties = Properties.between(before, after);
        return properties.isEmpty() // the order of a list is AWS's whim
                ? Optional.empty()
                : Optional.of(new ResourceChange(ResourceChange.Kind.CHANGED, after, properties, Optional.empty()));
    }

    private static ResourceChange missing(
            Resource resource, Absence elsewhere, ResourceChange.Kind proven, ResourceChange.Kind unproven) {
        Optional<String> doubt = elsewhere.doubt(resource.account(), resource.region(), resource.type());
        return new ResourceChange(doubt.isEmpty() ? proven : unproven, resource, List.of(), doubt);
    }

    private static @Nullable Resource next(Iterator<Resource> resources) {
        return resources.hasNext() ? resources.next() : null;
    }
}

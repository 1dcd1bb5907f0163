package io.awsaudit.inventory.change;

import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;

/**
 * What became of a resource from one inventory to another.
 *
 * @param resource as it is after, or was before where it is there no longer
 * @param properties those that are others, or could be read in one of the two only, in the order of the record; empty
 *     unless it is in both
 * @param doubt why its absence from one of the two proves nothing, where it does not
 */
public record ResourceChange(Kind kind, Resource resource, List<PropertyChange> properties, Optional<String> doubt) {
    /** What a resource did. */
    public enum Kind {
        /** It was looked for before, and was not there. */
        ADDED("added"),
        /** It was looked for after, and was not there. */
        REMOVED("removed"),
        /** It is in both, and differs. */
        CHANGED("changed"),
        /** It is there after, and nobody looked before. */
        UNSEEN_BEFORE("not seen before"),
        /** It was there before, and nobody looked after. */
        UNSEEN_AFTER("not seen after");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** {@return the kind as files and people read it} */
        public String words() {
            return words;
        }
    }

    public ResourceChange {
        properties = List.copyOf(properties);
    }

    /** {@return whether it is known that something is another than it was} */
    public boolean isKnown() {
        return switch (kind) {
            case ADDED, REMOVED -> true;
            case CHANGED ->
                properties.stream().anyMatch(property -> property.kind().isKnown());
            case UNSEEN_BEFORE, UNSEEN_AFTER -> false;
        };
    }

    /** {@return what people call the resource in a sentence: the last part of its ARN, and its name where that says more} */
    public String label() {
        return label(resource);
    }

    /** Returns what people call a resource in a sentence. */
    public static String label(Resource resource) {
        String id = resource.arn().lastSegment();
        String name = resource.name();
        return name.isBlank() || name.equals(id) || resource.arn().value().endsWith(name) ? id : id + " (" + name + ")";
    }
}

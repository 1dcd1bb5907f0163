package io.awsaudit.inventory.change;

import io.awsaudit.inventory.Gap;
import java.util.Optional;

/**
 * What became of a property of a resource, in AWS's words.
 *
 * @param path its name in the record, with dots into what it holds and the name of a list's element in brackets, such as
 *     {@code inlinePolicies[admin].document.statements}
 * @param before what it was, or the element of a list that is no longer there; of a long one the beginning
 * @param after what it is, or the element of a list that was not there
 * @param gap why one of the two could not be seen, where it could not
 */
public record PropertyChange(
        String path, Kind kind, Optional<String> before, Optional<String> after, Optional<Gap> gap) {
    /** What a property did. */
    public enum Kind {
        /** It was not set, or its list did not hold this, and now it is or does. */
        APPEARED("appeared"),
        /** It was set, or its list held this, and now it is not or does not. */
        DISAPPEARED("disappeared"),
        /** It has another value. */
        CHANGED("changed"),
        /** It could be read after and not before, so that nobody knows whether it changed. */
        UNSEEN_BEFORE("not read before"),
        /** It could be read before and not after, so that nobody knows whether it changed. */
        UNSEEN_AFTER("not read after");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** {@return the kind as files and people read it} */
        public String words() {
            return words;
        }

        /** {@return whether it is known that something is another than it was} */
        public boolean isKnown() {
            return this != UNSEEN_BEFORE && this != UNSEEN_AFTER;
        }
    }

    /** {@return the name of the record's component that it lies in} */
    public String component() {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return path.substring(0, end);
    }

    /** {@return the change as a clause, such as {@code ingress 0.0.0.0/0 tcp/22 appeared}} */
    public String sentence() {
        return sentence("");
    }

    /** Returns the change of a resource as a clause, such as {@code ingress 0.0.0.0/0 tcp/22 appeared on sg-0abc}. */
    public String sentence(String resource) {
        String on = resource.isEmpty() ? "" : " on " + resource;
        String of = resource.isEmpty() ? "" : " of " + resource;
        return switch (kind) {
            case APPEARED -> path + " " + after.orElse("") + " appeared" + on;
            case DISAPPEARED ->
                path + " " + before.orElse("") + " disappeared" + (on.isEmpty() ? "" : " from " + resource);
            case CHANGED -> path + of + " changed from " + before.orElse("") + " to " + after.orElse("");
            case UNSEEN_BEFORE -> path + of + " is " + after.orElse("") + ", and was not read before" + because();
            case UNSEEN_AFTER -> path + of + " was " + before.orElse("") + ", and was not read after" + because();
        };
    }

    private String because() {
        return gap.map(missing -> " (" + missing.sentence() + ")").orElse("");
    }
}

package io.awsaudit.rules;

import java.util.Locale;

/** What a check says of a resource. */
public enum Verdict {
    /** A violation was seen. */
    FAIL,
    /** What decides could not be seen. */
    UNKNOWN,
    /** Everything that decides was seen, and there is no violation. */
    PASS,
    /** The check does not ask about this resource. */
    NOT_APPLICABLE,
    /** Only a person can decide. */
    MANUAL;

    /** {@return the verdict as files spell it, such as {@code not-applicable}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

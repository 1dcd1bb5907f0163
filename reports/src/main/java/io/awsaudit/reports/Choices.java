package io.awsaudit.reports;

import java.util.Optional;

/**
 * What users choose of a report besides its format; a format ignores what does not apply to it.
 *
 * @param includePassed whether a format that lists problems lists the rest too: what passed, and what is out of scope
 * @param colour whether the text goes to a terminal that shows colours
 * @param columns how wide lines for a terminal may be
 * @param grouping how a summary lists all failures; empty where it shows those to begin with
 */
public record Choices(boolean includePassed, boolean colour, int columns, Optional<Grouping> grouping) {
    /** How wide lines are where nobody knows better. */
    public static final int COLUMNS = 100;

    /** Problems only, in plain text. */
    public static final Choices PLAIN = new Choices(false, false);

    /** Makes choices for lines of the usual width, without a list of all failures. */
    public Choices(boolean includePassed, boolean colour) {
        this(includePassed, colour, COLUMNS, Optional.empty());
    }
}

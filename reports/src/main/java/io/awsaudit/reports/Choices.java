package io.awsaudit.reports;

/**
 * What users choose of a report besides its format; a format ignores what does not apply to it.
 *
 * @param includePassed whether a format that lists problems lists the rest too: what passed, and what is out of scope
 * @param colour whether the text goes to a terminal that shows colours
 */
public record Choices(boolean includePassed, boolean colour) {
    /** Problems only, in plain text. */
    public static final Choices PLAIN = new Choices(false, false);
}

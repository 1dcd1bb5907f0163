package io.awsaudit.reports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the summary on a terminal lists failures by, where a user wants all of them. */
public enum Grouping {
    /** Each resource with the checks that it fails. */
    RESOURCE,
    /** Each check with the resources that fail it. */
    CHECK;

    /** {@return the word that users choose it by, such as {@code resource}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the grouping that a word chooses, empty where none does} */
    public static Optional<Grouping> of(String word) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.word().equalsIgnoreCase(word))
                .findFirst();
    }
}

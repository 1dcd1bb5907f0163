package io.awsaudit.inventory;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A place that holds what looks like a credential. The credential itself is nowhere in it.
 *
 * @param where the name of a setting, or a line such as {@code line 12}
 * @param reason why it is taken for one, such as {@code looks like a private key}
 */
public record Secret(String where, String reason) {
    /** Holds where no credential was found. */
    public static final Predicate<List<Secret>> NONE = List::isEmpty;

    /** Translates what was found into a line each for people, as evidence. */
    public static final Function<List<Secret>, List<String>> WORDS = Secret::words;

    private static final int LENGTH = 256;

    public Secret {
        where = Excerpt.of(Secrets.withoutCredential(where), LENGTH);
    }

    /** {@return for people, one line each} */
    public static List<String> words(List<Secret> secrets) {
        return secrets.stream()
                .map(secret -> secret.where() + " " + secret.reason())
                .toList();
    }
}

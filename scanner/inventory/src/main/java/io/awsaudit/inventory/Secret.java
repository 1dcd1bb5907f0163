package io.awsaudit.inventory;

import java.util.List;

/**
 * A place that holds what looks like a credential. The credential itself is nowhere in it.
 *
 * @param where the name of a setting, or a line such as {@code line 12}
 * @param reason why it is taken for one, such as {@code looks like a private key}
 */
public record Secret(String where, String reason) {
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

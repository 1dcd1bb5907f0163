package io.awsaudit.rules;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns with {@code *} for any run of characters and {@code ?} for one; they match whole names, letter case counts. */
public final class Wildcard {
    private Wildcard() {}

    /** {@return whether a pattern matches the whole of a name} */
    public static boolean matches(String pattern, String name) {
        String expression = pattern.codePoints()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(expression, Pattern.DOTALL).matcher(name).matches();
    }
}

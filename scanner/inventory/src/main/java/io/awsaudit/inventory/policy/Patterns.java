package io.awsaudit.inventory.policy;

import java.util.List;
import java.util.Locale;

/**
 * The actions or resources of a statement: those that match one of the patterns, or, negated, all that match none.
 *
 * @param negated whether the policy said {@code NotAction} or {@code NotResource}
 * @param values patterns with {@code *} and {@code ?}, as written
 */
public record Patterns(boolean negated, List<String> values) {
    public Patterns {
        values = List.copyOf(values);
    }

    /** {@return whether a name is covered, letter case ignored as IAM does for actions} */
    public boolean covers(String name) {
        return negated != values.stream().anyMatch(pattern -> matches(pattern, name));
    }

    /** {@return whether everything is covered} */
    public boolean coversEverything() {
        return !negated
                        && values.stream()
                                .anyMatch(pattern ->
                                        !pattern.isEmpty() && pattern.chars().allMatch(c -> c == '*'))
                || negated && values.isEmpty();
    }

    /** {@return whether every action of a service is covered} */
    public boolean coversService(String prefix) {
        return negated
                ? values.stream().noneMatch(pattern -> mayTouch(pattern, prefix))
                : coversEverything()
                        || values.stream()
                                .anyMatch(pattern ->
                                        pattern.toLowerCase(Locale.ROOT).matches(prefix + ":\\*+"));
    }

    private static boolean mayTouch(String pattern, String prefix) {
        int colon = pattern.indexOf(':');
        return matches(colon < 0 ? pattern : pattern.substring(0, colon), prefix);
    }

    /** {@return whether a pattern with {@code *} and {@code ?} matches a name, letter case ignored} */
    public static boolean matches(String pattern, String name) {
        // Greedy with one point of return: linear in practice, and no regular expression made from untrusted text.
        int p = 0;
        int n = 0;
        int star = -1;
        int mark = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = n;
            } else if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || sameLetter(pattern.charAt(p), name.charAt(n)))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean sameLetter(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}

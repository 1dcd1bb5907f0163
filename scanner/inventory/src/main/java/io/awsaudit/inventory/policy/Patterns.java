package io.awsaudit.inventory.policy;

import io.awsaudit.inventory.Wildcard;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The actions or resources of a statement: those that match one of the patterns, or, negated, all that match none.
 *
 * @param negated whether the policy said {@code NotAction} or {@code NotResource}
 * @param values patterns with {@code *} and {@code ?}, as written
 */
public record Patterns(boolean negated, List<String> values) {
    private static final Pattern IN_A_PATH = Pattern.compile("^arn:[^:]*:s3:::[^/]+/(?:[^*?]*/)?\\d{12}(?:/|$)");

    public Patterns {
        values = List.copyOf(values);
    }

    /** {@return whether a name is covered, letter case ignored as IAM does for actions} */
    public boolean covers(String name) {
        return negated != values.stream().anyMatch(pattern -> matches(pattern, name));
    }

    /** {@return whether everything is covered: by {@code *}, or by its long form {@code *:*}} */
    public boolean coversEverything() {
        return negated ? values.isEmpty() : values.stream().anyMatch(Patterns::isAll);
    }

    /** {@return whether each names the account whose things it covers, behind the resource's own name: in the path of an object} */
    boolean namesAccounts() {
        return !negated
                && !values.isEmpty()
                && values.stream()
                        .allMatch(pattern -> IN_A_PATH.matcher(pattern).find());
    }

    /** {@return whether every action of a service is covered} */
    public boolean coversService(String prefix) {
        return includes(prefix + ":*");
    }

    /** {@return whether every name that a pattern matches is covered; false where that cannot be told} */
    public boolean includes(String pattern) {
        return negated
                ? values.stream().noneMatch(excluded -> overlap(excluded, pattern))
                : values.stream().anyMatch(own -> contains(own, pattern));
    }

    /** {@return whether every name that others cover is covered; false where that cannot be told} */
    public boolean includes(Patterns others) {
        if (coversEverything() || equals(others)) {
            return true;
        }
        return !others.negated
                && !others.values.isEmpty()
                && others.values.stream().allMatch(this::includes);
    }

    /** {@return whether some name that a pattern matches is covered} */
    public boolean touches(String pattern) {
        return negated
                ? values.stream().noneMatch(excluded -> contains(excluded, pattern))
                : values.stream().anyMatch(own -> overlap(own, pattern));
    }

    /** {@return whether a part of a text is stars, one at least} */
    public static boolean isStars(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != '*') {
                return false;
            }
        }
        return start < end;
    }

    private static boolean isAll(String pattern) {
        int colon = pattern.indexOf(':');
        return colon < 0
                ? isStars(pattern, 0, pattern.length())
                : isStars(pattern, 0, colon) && isStars(pattern, colon + 1, pattern.length());
    }

    /** Whether one pattern matches all that another matches; a question mark vouches for no star. */
    private static boolean contains(String pattern, String other) {
        return isAll(pattern) || matches(pattern, other) && (pattern.indexOf('?') < 0 || other.indexOf('*') < 0);
    }

    /** Whether some name matches both patterns. */
    private static boolean overlap(String one, String other) {
        // reachable[j]: the first i characters of one and the first j of the other match a common text.
        boolean[] reachable = new boolean[other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            boolean[] next = new boolean[other.length() + 1];
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 && j == 0) {
                    next[j] = true;
                    continue;
                }
                boolean star = i > 0 && one.charAt(i - 1) == '*';
                boolean otherStar = j > 0 && other.charAt(j - 1) == '*';
                next[j] = (star || otherStar) && (i > 0 && reachable[j] || j > 0 && next[j - 1])
                        || i > 0 && j > 0 && reachable[j - 1] && sameOrAny(one.charAt(i - 1), other.charAt(j - 1));
            }
            reachable = next;
        }
        return reachable[other.length()];
    }

    private static boolean sameOrAny(char a, char b) {
        return a == '?' || b == '?' || sameLetter(a, b);
    }

    /** {@return whether a pattern with {@code *} and {@code ?} matches a name, letter case ignored} */
    public static boolean matches(String pattern, String name) {
        return Wildcard.matchesIgnoringCase(pattern, name);
    }

    private static boolean sameLetter(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}

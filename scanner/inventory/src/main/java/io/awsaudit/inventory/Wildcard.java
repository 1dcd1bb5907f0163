package io.awsaudit.inventory;

/** Patterns with {@code *} for any run of characters and {@code ?} for one; they match whole names. */
public final class Wildcard {
    private interface Same {
        boolean test(char one, char other);
    }

    private Wildcard() {}

    /** {@return whether a pattern matches a name, where letter case counts} */
    public static boolean matches(String pattern, String name) {
        return matches(pattern, name, (one, other) -> one == other);
    }

    /** {@return whether a pattern matches a name, letter case ignored} */
    public static boolean matchesIgnoringCase(String pattern, String name) {
        return matches(
                pattern,
                name,
                (one, other) -> one == other || Character.toLowerCase(one) == Character.toLowerCase(other));
    }

    /** Greedy with one point of return: names come from accounts, and a regular expression may take for ever on one. */
    private static boolean matches(String pattern, String name, Same same) {
        int p = 0;
        int n = 0;
        int star = -1;
        int mark = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = n;
            } else if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || same.test(pattern.charAt(p), name.charAt(n)))) {
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
}

package io.awsaudit.rules;

/** Patterns with {@code *} for any run of characters and {@code ?} for one; they match whole names, letter case counts. */
public final class Wildcard {
    private Wildcard() {}

    /** {@return whether a pattern matches the whole of a name} */
    public static boolean matches(String pattern, String name) {
        // Greedy with one point of return: names come from accounts, and a regular expression may take for ever on one.
        int p = 0;
        int n = 0;
        int star = -1;
        int mark = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
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

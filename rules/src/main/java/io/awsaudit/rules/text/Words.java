package io.awsaudit.rules.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Words that were not understood. */
public final class Words {
    private static final int LONGEST = 200;

    private Words() {}

    /** {@return "; did you mean …" for the known word that differs least, nothing where none comes near} */
    public static String nearest(String word, Collection<String> known) {
        return word.length() > LONGEST
                ? ""
                : known.stream()
                        .min(Comparator.comparingInt(other -> distance(word, other)))
                        .filter(other -> distance(word, other) <= Math.max(2, word.length() / 3))
                        .map(other -> "; did you mean '" + other + "'")
                        .orElse("");
    }

    /** {@return the known word that differs least, in a given number of letters at most} */
    public static Optional<String> within(int letters, String word, Collection<String> known) {
        return word.length() > LONGEST
                ? Optional.empty()
                : known.stream()
                        .filter(other -> Math.abs(other.length() - word.length()) <= letters)
                        .min(Comparator.comparingInt(other -> distance(word, other)))
                        .filter(other -> distance(word, other) <= letters);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(cost, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

package io.awsaudit.inventory.cloudwatchlogs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression as CloudWatch Logs knows them: alternatives of single characters with quantifiers, no groups. It is
 * searched for in time linear in the text: the account wrote it, and Java's own engine can take for ever on {@code
 * a*a*a*a*a*b}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html#regex-expressions">Supported
 *     regular expression syntax</a>
 */
final class LogRegex {
    /** What is one character of text: a class in brackets, an escape, or the character itself. */
    private static final Pattern ATOM =
            Pattern.compile("\\[\\^?(?:[^]\\[&\\\\]++|&(?!&)|\\\\.)++]|\\\\x\\p{XDigit}{2}|\\\\.|[^\\\\\\[]");

    /** A lazy quantifier finds the same as a greedy one; a possessive one does not, and none is documented. */
    private static final Pattern QUANTIFIER = Pattern.compile("(?:([?*+])|\\{(\\d{1,4})(,(\\d{1,4})?)?})\\??");

    private static final int STEPS = 2_000;

    private final List<Alternative> alternatives = new ArrayList<>();

    /** A character to match, which may be left out, or come again. */
    private record Step(Atom atom, boolean optional, boolean repeats) {}

    private record Alternative(List<Step> steps, boolean fromStart, boolean toEnd) {}

    /** A test of one character, remembered for those of ASCII. */
    private static final class Atom {
        private final Pattern pattern;
        private final byte[] known = new byte[128];

        Atom(String text) {
            pattern = Pattern.compile(text, Pattern.DOTALL);
        }

        boolean accepts(char character) {
            if (character >= known.length) {
                return pattern.matcher(String.valueOf(character)).matches();
            }
            if (known[character] == 0) {
                known[character] =
                        (byte) (pattern.matcher(String.valueOf(character)).matches() ? 1 : -1);
            }
            return known[character] > 0;
        }
    }

    private LogRegex() {}

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static LogRegex of(String expression) {
        LogRegex regex = new LogRegex();
        try {
            regex.read(expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("its regular expression is wrong: " + e.getDescription(), e);
        }
        return regex;
    }

    private void read(String expression) {
        Matcher atom = ATOM.matcher(expression);
        Matcher quantifier = QUANTIFIER.matcher(expression);
        List<Step> steps = new ArrayList<>();
        boolean fromStart = false;
        boolean toEnd = false;
        int total = 0;
        for (int at = 0; at < expression.length(); ) {
            char character = expression.charAt(at);
            if (character == '|') {
                alternatives.add(new Alternative(steps, fromStart, toEnd));
                steps = new ArrayList<>();
                fromStart = false;
                toEnd = false;
                at++;
                continue;
            }
            if (toEnd || character == '(' || character == '^' && (fromStart || !steps.isEmpty())) {
                throw new IllegalArgumentException("its regular expression is none that CloudWatch Logs knows");
            }
            if (character == '^') {
                fromStart = true;
                at++;
                continue;
            }
            if (character == '$') {
                toEnd = true;
                at++;
                continue;
            }
            if (!atom.region(at, expression.length()).lookingAt()) {
                throw new IllegalArgumentException("its regular expression is none that CloudWatch Logs knows");
            }
            at = atom.end();
            Atom one = new Atom(atom.group());
            int least = 1;
            int most = 1;
            if (quantifier.region(at, expression.length()).lookingAt()) {
                at = quantifier.end();
                least = least(quantifier);
                most = most(quantifier, least);
            }
            if (most < least) {
                throw new IllegalArgumentException(
                        "its regular expression wants at least " + least + " and at most " + most);
            }
            total += Math.max(1, most == Integer.MAX_VALUE ? least : most);
            if (total > STEPS) {
                throw new IllegalArgumentException("its regular expression has more than " + STEPS + " steps");
            }
            repeat(steps, one, least, most);
        }
        alternatives.add(new Alternative(steps, fromStart, toEnd));
    }

    private static int least(Matcher quantifier) {
        return quantifier.group(1) == null
                ? Integer.parseInt(quantifier.group(2))
                : quantifier.group(1).equals("+") ? 1 : 0;
    }

    private static int most(Matcher quantifier, int least) {
        if (quantifier.group(1) != null) {
            return quantifier.group(1).equals("?") ? 1 : Integer.MAX_VALUE;
        }
        return quantifier.group(3) == null
                ? least
                : quantifier.group(4) == null ? Integer.MAX_VALUE : Integer.parseInt(quantifier.group(4));
    }

    private static void repeat(List<Step> steps, Atom atom, int least, int most) {
        for (int i = 1; i < least; i++) {
            steps.add(new Step(atom, false, false));
        }
        if (most == Integer.MAX_VALUE) {
            steps.add(new Step(atom, least == 0, true));
            return;
        }
        if (least > 0) {
            steps.add(new Step(atom, false, false));
        }
        for (int i = least; i < most; i++) {
            steps.add(new Step(atom, true, false));
        }
    }

    /** {@return whether the expression matches some part of a text} */
    boolean isIn(String text) {
        return alternatives.stream().anyMatch(alternative -> isIn(alternative, text));
    }

    /** Follows all ways through the steps at the same time, a character of the text after the other. */
    private static boolean isIn(Alternative alternative, String text) {
        List<Step> steps = alternative.steps();
        boolean[] at = new boolean[steps.size() + 1];
        for (int i = 0; i <= text.length(); i++) {
            at[0] |= i == 0 || !alternative.fromStart();
            for (int step = 0; step < steps.size(); step++) {
                at[step + 1] |= at[step] && steps.get(step).optional();
            }
            if (at[steps.size()] && (i == text.length() || !alternative.toEnd())) {
                return true;
            }
            if (i == text.length()) {
                return false;
            }
            boolean[] next = new boolean[at.length];
            for (int step = 0; step < steps.size(); step++) {
                if (at[step] && steps.get(step).atom().accepts(text.charAt(i))) {
                    next[step + 1] = true;
                    next[step] |= steps.get(step).repeats();
                }
            }
            at = next;
        }
        return false;
    }
}

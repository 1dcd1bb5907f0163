package io.awsaudit.inventory;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The forms of credentials that gitleaks knows, as {@code gitleaks.txt} holds them; {@code gitleaks.py} makes that file.
 *
 * <p>They are regular expressions for an engine that takes time in proportion to the text, whoever wrote it. Each is tried only
 * on a text that has one of its keywords, for which all of them together are looked for in one pass, and is compiled then.
 */
final class SecretPatterns {
    /** What takes every value for a credential that stands beside a word such as "key". */
    static final String GENERIC = "generic-api-key";

    /** As much text, times rules, as some seconds suffice for. */
    private static final long WORK = 6_000_000;

    private static final class Holder {
        static final SecretPatterns ALL = read();
    }

    /** As the file has them. */
    record Forms(String source, Allowance everywhere, List<Rule> rules) {}

    /**
     * A form.
     *
     * @param group the one of the expression's groups that is the credential; 0 for the first that is not empty
     * @param entropy bits that each character of a credential has more than
     * @param regex one expression
     */
    record Rule(
            String id,
            int group,
            double entropy,
            List<String> regex,
            List<String> keywords,
            List<Allowance> allowances) {}

    /**
     * What is no credential though it has the form of one.
     *
     * @param target {@code match} or {@code line} for what the expressions are tried on instead of the credential
     * @param all whether both an expression and a word must be there
     */
    record Allowance(String target, boolean all, List<String> regexes, List<String> stopwords) {
        static final Allowance NONE = new Allowance("secret", false, List.of(), List.of());
    }

    /** A credential's place in a text; {@code rule} is the id of the form that it has. */
    record Found(String rule, int start, String secret) {}

    private final Forms forms;
    private final Keywords keywords;
    private final @Nullable CompiledRule[] compiled;
    private @Nullable CompiledAllowance everywhere;

    private SecretPatterns(Forms forms) {
        this.forms = forms;
        this.keywords = new Keywords(forms.rules().stream().map(Rule::keywords).toList());
        this.compiled = new CompiledRule[forms.rules().size()];
    }

    static SecretPatterns all() {
        return Holder.ALL;
    }

    private static SecretPatterns read() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SecretPatterns.class.getResourceAsStream("gitleaks.txt"), "gitleaks.txt"),
                StandardCharsets.UTF_8))) {
            return new SecretPatterns(forms(file.lines().toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Forms forms(List<String> lines) {
        String source = "";
        Allowance everywhere = Allowance.NONE;
        List<Rule> rules = new ArrayList<>();
        Allowance allowance = Allowance.NONE;
        for (String line : lines) {
            String[] parts = line.split("\t", -1);
            String text = line.substring(parts[0].length() + 1);
            switch (parts[0]) {
                case "source" -> source = text;
                case "rule" ->
                    rules.add(new Rule(
                            parts[1],
                            Integer.parseInt(parts[2]),
                            Double.parseDouble(parts[3]),
                            new ArrayList<>(),
                            new ArrayList<>(),
                            new ArrayList<>()));
                case "regex" -> last(rules).regex().add(text);
                case "keyword" -> last(rules).keywords().add(text);
                case "allow" -> {
                    allowance = new Allowance(parts[1], parts[2].equals("all"), new ArrayList<>(), new ArrayList<>());
                    if (rules.isEmpty()) {
                        everywhere = allowance;
                    } else {
                        last(rules).allowances().add(allowance);
                    }
                }
                case "like" -> allowance.regexes().add(text);
                case "word" -> allowance.stopwords().add(text);
                default -> throw new IllegalStateException("gitleaks.txt: " + line);
            }
        }
        return new Forms(source, everywhere, rules);
    }

    private static Rule last(List<Rule> rules) {
        return rules.get(rules.size() - 1);
    }

    /** {@return which release of gitleaks the forms are of} */
    String source() {
        return forms.source();
    }

    /** {@return how many forms there are; each is compiled} */
    int compileAll() {
        for (int i = 0; i < compiled.length; i++) {
            rule(i);
        }
        return compiled.length;
    }

    /** {@return the first credential in a text of which {@code test} holds} */
    Optional<Found> first(String text, Predicate<Found> test) {
        List<Found> found = find(text, test, 1);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /**
     * {@return the credentials in a text, one for each form and place}
     *
     * @throws IllegalArgumentException when the text has the keywords of so many forms that it would take long
     */
    List<Found> find(String text, Predicate<Found> test, int most) {
        BitSet candidates = keywords.in(text);
        if ((long) candidates.cardinality() * text.length() > WORK) {
            throw new IllegalArgumentException("a text of %,d characters with words of %d kinds of credentials"
                    .formatted(text.length(), candidates.cardinality()));
        }
        List<Found> found = new ArrayList<>();
        for (int i = candidates.nextSetBit(0); i >= 0 && found.size() < most; i = candidates.nextSetBit(i + 1)) {
            rule(i).find(text, everywhere(), test, most, found);
        }
        return found;
    }

    /** Two threads may compile the same, which does no harm. */
    private CompiledRule rule(int index) {
        CompiledRule rule = compiled[index];
        if (rule == null) {
            rule = new CompiledRule(forms.rules().get(index));
            compiled[index] = rule;
        }
        return rule;
    }

    private CompiledAllowance everywhere() {
        CompiledAllowance allowance = everywhere;
        if (allowance == null) {
            allowance = new CompiledAllowance(forms.everywhere());
            everywhere = allowance;
        }
        return allowance;
    }

    /** {@return bits for each character of a text, by how often each occurs in it (Shannon's entropy)} */
    static double entropy(String text) {
        double length = text.codePointCount(0, text.length());
        return text
                .codePoints()
                .boxed()
                .collect(Collectors.groupingBy(point -> point, Collectors.counting()))
                .values()
                .stream()
                .mapToDouble(count -> -count / length * Math.log(count / length) / Math.log(2))
                .sum();
    }

    private static final class CompiledRule {
        private final Rule rule;
        private final Pattern pattern;
        private final List<CompiledAllowance> allowances;

        CompiledRule(Rule rule) {
            this.rule = rule;
            this.pattern = Pattern.compile(rule.regex().get(0));
            this.allowances =
                    rule.allowances().stream().map(CompiledAllowance::new).toList();
        }

        void find(String text, CompiledAllowance everywhere, Predicate<Found> test, int most, List<Found> found) {
            Matcher matcher = pattern.matcher(text);
            while (found.size() < most && matcher.find()) {
                String match = matcher.group();
                String secret = secret(matcher, match);
                Found candidate = new Found(rule.id(), matcher.start(), secret);
                if ((rule.entropy() == 0 || entropy(secret) > rule.entropy())
                        && !everywhere.allows(secret, match, text, matcher.start())
                        && allowances.stream()
                                .noneMatch(allowance -> allowance.allows(secret, match, text, matcher.start()))
                        && test.test(candidate)) {
                    found.add(candidate);
                }
            }
        }

        private String secret(Matcher matcher, String match) {
            if (rule.group() > 0) {
                return Objects.requireNonNullElse(matcher.group(rule.group()), "");
            }
            for (int group = 1; group <= matcher.groupCount(); group++) {
                String part = matcher.group(group);
                if (part != null && !part.isEmpty()) {
                    return part;
                }
            }
            return match;
        }
    }

    private static final class CompiledAllowance {
        private final Allowance allowance;
        private final List<Pattern> patterns;

        CompiledAllowance(Allowance allowance) {
            this.allowance = allowance;
            this.patterns = allowance.regexes().stream().map(Pattern::compile).toList();
        }

        boolean allows(String secret, String match, String text, int start) {
            String target = switch (allowance.target()) {
                case "match" -> match;
                case "line" -> line(text, start);
                default -> secret;
            };
            boolean expression = patterns.stream()
                    .anyMatch(pattern -> pattern.matcher(target).find());
            String lower = secret.toLowerCase(Locale.ROOT);
            boolean word = allowance.stopwords().stream().anyMatch(lower::contains);
            return allowance.all()
                    ? (expression || patterns.isEmpty())
                            && (word || allowance.stopwords().isEmpty())
                    : expression || word;
        }

        private static String line(String text, int start) {
            int end = text.indexOf('\n', start);
            return text.substring(text.lastIndexOf('\n', start) + 1, end < 0 ? text.length() : end);
        }
    }

    /** Finds which of many words are in a text, in one pass over it (Aho and Corasick, 1975). Letters are alike in both cases. */
    private static final class Keywords {
        private static final int LETTERS = 128;
        private static final BitSet NOTHING = new BitSet();

        private final int[][] steps;
        private final @Nullable BitSet[] ends;

        private final List<int[]> next = new ArrayList<>();
        private final List<BitSet> rules = new ArrayList<>();

        Keywords(List<List<String>> words) {
            node();
            for (int rule = 0; rule < words.size(); rule++) {
                for (String word : words.get(rule)) {
                    add(word, rule);
                }
            }
            complete();
            steps = next.toArray(new int[0][]);
            ends = rules.stream().map(set -> set.isEmpty() ? null : set).toArray(BitSet[]::new);
        }

        private int node() {
            int[] steps = new int[LETTERS];
            Arrays.fill(steps, -1);
            next.add(steps);
            rules.add(new BitSet());
            return next.size() - 1;
        }

        private void add(String word, int rule) {
            int node = 0;
            for (char letter : word.toCharArray()) {
                if (next.get(node)[letter] < 0) {
                    int made = node();
                    next.get(node)[letter] = made;
                }
                node = next.get(node)[letter];
            }
            rules.get(node).set(rule);
        }

        /** Gives each node a step for every letter, and the words that end within its own. */
        private void complete() {
            int[] fallback = new int[next.size()];
            ArrayDeque<Integer> open = new ArrayDeque<>(List.of(0));
            while (!open.isEmpty()) {
                int node = open.remove();
                for (int letter = 0; letter < LETTERS; letter++) {
                    int child = next.get(node)[letter];
                    int elsewhere = node == 0 ? 0 : next.get(fallback[node])[letter];
                    if (child < 0) {
                        next.get(node)[letter] = elsewhere;
                    } else {
                        fallback[child] = elsewhere;
                        rules.get(child).or(rules.get(elsewhere));
                        open.add(child);
                    }
                }
            }
        }

        BitSet in(String text) {
            BitSet found = NOTHING;
            int node = 0;
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                if (letter >= LETTERS) {
                    node = 0;
                } else {
                    node = steps[node][letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter];
                    BitSet words = ends[node];
                    if (words != null) {
                        found = found == NOTHING ? new BitSet() : found;
                        found.or(words);
                    }
                }
            }
            return found;
        }
    }
}

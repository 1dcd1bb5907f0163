package io.awsaudit.inventory.cloudwatchlogs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Parses filter patterns by recursive descent: {@code ||} binds weaker than {@code &&}, and both weaker than parentheses. */
final class FilterPatternParser {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
    /** Deeper ones are nobody's honest work, and would exhaust the stack. */
    private static final int DEPTH_LIMIT = 200;
    /** AWS takes 1,024 characters. What is far longer makes chains of operators too long to follow. */
    private static final int LENGTH_LIMIT = 10_000;

    private final String text;
    private int at;
    private int depth;

    FilterPatternParser(String text) {
        this.text = text;
    }

    /** Parses the whole text; throws IllegalArgumentException, saying what was expected where, when it is no pattern. */
    FilterPattern parse() {
        if (text.isEmpty()) {
            return new FilterPattern.Everything();
        }
        if (text.length() > LENGTH_LIMIT) {
            throw new IllegalArgumentException("it is longer than " + LENGTH_LIMIT + " characters");
        }
        if (text.startsWith("[")) {
            throw new IllegalArgumentException("it matches columns, which JSON events do not have");
        }
        if (!text.startsWith("{")) {
            return terms();
        }
        expect("{");
        FilterPattern pattern = either();
        expect("}");
        if (at < text.length()) {
            throw wrong("the end");
        }
        return pattern;
    }

    private FilterPattern either() {
        FilterPattern left = both();
        while (accept("||")) {
            left = new FilterPattern.Or(left, both());
        }
        return left;
    }

    private FilterPattern both() {
        FilterPattern left = single();
        while (accept("&&")) {
            left = new FilterPattern.And(left, single());
        }
        return left;
    }

    private FilterPattern single() {
        if (accept("(")) {
            if (++depth > DEPTH_LIMIT) {
                throw new IllegalArgumentException("it nests deeper than " + DEPTH_LIMIT + " parentheses");
            }
            FilterPattern inner = either();
            expect(")");
            depth--;
            return inner;
        }
        FilterPattern.Selector field = selector();
        if (acceptWord("IS")) {
            return new FilterPattern.Is(field, constant());
        }
        if (acceptWord("NOT")) {
            if (!acceptWord("EXISTS")) {
                throw wrong("EXISTS");
            }
            return new FilterPattern.Exists(field, false);
        }
        if (acceptWord("EXISTS")) {
            return new FilterPattern.Exists(field, true);
        }
        FilterPattern.Operator operator = operator();
        FilterPattern.Value value = value();
        boolean ordered = operator != FilterPattern.Operator.EQUAL && operator != FilterPattern.Operator.NOT_EQUAL;
        if (ordered && !(value instanceof FilterPattern.Number)) {
            throw wrong("a number before this");
        }
        return new FilterPattern.Compare(field, operator, value);
    }

    private JsonNode constant() {
        if (acceptWord("NULL")) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (acceptWord("TRUE")) {
            return JsonNodeFactory.instance.booleanNode(true);
        }
        if (acceptWord("FALSE")) {
            return JsonNodeFactory.instance.booleanNode(false);
        }
        throw wrong("NULL, TRUE or FALSE");
    }

    private FilterPattern.Operator operator() {
        if (accept("!=")) {
            return FilterPattern.Operator.NOT_EQUAL;
        }
        if (accept("<=")) {
            return FilterPattern.Operator.LESS_OR_EQUAL;
        }
        if (accept(">=")) {
            return FilterPattern.Operator.GREATER_OR_EQUAL;
        }
        if (accept("<")) {
            return FilterPattern.Operator.LESS;
        }
        if (accept(">")) {
            return FilterPattern.Operator.GREATER;
        }
        if (accept("=")) {
            return FilterPattern.Operator.EQUAL;
        }
        throw wrong("an operator");
    }

    private FilterPattern.Selector selector() {
        expect("$");
        List<String> steps = new ArrayList<>();
        while (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == '[')) {
            if (text.charAt(at++) == '.') {
                int start = at;
                while (at < text.length() && (isNameCharacter(text.charAt(at)))) {
                    at++;
                }
                if (start == at) {
                    throw wrong("a name");
                }
                steps.add(text.substring(start, at));
            } else {
                int end = text.indexOf(']', at);
                String inside = end < 0 ? "" : text.substring(at, end).strip();
                if (inside.matches("\\d{1,6}|\\*")) {
                    steps.add("[" + inside + "]");
                } else if (inside.matches("'[^']+'|\"[^\"]+\"")) {
                    steps.add(inside.substring(1, inside.length() - 1));
                } else {
                    throw wrong("an index or a name in quotes");
                }
                at = end + 1;
            }
        }
        if (steps.isEmpty()) {
            throw wrong("a field");
        }
        return new FilterPattern.Selector(steps);
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == ':' || c == '@' || c == '/' || c == '#';
    }

    private FilterPattern.Value value() {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '"') {
            return new FilterPattern.Text(quoted());
        }
        if (at < text.length() && text.charAt(at) == '%') {
            return new FilterPattern.Regex(regex());
        }
        int start = at;
        while (at < text.length() && !endsBareValue()) {
            at++;
        }
        String bare = text.substring(start, at);
        if (bare.isEmpty()) {
            throw wrong("a value");
        }
        return NUMBER.matcher(bare).matches()
                ? new FilterPattern.Number(Double.parseDouble(bare), bare)
                : new FilterPattern.Text(bare);
    }

    private boolean endsBareValue() {
        char c = text.charAt(at);
        return Character.isWhitespace(c) || "(){}=!<>\"&|".indexOf(c) >= 0;
    }

    private String quoted() {
        StringBuilder inside = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return inside.toString();
            }
            if (c == '\\' && at + 1 < text.length()) {
                c = text.charAt(++at);
            }
            inside.append(c);
        }
        throw wrong("a closing quote");
    }

    private String regex() {
        int end = text.indexOf('%', at + 1);
        if (end < 0) {
            throw wrong("a closing percent sign");
        }
        String expression = text.substring(at + 1, end);
        if (expression.contains("(")) {
            throw new IllegalArgumentException(
                    "its regular expression has a group, which CloudWatch Logs does not know");
        }
        LogRegex.of(expression);
        at = end + 1;
        return expression;
    }

    private FilterPattern terms() {
        List<FilterPattern.Term> required = new ArrayList<>();
        List<FilterPattern.Term> excluded = new ArrayList<>();
        List<FilterPattern.Term> optional = new ArrayList<>();
        skipBlanks();
        while (at < text.length()) {
            List<FilterPattern.Term> into = accept("?") ? optional : accept("-") ? excluded : required;
            into.add(term());
            skipBlanks();
        }
        return new FilterPattern.Terms(List.copyOf(required), List.copyOf(excluded), List.copyOf(optional));
    }

    private FilterPattern.Term term() {
        if (at < text.length() && text.charAt(at) == '"') {
            return new FilterPattern.Term(quoted(), false);
        }
        if (at < text.length() && text.charAt(at) == '%') {
            return new FilterPattern.Term(regex(), true);
        }
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw wrong("a term");
        }
        return new FilterPattern.Term(text.substring(start, at), false);
    }

    private boolean accept(String token) {
        skipBlanks();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private boolean acceptWord(String word) {
        skipBlanks();
        int end = at + word.length();
        if (end > text.length()
                || !text.substring(at, end).toUpperCase(Locale.ROOT).equals(word)
                || end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            return false;
        }
        at = end;
        return true;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw wrong(token);
        }
        skipBlanks();
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("expected " + expected + " at character " + (at + 1));
    }
}

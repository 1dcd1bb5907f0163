package io.awsaudit.inventory.cloudwatchlogs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A filter pattern of CloudWatch Logs as a tree that can be evaluated on log events.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html">Filter pattern syntax</a>
 */
public sealed interface FilterPattern {
    /**
     * Parses a pattern.
     *
     * @return {@link NotUnderstood} for what is no pattern, and for patterns on events of columns, which no JSON event is
     */
    static FilterPattern parse(String text) {
        try {
            return new FilterPatternParser(text.strip()).parse();
        } catch (IllegalArgumentException e) {
            return new NotUnderstood(String.valueOf(e.getMessage()));
        }
    }

    /** {@return whether the pattern lets a JSON event through} */
    boolean matches(JsonNode event);

    /** The empty pattern, which lets everything through. */
    record Everything() implements FilterPattern {
        @Override
        public boolean matches(JsonNode event) {
            return true;
        }
    }

    /** A pattern that cannot be evaluated; it lets nothing through, so ask for it before believing that. */
    record NotUnderstood(String reason) implements FilterPattern {
        @Override
        public boolean matches(JsonNode event) {
            return false;
        }
    }

    /** Words and phrases somewhere in the event's text: all of the required, none of the excluded, else one of the optional. */
    record Terms(List<Term> required, List<Term> excluded, List<Term> optional) implements FilterPattern {
        @Override
        public boolean matches(JsonNode event) {
            String text = event.toString();
            if (required.isEmpty() && excluded.isEmpty()) {
                return optional.stream().anyMatch(term -> term.isIn(text));
            }
            // Beside other terms, AWS ignores the optional ones.
            return required.stream().allMatch(term -> term.isIn(text))
                    && excluded.stream().noneMatch(term -> term.isIn(text));
        }
    }

    /** A word or phrase, or a regular expression. */
    record Term(String text, boolean regex) {
        private boolean isIn(String event) {
            if (regex) {
                return LogRegex.of(text).isIn(event);
            }
            for (int at = event.indexOf(text); at >= 0; at = event.indexOf(text, at + 1)) {
                if (!isWord(event, at - 1) && !isWord(event, at + text.length())) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isWord(String event, int at) {
            return at >= 0 && at < event.length() && Character.isLetterOrDigit(event.charAt(at));
        }
    }

    /** Both must hold. */
    record And(FilterPattern left, FilterPattern right) implements FilterPattern {
        @Override
        public boolean matches(JsonNode event) {
            return left.matches(event) && right.matches(event);
        }
    }

    /** One must hold. */
    record Or(FilterPattern left, FilterPattern right) implements FilterPattern {
        @Override
        public boolean matches(JsonNode event) {
            return left.matches(event) || right.matches(event);
        }
    }

    /** Whether a field is there at all, with whatever value. */
    record Exists(Selector field, boolean expected) implements FilterPattern {
        @Override
        public boolean matches(JsonNode event) {
            return field.in(event).isEmpty() != expected;
        }
    }

    /** Whether a field is {@code null}, {@code true} or {@code false}. */
    record Is(Selector field, JsonNode value) implements FilterPattern {
        @Override
        public boolean matches(JsonNode event) {
            return field.in(event).stream().anyMatch(value::equals);
        }
    }

    /** Whether a field compares so with a value; a field that is missing compares with nothing, by {@code !=} neither. */
    record Compare(Selector field, Operator operator, Value value) implements FilterPattern {
        @Override
        public boolean matches(JsonNode event) {
            return field.in(event).stream().filter(JsonNode::isValueNode).anyMatch(node -> operator.holds(node, value));
        }
    }

    /** How a field compares with a value. */
    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        private boolean holds(JsonNode node, Value value) {
            return switch (this) {
                case EQUAL -> value.isEqualTo(node);
                case NOT_EQUAL -> !node.isNull() && !value.isEqualTo(node);
                case LESS -> order(node, value).filter(order -> order < 0).isPresent();
                case LESS_OR_EQUAL ->
                    order(node, value).filter(order -> order <= 0).isPresent();
                case GREATER -> order(node, value).filter(order -> order > 0).isPresent();
                case GREATER_OR_EQUAL ->
                    order(node, value).filter(order -> order >= 0).isPresent();
            };
        }

        private static Optional<Integer> order(JsonNode node, Value value) {
            return value instanceof Number number && node.isNumber()
                    ? Optional.of(Double.compare(node.asDouble(), number.value()))
                    : Optional.empty();
        }
    }

    /** What a field is compared with. */
    sealed interface Value {
        /** {@return whether a field's value equals this} */
        boolean isEqualTo(JsonNode node);
    }

    /** A text, in which a star stands for any characters; letter case counts. */
    record Text(String glob) implements Value {
        @Override
        public boolean isEqualTo(JsonNode node) {
            return !node.isNull() && matches(glob, node.asString());
        }

        private static boolean matches(String glob, String text) {
            String[] parts = glob.split("\\*", -1);
            if (parts.length == 1) {
                return glob.equals(text);
            }
            String last = parts[parts.length - 1];
            if (!text.startsWith(parts[0])
                    || text.length() < parts[0].length() + last.length()
                    || !text.endsWith(last)) {
                return false;
            }
            int from = parts[0].length();
            int end = text.length() - last.length();
            for (int i = 1; i < parts.length - 1; i++) {
                int at = text.indexOf(parts[i], from);
                if (at < 0 || at + parts[i].length() > end) {
                    return false;
                }
                from = at + parts[i].length();
            }
            return true;
        }
    }

    /** A number. */
    record Number(double value, String written) implements Value {
        @Override
        public boolean isEqualTo(JsonNode node) {
            return node.isNumber()
                    ? node.asDouble() == value
                    : node.isString() && node.asString().equals(written);
        }
    }

    /** A regular expression, found anywhere in the field. */
    record Regex(String expression) implements Value {
        @Override
        public boolean isEqualTo(JsonNode node) {
            return !node.isNull() && LogRegex.of(expression).isIn(node.asString());
        }
    }

    /**
     * The way to a field.
     *
     * @param steps names of members, and indexes of elements as {@code [0]}, or {@code [*]} for all
     */
    record Selector(List<String> steps) {
        public Selector {
            steps = List.copyOf(steps);
        }

        private List<JsonNode> in(JsonNode event) {
            List<JsonNode> found = List.of(event);
            for (String step : steps) {
                List<JsonNode> next = new ArrayList<>();
                for (JsonNode node : found) {
                    if (step.equals("[*]")) {
                        next.addAll(node.isArray() ? List.copyOf(node.values()) : List.of());
                    } else {
                        JsonNode child = step.startsWith("[") && node.isArray()
                                ? node.get(Integer.parseInt(step.substring(1, step.length() - 1)))
                                : node.get(step);
                        if (child != null) {
                            next.add(child);
                        }
                    }
                }
                found = next;
            }
            return found;
        }
    }
}

package io.awsaudit.rules.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Adds to lists in YAML files that people write. Every other character of the file stays as it is: comments, order, quotes,
 * indentation and ends of lines.
 */
public final class YamlList {
    private static final YAMLMapper PLAIN = new YAMLMapper();
    private static final String INDENT = "  ";

    /** Text that is a text without quotes too, whatever stands beside it. */
    private static final Pattern PLAIN_TEXT =
            Pattern.compile("[A-Za-z](?:[A-Za-z0-9_./@+=()*?-]|[:](?=[^\\s])|[ ](?=[A-Za-z0-9(/]))*");

    private static final int LONGEST_PLAIN = 300;

    /** Dates are texts to the reader of these files, and to those who write them. */
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final String name;
    private final String text;
    private final String key;
    private final Map<String, String> entry;
    private final String newline;

    // What the parser found, in UTF-16 units from the start; -1 for what is not there.
    private int rootColumn;
    private boolean rootInBraces;
    private int keyEnd = -1;
    private int valueStart = -1;
    private int valueEnd = -1;
    private int itemsEnd = -1;
    private int itemStart = -1;
    private boolean isNull;
    private boolean isList;

    private YamlList(String name, String text, String key, Map<String, String> entry) {
        this.name = name;
        this.text = text;
        this.key = key;
        this.entry = entry;
        this.newline = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /**
     * Returns a text with one more entry at the end of the list that stands under a key of its root; with that key, where there
     * is none.
     *
     * @param name what to call the file in messages
     * @param entry what the entry holds, in this order
     * @throws TextException where the text is no YAML, where something else stands under the key, and where the entry cannot be
     *     added without a change to what is there; the message then holds what to write by hand
     */
    public static String append(String name, String text, String key, Map<String, String> entry) {
        return new YamlList(name, text, key, entry).append();
    }

    private String append() {
        JsonNode before = new YamlText(name, text).tree();
        if (!before.isNull() && !before.isObject()) {
            throw new TextException(name, 1, "must hold keys with values.");
        }
        locate();
        if (keyEnd >= 0 && !isNull && !isList) {
            throw new TextException(name, TextFile.lineAt(text, keyEnd), "'" + key + "' must be a list.");
        }
        String after = rootInBraces ? text : write();
        if (!isAsWanted(before, after)) {
            throw new TextException(
                    name,
                    keyEnd < 0 ? 0 : TextFile.lineAt(text, keyEnd),
                    "is written in a way that cannot be added to; add this to its '" + key + "' by hand: "
                            + inBraces());
        }
        return after;
    }

    private boolean isAsWanted(JsonNode before, String after) {
        ObjectNode wanted = before.isNull() ? PLAIN.createObjectNode() : (ObjectNode) before.deepCopy();
        ArrayNode list = wanted.get(key) instanceof ArrayNode old ? old : wanted.putArray(key);
        ObjectNode added = list.addObject();
        entry.forEach(added::put);
        try {
            return new YamlText(name, after).tree().equals(wanted);
        } catch (TextException e) {
            return false;
        }
    }

    private void locate() {
        Deque<Boolean> inBraces = new ArrayDeque<>();
        try (YAMLParser in = (YAMLParser) PLAIN.createParser(text)) {
            boolean isKey = false;
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                int start = unit(in.currentTokenLocation().getCharOffset());
                int end = unit(in.currentLocation().getCharOffset());
                int depth = inBraces.size();
                if (token.isStructStart()) {
                    boolean braces = start < text.length() && "[{".indexOf(text.charAt(start)) >= 0;
                    if (depth == 0) {
                        rootInBraces = braces;
                        rootColumn = in.currentTokenLocation().getColumnNr() - 1;
                    } else if (isKey) {
                        isList = token == JsonToken.START_ARRAY;
                        valueStart = start;
                    }
                    inBraces.push(braces);
                }
                if (isList && valueEnd < 0) {
                    boolean begins = token != JsonToken.END_ARRAY || depth > 2;
                    if (depth == 2 && begins && !token.isStructEnd()) {
                        itemStart = start;
                    }
                    // The end of what has no braces is where the next thing begins, behind comments.
                    if (depth >= 2
                            && begins
                            && (!token.isStructEnd() || inBraces.getFirst())
                            && !token.isStructStart()) {
                        itemsEnd = end;
                    }
                }
                if (token.isStructEnd()) {
                    boolean braces = inBraces.pop();
                    if (isList && valueEnd < 0 && inBraces.size() == 1) {
                        valueEnd = braces ? end : start;
                    }
                }
                if (isKey && !token.isStructStart()) {
                    isNull = token == JsonToken.VALUE_NULL;
                    valueStart = start;
                    valueEnd = end;
                }
                isKey = depth == 1
                        && token == JsonToken.PROPERTY_NAME
                        && in.currentName().equals(key);
                if (isKey) {
                    keyEnd = end;
                }
            }
        } catch (JacksonException e) {
            throw new IllegalStateException(e); // it was read before
        }
    }

    /** The parser counts code points. */
    private int unit(long codePoints) {
        return text.offsetByCodePoints(0, (int) Math.min(codePoints, text.codePointCount(0, text.length())));
    }

    private String write() {
        if (keyEnd < 0) {
            int end = text.length();
            String gap = text.isBlank() ? "" : newline;
            return with(end, gap + " ".repeat(rootColumn) + key + ":" + newline + lines(rootColumn + INDENT.length()));
        }
        boolean inBrackets = isList && text.charAt(valueStart) == '[';
        if (isNull || inBrackets && isBlank(valueStart + 1, valueEnd - 1)) {
            // Nothing, "null" or "[]" gives way; what stands behind it on its line stays.
            String rest = text.substring(0, valueStart).stripTrailing() + text.substring(valueEnd);
            int keyLine = text.substring(0, valueStart).stripTrailing().length();
            return new YamlList(name, rest, key, entry)
                    .with(endOfLine(rest, keyLine), lines(rootColumn + INDENT.length()));
        }
        if (inBrackets) {
            if (itemsEnd < 0) {
                return with(valueStart + 1, inBraces() + " ");
            }
            int line = Math.max(text.lastIndexOf('\n', itemStart), valueStart) + 1;
            boolean ownLine = text.lastIndexOf('\n', itemStart) > valueStart && isBlank(line, itemStart);
            return with(itemsEnd, "," + (ownLine ? newline + text.substring(line, itemStart) : " ") + inBraces());
        }
        int dash = valueStart - (text.lastIndexOf('\n', valueStart - 1) + 1);
        int end = itemsEnd > 0 && text.charAt(itemsEnd - 1) == '\n' ? itemsEnd : endOfLine(text, itemsEnd);
        return with(behindComments(end, dash), lines(dash));
    }

    /** Comments that are indented more than the list's dashes belong to its last entry. */
    private int behindComments(int from, int dash) {
        int end = from;
        while (end < text.length()) {
            int next = endOfLine(text, end);
            String line = text.substring(end, next);
            int indent = line.length() - line.stripLeading().length();
            if (!line.strip().startsWith("#") || indent <= dash) {
                break;
            }
            end = next;
        }
        return end;
    }

    private boolean isBlank(int from, int to) {
        return text.substring(from, to).isBlank();
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private String with(int at, String addition) {
        String before = text.substring(0, at);
        boolean inLine = !before.isEmpty() && !before.endsWith("\n") && addition.endsWith("\n");
        return before + (inLine ? newline : "") + addition + text.substring(at);
    }

    private String lines(int column) {
        String first = " ".repeat(column) + "- ";
        String others = " ".repeat(column) + INDENT;
        return entry.entrySet().stream()
                .map(part -> part.getKey() + ": " + written(part.getValue(), false))
                .collect(Collectors.joining(newline + others, first, newline));
    }

    private String inBraces() {
        return entry.entrySet().stream()
                .map(part -> part.getKey() + ": " + written(part.getValue(), true))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String written(String value, boolean inBraces) {
        boolean isPlain = value.length() <= LONGEST_PLAIN
                        && PLAIN_TEXT.matcher(value).matches()
                        && !WORDS.contains(value.toLowerCase(Locale.ROOT))
                || DATE.matcher(value).matches();
        if (isPlain && !(inBraces && value.indexOf('?') >= 0)) {
            return value;
        }
        if (value.codePoints().noneMatch(YamlList::needsEscape) && value.indexOf('\'') < 0) {
            return "'" + value + "'";
        }
        StringBuilder out = new StringBuilder("\"");
        value.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                out.append('\\').appendCodePoint(point);
            } else if (needsEscape(point)) {
                out.append(String.format(point > 0xffff ? "\\U%08x" : "\\u%04x", point));
            } else {
                out.appendCodePoint(point);
            }
        });
        return out.append('"').toString();
    }

    /** What acts, hides, breaks a line or may not stand in YAML. */
    private static boolean needsEscape(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}

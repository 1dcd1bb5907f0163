package io.awsaudit.rules.text;

import io.awsaudit.inventory.snapshot.InventoryJson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * A YAML file as people should write it, and the line of each of its values: one document of plain keys and values, no key
 * twice, without tags, and without aliases, which would make a short text a long one.
 */
public final class YamlText {
    private static final YAMLMapper PLAIN = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern MARK = Pattern.compile("(?m)^\\s*in .*, line ([0-9]{1,9}), column ");

    private final String name;
    private final String text;
    private final Map<List<Object>, Integer> lines = new HashMap<>();

    /**
     * Looks a text through.
     *
     * @param name what to call the file in messages
     * @throws TextException for the first thing in it that is no such YAML
     */
    public YamlText(String name, String text) {
        this.name = name;
        this.text = text;
        int control = IntStream.range(0, text.length())
                .filter(i -> Character.isISOControl(text.charAt(i)) && "\t\n\r\u0085".indexOf(text.charAt(i)) < 0)
                .findFirst()
                .orElse(-1);
        if (control >= 0) {
            throw new TextException(name, TextFile.lineAt(text, control), "holds a control character; remove it.");
        }
        try (YAMLParser in = (YAMLParser) PLAIN.createParser(text)) {
            scan(in);
        } catch (JacksonException e) {
            throw new TextException(name, lineOfSyntax(e), syntax(e) + ".");
        }
    }

    /** {@return the root of the text; a null where it is empty} */
    public JsonNode tree() {
        JsonNode tree = PLAIN.readTree(text);
        return tree == null || tree.isMissingNode() ? PLAIN.nullNode() : tree;
    }

    /**
     * Reads the text into a value.
     *
     * @throws TextException for the first thing in it that does not fit
     */
    public <T> T read(YAMLMapper mapper, TypeReference<T> type) {
        if (tree().isNull()) {
            throw new TextException(name, 0, "is empty; fill it, or remove it.");
        }
        try {
            return mapper.readValue(text, type);
        } catch (JacksonException e) {
            String suggestion = e instanceof UnrecognizedPropertyException unknown
                    ? Words.nearest(
                            unknown.getPropertyName(),
                            unknown.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .toList())
                    : "";
            throw new TextException(name, lineOf(e), InventoryJson.reason(e) + suggestion + ".");
        }
    }

    /** {@return how messages about a value begin: the file, and the line of the value or of the next around it} */
    public String place(Object... path) {
        return TextException.place(name, line(List.of(path)));
    }

    private int line(List<Object> path) {
        for (int length = path.size(); length > 0; length--) {
            Integer line = lines.get(path.subList(0, length));
            if (line != null) {
                return line;
            }
        }
        return 0;
    }

    private int lineOf(JacksonException e) {
        List<Object> path = new ArrayList<>();
        e.getPath()
                .forEach(step ->
                        path.add(step.getPropertyName() == null ? (Object) step.getIndex() : step.getPropertyName()));
        int known = e instanceof MismatchedInputException ? line(path) : 0;
        return known > 0 || e.getLocation() == null ? known : e.getLocation().getLineNr();
    }

    /** The place in the exception is where the parser last succeeded; where it failed stands in the message only. */
    private static int lineOfSyntax(JacksonException e) {
        Matcher marks = MARK.matcher(String.valueOf(e.getOriginalMessage()));
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        while (marks.find()) {
            line = Integer.parseInt(marks.group(1));
        }
        return line;
    }

    private void scan(YAMLParser in) {
        Deque<Object> path = new ArrayDeque<>();
        boolean over = false;
        for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
            int line = in.currentTokenLocation().getLineNr();
            if (over) {
                throw new TextException(name, line, "a second document begins there; write one.");
            }
            if (in.isCurrentAlias()) {
                throw new TextException(
                        name,
                        line,
                        "aliases such as *" + quotable(in.getString()) + " are not followed; write the value out.");
            }
            if (in.getTypeId() != null) {
                throw new TextException(name, line, "tags such as !!str are not followed; leave them out.");
            }
            if (token == JsonToken.PROPERTY_NAME) {
                path.pop();
                path.push(in.currentName());
                lines.put(inOrder(path), line);
                continue;
            }
            if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                path.pop();
            } else {
                if (path.peek() instanceof Integer index) {
                    path.pop();
                    path.push(index + 1);
                    lines.put(inOrder(path), line);
                }
                if (token.isStructStart()) {
                    path.push(token == JsonToken.START_ARRAY ? (Object) (-1) : "");
                    continue;
                }
            }
            over = path.isEmpty();
        }
    }

    private static List<Object> inOrder(Deque<Object> path) {
        List<Object> order = new ArrayList<>(path);
        Collections.reverse(order);
        return order;
    }

    private static String quotable(@Nullable String text) {
        String quoted = InventoryJson.quoted(text == null ? "this" : text);
        return quoted.substring(1, quoted.length() - 1);
    }

    /** The parser says in its first lines what is wrong, and in those between and after them where. */
    private static String syntax(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return InventoryJson.reason(e);
        }
        String said = String.valueOf(e.getOriginalMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("in ") && !line.startsWith("^"))
                .limit(3)
                .filter(line -> line.matches("[A-Za-z].*"))
                .limit(2)
                .collect(Collectors.joining(": "));
        return said.isEmpty() ? "it is no YAML" : "it is no YAML: " + quotable(said.replaceFirst("[.;]$", ""));
    }
}

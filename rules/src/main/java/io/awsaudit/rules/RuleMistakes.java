package io.awsaudit.rules;

import io.awsaudit.inventory.ResourceTypes;
import io.awsaudit.inventory.snapshot.InventoryJson;
import io.awsaudit.rules.text.TextFile;
import io.awsaudit.rules.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.builder.Message;

/**
 * Says what is wrong with a user's rules in terms of the files that the user wrote. Drools speaks of those only while it
 * parses; later it speaks of expressions, and the Java compiler of sources that nobody has seen.
 */
final class RuleMistakes {
    private static final Pattern PARSER = Pattern.compile("(?:\\[ERR [0-9]+] )?(?:Line [0-9]+:[0-9]+ )?(.*)");
    private static final Pattern GENERATED = Pattern.compile("Java source of (\\S+) in error:\\R?");
    private static final Pattern NO_CLASS = Pattern.compile("Unable to find class: (\\S+)");
    private static final Pattern NO_EXPRESSION =
            Pattern.compile("Unable to (?:parse left part of|analyze|parse) ?expression: (.*)");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    /** The texts of the user's files, by the name that Drools knows them by. */
    private final Map<String, Text> files = new LinkedHashMap<>();

    private record Text(String name, String text) {}

    /** Notes a file. */
    void add(String place, String name, String text) {
        files.put(place, new Text(name, text));
    }

    /** {@return the mistakes that the compilers found, each with its file and line as far as they can be known} */
    List<String> of(List<Message> messages) {
        Map<String, List<String>> generated = new HashMap<>();
        for (Message message : messages) {
            Matcher source = GENERATED.matcher(text(message));
            if (source.lookingAt()) {
                generated.put(
                        source.group(1),
                        text(message).substring(source.end()).lines().toList());
            }
        }
        return messages.stream()
                .filter(message -> !GENERATED.matcher(text(message)).lookingAt())
                // Said by the parser besides the mistake itself.
                .filter(message -> !text(message).contains("returned a null Package"))
                .map(message -> place(message, generated) + reason(message))
                .distinct()
                .toList();
    }

    /** {@return how messages about a rule begin: the file and the line where its name stands, nothing if that is nowhere} */
    Optional<String> placeOfRule(String rule) {
        return place("rule\"" + rule + '"').or(() -> place("rule" + rule)).or(() -> place("rule'" + rule + '\''));
    }

    private static String text(Message message) {
        return String.valueOf(message.getText());
    }

    private String place(Message message, Map<String, List<String>> generated) {
        String path = String.valueOf(message.getPath());
        Text file = files.get(path.replace("src/main/resources/", ""));
        if (file != null && message.getLine() > 0) {
            return file.name() + ", line " + message.getLine() + ": ";
        }
        List<String> source = generated.getOrDefault(path, List.of());
        String fragment = message.getLine() > 0 && message.getLine() <= source.size()
                ? source.get(message.getLine() - 1)
                : text(message).lines().findFirst().orElse("").replaceFirst("^.*: ", "");
        return place(fragment).orElse(file == null ? "" : file.name() + ": ");
    }

    /** Finds where a fragment stands, heedless of blanks, which what the compilers make of a rule has other ones of. */
    private Optional<String> place(String fragment) {
        String wanted = BLANK.matcher(fragment).replaceAll("");
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        for (Text file : files.values()) {
            List<Integer> places = new ArrayList<>();
            StringBuilder dense = new StringBuilder();
            for (int i = 0; i < file.text().length(); i++) {
                if (!Character.isWhitespace(file.text().charAt(i))) {
                    dense.append(file.text().charAt(i));
                    places.add(i);
                }
            }
            int at = dense.indexOf(wanted);
            if (at >= 0) {
                return Optional.of(file.name() + ", line " + TextFile.lineAt(file.text(), places.get(at)) + ": ");
            }
        }
        return Optional.empty();
    }

    private static String reason(Message message) {
        String line = text(message).lines().findFirst().orElse("it does not compile");
        Matcher noClass = NO_CLASS.matcher(line);
        if (noClass.matches()) {
            return "there is no class " + safe(noClass.group(1)) + ", or no import of it"
                    + Words.nearest(
                            noClass.group(1),
                            ResourceTypes.all().stream()
                                    .map(Class::getSimpleName)
                                    .toList())
                    + ".";
        }
        Matcher noExpression = NO_EXPRESSION.matcher(line);
        if (noExpression.matches()) {
            return InventoryJson.quoted(noExpression.group(1))
                    + " does not compile: there is no such property or method, or the syntax is wrong.";
        }
        Matcher parser = PARSER.matcher(line);
        return (parser.matches() ? safe(parser.group(1)) : safe(line)).replaceFirst("[.]$", "") + ".";
    }

    private static String safe(String text) {
        String quoted = InventoryJson.quoted(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}

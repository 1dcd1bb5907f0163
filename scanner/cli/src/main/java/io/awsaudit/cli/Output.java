package io.awsaudit.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How lists and facts are printed. */
final class Output {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Output() {}

    static boolean isJson(String format) {
        return switch (format) {
            case "json" -> true;
            case "text" -> false;
            default -> throw new UsageException("There is no format '" + format + "'; there are: text, json.");
        };
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** Prints rows with aligned columns; the last column is as long as it is. */
    static void table(PrintWriter out, List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < row.size() - 1; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        rows.forEach(row -> {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i));
                if (i < row.size() - 1) {
                    line.append(" ".repeat(widths[i] - row.get(i).length() + 2));
                }
            }
            out.println(line);
        });
    }

    /** Prints named values, one a line, empty ones left out. */
    static void facts(PrintWriter out, Map<String, Object> facts) {
        table(
                out,
                facts.entrySet().stream()
                        .filter(fact -> !(fact.getValue() instanceof Collection<?> values && values.isEmpty())
                                && !(fact.getValue() instanceof Map<?, ?> map && map.isEmpty()))
                        .map(fact -> List.of(
                                fact.getKey(),
                                fact.getValue() instanceof Collection<?> values
                                        ? String.join(
                                                ", ",
                                                values.stream()
                                                        .map(String::valueOf)
                                                        .toList())
                                        : String.valueOf(fact.getValue())))
                        .toList());
    }
}

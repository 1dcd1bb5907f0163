package io.awsaudit.reports.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The lines of a summary as they grow. */
final class Lines {
    private final StringBuilder text = new StringBuilder();
    private final boolean colour;

    Lines(boolean colour) {
        this.colour = colour;
    }

    /** {@return a number in groups of three digits} */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@return a number with its noun} */
    static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** Returns the first of some names, and how many more there are. */
    static String few(List<String> names, int most) {
        return names.size() <= most
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, most - 1)) + " and " + (names.size() - most + 1) + " more";
    }

    void line(String line, Style style) {
        text.append(colour ? style.paint(line) : line).append('\n');
    }

    void heading(String line) {
        text.append('\n');
        line(line, Style.BOLD);
    }

    void table(Table table) {
        table.lines(colour, line -> text.append(line).append('\n'));
    }

    void write(OutputStream out) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

package io.awsaudit.reports.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of a summary as they grow. */
final class Lines {
    private static final int FULL = 1 << 16;

    private final StringBuilder text = new StringBuilder();
    private final OutputStream out;
    private final boolean colour;
    private final int columns;

    /** Makes lines that are at most so many columns wide. */
    Lines(OutputStream out, boolean colour, int columns) {
        this.out = out;
        this.colour = colour;
        this.columns = columns;
    }

    int columns() {
        return columns;
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

    /** Writes a line, cut off where it is too long. */
    void line(String line, Style style) throws IOException {
        spans(new Span(line, style));
    }

    /** A part of a line that looks alike. */
    record Span(String text, Style style) {}

    /** Writes a line of several parts, cut off where it is too long. */
    void spans(Span... spans) throws IOException {
        int room = columns;
        List<Span> parts = new ArrayList<>();
        for (Span span : spans) {
            if (room > 0) {
                parts.add(new Span(Width.cut(span.text(), room), span.style()));
                room -= Width.of(span.text());
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            Span part = parts.get(i);
            String shown = i == parts.size() - 1 ? part.text().stripTrailing() : part.text();
            text.append(colour ? part.style().paint(shown) : shown);
        }
        end();
    }

    void heading(String line) throws IOException {
        text.append('\n');
        line(line, Style.BOLD);
    }

    /** Writes text below an indent, on so many lines at most, broken between words. */
    void wrapped(String indent, String words, int most, Style style) throws IOException {
        for (String line : wrap(words, Math.max(1, columns - indent.length()), most)) {
            text.append(indent).append(colour ? style.paint(line) : line);
            end();
        }
    }

    private static List<String> wrap(String words, int room, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        String rest = words.strip().replaceAll(" +", " ");
        for (String word : rest.split(" ")) {
            int width = Width.of(word);
            if (used > 0 && used + 1 + width > room) {
                if (lines.size() == most - 1) {
                    break;
                }
                lines.add(Width.cut(line.toString(), room));
                rest = rest.substring(Math.min(rest.length(), line.length() + 1));
                line.setLength(0);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += width;
        }
        lines.add(Width.cut(rest, room));
        return lines;
    }

    void table(Table table) throws IOException {
        List<String> rows = new ArrayList<>();
        table.lines(colour, rows::add);
        for (String row : rows) {
            text.append(row);
            end();
        }
    }

    private void end() throws IOException {
        text.append('\n');
        if (text.length() > FULL) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        text.setLength(0);
    }
}

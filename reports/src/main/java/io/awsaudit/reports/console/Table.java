package io.awsaudit.reports.console;

import io.awsaudit.reports.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Rows whose columns line up; numbers to the right, text to the left. */
final class Table {
    private static final String INDENT = "  ";
    private static final String SPACE = "  ";

    private record Cell(String text, Style style, boolean number) {}

    private final List<List<Cell>> rows = new ArrayList<>();

    /** Starts a row. */
    Table row() {
        rows.add(new ArrayList<>());
        return this;
    }

    /** Adds text to the row; what an account may have put into it is made harmless. */
    Table text(String text, int most, Style style) {
        return add(Width.cut(Text.visible(text), most), style, false);
    }

    /** Adds a heading over text. */
    Table heading(String text) {
        return add(text, Style.FAINT, false);
    }

    /** Adds a heading over numbers. */
    Table headingOfNumbers(String text) {
        return add(text, Style.FAINT, true);
    }

    /** Adds a number, in colour unless it is none. */
    Table number(long number, Style style) {
        return add(Lines.number(number), number == 0 ? Style.FAINT : style, true);
    }

    /** Adds what stands in a column of numbers. */
    Table number(String text, Style style) {
        return add(text, style, true);
    }

    private Table add(String text, Style style, boolean number) {
        rows.get(rows.size() - 1).add(new Cell(text, style, number));
        return this;
    }

    /** Hands the rows over as lines, without space at their ends. */
    void lines(boolean colour, Consumer<String> out) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        rows.forEach(row -> Arrays.setAll(
                widths,
                i -> i < row.size() ? Math.max(widths[i], Width.of(row.get(i).text())) : widths[i]));
        for (List<Cell> row : rows) {
            StringBuilder line = new StringBuilder();
            StringBuilder space = new StringBuilder(INDENT);
            for (int i = 0; i < row.size(); i++) {
                Cell cell = row.get(i);
                String pad = " ".repeat(widths[i] - Width.of(cell.text()));
                if (cell.number()) {
                    space.append(pad);
                }
                if (!cell.text().isEmpty()) {
                    line.append(space).append(colour ? cell.style().paint(cell.text()) : cell.text());
                    space.setLength(0);
                }
                if (!cell.number()) {
                    space.append(pad);
                }
                space.append(SPACE);
            }
            out.accept(line.toString());
        }
    }
}

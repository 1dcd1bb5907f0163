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

    /** @param under stands below the cells, in no column; empty for nothing */
    private record Row(List<Cell> cells, List<Cell> under) {}

    private final List<Row> rows = new ArrayList<>();

    /** Starts a row. */
    Table row() {
        rows.add(new Row(new ArrayList<>(), new ArrayList<>()));
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

    /** Adds a line of text below the row. */
    Table under(String text, int most, Style style) {
        rows.get(rows.size() - 1).under().add(new Cell(Width.cut(Text.visible(text), most), style, false));
        return this;
    }

    private Table add(String text, Style style, boolean number) {
        rows.get(rows.size() - 1).cells().add(new Cell(text, style, number));
        return this;
    }

    /** Hands the rows over as lines, without space at their ends. */
    void lines(boolean colour, Consumer<String> out) {
        int[] widths =
                new int[rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0)];
        rows.forEach(row -> Arrays.setAll(
                widths,
                i -> i < row.cells().size()
                        ? Math.max(widths[i], Width.of(row.cells().get(i).text()))
                        : widths[i]));
        for (Row row : rows) {
            StringBuilder line = new StringBuilder();
            StringBuilder space = new StringBuilder(INDENT);
            for (int i = 0; i < row.cells().size(); i++) {
                Cell cell = row.cells().get(i);
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
            row.under()
                    .forEach(cell ->
                            out.accept(INDENT.repeat(3) + (colour ? cell.style().paint(cell.text()) : cell.text())));
        }
    }
}

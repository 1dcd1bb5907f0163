package io.awsaudit.reports.csv;

import io.awsaudit.inventory.Excerpt;
import io.awsaudit.reports.Text;

/** What a spreadsheet shows as it stands and takes for nothing else. */
final class Cell {
    /** Excel holds 32,767 characters in a cell, and spills the rest into the next row. */
    private static final int LENGTH = 32_000;

    /** Before a formula it makes text of it; the first of a cell says nothing else, and may be taken off. */
    private static final char APOSTROPHE = '\'';

    private Cell() {}

    /**
     * Returns text on one line, with an apostrophe before it where a spreadsheet would calculate it. Text that begins with
     * an apostrophe gets one too, so that taking one off always leads back.
     */
    static String of(String text) {
        String line = Excerpt.of(Text.visible(text), LENGTH);
        return isTakenForMore(line) ? APOSTROPHE + line : line;
    }

    /** Spreadsheets look past white space before a formula, and East Asian ones take wide signs for narrow ones. */
    private static boolean isTakenForMore(String line) {
        int first = 0;
        while (first < line.length() && isSpace(line.charAt(first))) {
            first++;
        }
        return first < line.length()
                && switch (line.charAt(first)) {
                    case '=', '+', '-', '@', '|', '%', APOSTROPHE, '\uff1d', '\uff0b', '\uff0d', '\uff20' -> true;
                    default -> false;
                };
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}

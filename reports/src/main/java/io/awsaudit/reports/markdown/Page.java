package io.awsaudit.reports.markdown;

/** A page of limited length as it grows, that knows what it had no room for. */
final class Page {
    /** Room for the lines that say what was left out, and for ends of what was begun. */
    private static final int RESERVE = 1_000;

    private final StringBuilder text = new StringBuilder();
    private final int most;

    /** Makes a page that takes entries for as long as they fit into a number of characters. */
    Page(int most) {
        this.most = most;
    }

    /** Adds a line that has to be there. */
    void line(String line) {
        text.append(line).append('\n');
    }

    /** Adds lines that belong together, or none of them where they do not all fit; and says which. */
    boolean entry(CharSequence lines) {
        if (text.length() + lines.length() + RESERVE > most) {
            return false;
        }
        text.append(lines);
        return true;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

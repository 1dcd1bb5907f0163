package io.awsaudit.reports.asff;

import io.awsaudit.inventory.Excerpt;
import io.awsaudit.reports.Text;
import java.nio.charset.StandardCharsets;

/** Text as Security Hub takes it: on one line, with something in it, and no longer than a limit. */
final class Line {
    private static final String NOTHING = "-";

    /** The most bytes that a {@code char} takes in UTF-8. */
    private static final int BYTES = 3;

    private Line() {}

    /**
     * Returns text on one line, with single spaces; of what is longer, the beginning.
     *
     * @param most bytes in UTF-8, since Security Hub counts a character as one byte; at least 64
     */
    static String of(String text, int most) {
        String line = Text.visible(text.replaceAll("\\s+", " ").strip());
        if (line.isEmpty()) {
            return NOTHING;
        }
        int room = most;
        String cut = Excerpt.of(line, room);
        for (int bytes = bytes(cut); bytes > most; bytes = bytes(cut)) {
            room -= (bytes - most + BYTES - 1) / BYTES;
            cut = Excerpt.of(line, room);
        }
        return cut;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

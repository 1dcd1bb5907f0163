package io.awsaudit.reports;

/** Makes text from an account harmless to look at. */
public final class Text {
    private Text() {}

    /**
     * Returns text on one line in which nothing acts or hides: control characters (terminal escapes among them), line
     * breaks, marks that reverse the direction of writing, characters without width, and halves of surrogate pairs are
     * spelled out, as {@code \}{@code u001b}.
     */
    public static String visible(String text) {
        int first = 0;
        while (first < text.length() && isPlain(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
        text.substring(first).codePoints().forEach(point -> {
            if (isHarmful(point)) {
                out.append(String.format(point > 0xffff ? "\\u{%x}" : "\\u%04x", point));
            } else {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    private static boolean isPlain(char character) {
        return character >= ' ' && character < 0x7f;
    }

    private static boolean isHarmful(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}

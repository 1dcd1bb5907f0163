package io.awsaudit.inventory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The beginning of text that may be of any length. Whoever may write to an account chooses its texts, and each finding on
 * a resource repeats some: ten megabytes in one tag would be gigabytes of reports.
 */
public final class Excerpt {
    private static final int REPLACEMENT = 0xfffd;

    private Excerpt() {}

    /**
     * Returns text as it is where it is short enough, else as much of its beginning as there is room for, and that it was
     * cut. An excerpt of an excerpt is the same.
     *
     * @param most characters; more than the word that it was cut takes
     */
    public static String of(String text, int most) {
        return text.length() <= most ? text : cut(text, most, "");
    }

    /** Does the same for text that names something: the excerpts of two different texts differ. */
    public static String ofName(String text, int most) {
        return text.length() <= most ? text : cut(text, most, ", SHA-256 " + digest(text));
    }

    /** Returns text with U+FFFD for halves of surrogate pairs, which AWS's own JSON may hold, and names of properties not. */
    public static String wellFormed(String text) {
        boolean whole = true;
        for (int i = 0; i < text.length() && whole; i++) {
            whole = !Character.isSurrogate(text.charAt(i));
        }
        if (whole) {
            return text;
        }
        return text.codePoints()
                .map(point -> point <= 0xffff && Character.isSurrogate((char) point) ? REPLACEMENT : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String cut(String text, int most, String more) {
        String word = String.format(Locale.ROOT, " ... (cut, %,d characters%s)", text.length(), more);
        int end = most - word.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + word;
    }

    private static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE); // unlike UTF-8, it has a form for half a pair
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

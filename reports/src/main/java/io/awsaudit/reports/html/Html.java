package io.awsaudit.reports.html;

import io.awsaudit.reports.Text;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** Writes markup. Names of elements and attributes are ours; text and values of attributes are anyone's, and escaped. */
public final class Html {
    private final Writer out;

    Html(Writer out) {
        this.out = out;
    }

    /**
     * Writes a start tag.
     *
     * @param attributes names, each with its value after it
     */
    Html open(String element, String... attributes) throws IOException {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    Html close(String element) throws IOException {
        out.append("</").append(element).append(">");
        return this;
    }

    /** Ends a line of the source, for those who read it. */
    Html line() throws IOException {
        out.append('\n');
        return this;
    }

    /** Writes an element that holds text only. */
    Html element(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).close(element);
    }

    /** Writes text in which nothing is markup, acts or hides. */
    Html text(String text) throws IOException {
        out.append(escaped(text));
        return this;
    }

    /** Returns text in which nothing is markup, acts or hides, for an element or the value of an attribute. */
    public static String escaped(String text) {
        String visible = Text.visible(text);
        StringBuilder out = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            char character = visible.charAt(i);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(character);
            }
        }
        return out.toString();
    }

    /**
     * Returns what a content security policy calls a script or a style sheet by, such as {@code sha256-47DEQpj8...}.
     *
     * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
     */
    public static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes markup of ours as it is. */
    Html trusted(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@return a number with a noun, such as {@code 2 findings}} */
    static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }
}

package io.awsaudit.reports.html;

import io.awsaudit.reports.Text;
import io.awsaudit.rules.Severity;
import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes markup. Names of elements and attributes are ours; text and values of attributes are anyone's, and escaped. */
final class Html {
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\\p{Cntrl}]+");

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
        String visible = Text.visible(text);
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
        return this;
    }

    /** Writes markup of ours as it is. */
    Html trusted(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    /** Writes a link to another site, or the text alone where the address is not one of the web. */
    Html link(String address, String text) throws IOException {
        return WEB_ADDRESS.matcher(address).matches()
                ? element("a", text, "href", address, "target", "_blank", "rel", "noopener noreferrer")
                : text(text);
    }

    Html severity(Severity severity) throws IOException {
        return element("span", capital(severity.word()), "class", "severity " + severity.word());
    }

    /**
     * Writes a state, such as {@code not-applicable}, as people read it.
     *
     * @param state a verdict's word, or another that the style sheet knows
     */
    Html state(String state) throws IOException {
        return element("span", capital(state.replace('-', ' ')), "class", "state " + state);
    }

    /**
     * Writes a table cell with a count that leads to what it counts.
     *
     * @param query what the page's script understands after {@code #findings?}
     */
    Html countCell(long count, String query, String style) throws IOException {
        open("td", "class", count == 0 ? "number zero" : "number " + style);
        if (count == 0) {
            text("0");
        } else {
            element("a", number(count), "href", "#findings?" + query);
        }
        return close("td");
    }

    /**
     * Draws shares of a whole.
     *
     * @param styles a class for each share
     */
    Html bar(String label, String[] styles, long... shares) throws IOException {
        long whole = 0;
        for (long share : shares) {
            whole += share;
        }
        open(
                "svg",
                "class",
                "bar",
                "viewBox",
                "0 0 100 8",
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                label);
        double from = 0;
        for (int i = 0; i < shares.length && whole > 0; i++) {
            double width = 100.0 * shares[i] / whole;
            if (shares[i] > 0) {
                open("rect", "class", styles[i], "x", decimal(from), "width", decimal(width), "height", "8")
                        .close("rect");
            }
            from += width;
        }
        return close("svg");
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@return a number with a noun, such as {@code 2 findings}} */
    static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** {@return a value as it stands in a query} */
    static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}

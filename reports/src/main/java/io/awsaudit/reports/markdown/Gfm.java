package io.awsaudit.reports.markdown;

import io.awsaudit.inventory.Excerpt;
import io.awsaudit.reports.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as a place within GitHub Flavored Markdown, or GitLab's, shows it and does nothing else with it. What comes from an
 * account stands in code spans, the only place in which neither Markdown nor HTML nor what those servers add (people who
 * are told, issues, commits, addresses, formulas, pictures) is looked for.
 */
public final class Gfm {
    /** A word in which nothing means anything, wherever it stands. */
    private static final Pattern PLAIN = Pattern.compile(
            "[(\"']*[\\p{L}\\p{N}][\\p{L}\\p{N},;:.'\"()/?-]*|[-/]|[.,;:)?]+", Pattern.UNICODE_CHARACTER_CLASS);

    /** A span of code, or a word. */
    private static final Pattern TOKEN = Pattern.compile("`[^`]+`|[^\\s`]+|`");

    private static final int WORD = 1_000;

    /** What is a link by itself, and what begins a list where it begins a line. */
    private static final Pattern TAKEN_FOR_MORE = Pattern.compile("(?i).*(://|www\\.).*|\\d+[.)]");

    private Gfm() {}

    /** Returns a code span for a place outside of tables. */
    public static String code(String text, int most) {
        return span(Excerpt.of(Text.visible(text), most));
    }

    /**
     * Returns a code span for a cell of a table, which a bar would end. A bar is escaped there even in code; as readers of
     * tables differ on a backslash before that, such a bar is spelled out.
     */
    public static String cell(String text, int most) {
        return span(bars(Excerpt.of(Text.visible(text), most)));
    }

    private static String bars(String text) {
        return text.replace("\\|", "\\\\u007c").replace("|", "\\|");
    }

    private static String span(String text) {
        if (text.isBlank()) {
            return "";
        }
        String fence = fence(text, 1);
        boolean padded = text.startsWith("`") || text.endsWith("`") || text.startsWith(" ") && text.endsWith(" ");
        String pad = padded ? " " : "";
        return fence + pad + text + pad + fence;
    }

    /** Returns the same for a place among tags, where Markdown is not looked for. */
    public static String html(String text, int most) {
        StringBuilder out = new StringBuilder("<code>");
        Excerpt.of(Text.visible(text), most).codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || point == '-' || point == ' ') {
                out.appendCodePoint(point);
            } else {
                out.append("&#").append(point).append(';');
            }
        });
        return out.append("</code>").toString();
    }

    /**
     * Returns sentences on one line, in which the words that Markdown or a server would take for more are code, and what is
     * code already stays so.
     */
    public static String prose(String text) {
        StringBuilder out = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find()) {
            String word = token.group();
            boolean quoted = word.length() > 1 && word.startsWith("`");
            String shown = quoted
                    ? code(word.substring(1, word.length() - 1), WORD)
                    : PLAIN.matcher(word).matches()
                                    && !TAKEN_FOR_MORE.matcher(word).matches()
                            ? word
                            : code(word, WORD);
            boolean fenced = out.length() > 0 && out.charAt(out.length() - 1) == '`' && shown.startsWith("`");
            if (out.length() > 0 && (token.start() > end || fenced)) { // two fences side by side would be one
                out.append(' ');
            }
            out.append(shown);
            end = token.end();
        }
        return out.toString();
    }

    /** Returns the same for a cell of a table. */
    public static String proseCell(String text) {
        return bars(prose(text));
    }

    /** Returns lines as a block of code, between fences that nothing within can close. */
    public static String block(String language, String lines) {
        String text = String.join("\n", lines.lines().map(Text::visible).toList());
        String fence = fence(text, 3);
        return fence + language + "\n" + text + "\n" + fence;
    }

    private static String fence(String text, int least) {
        int longest = least - 1;
        for (int i = 0, run = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return "`".repeat(longest + 1);
    }

    /** Returns a link to a page, or its address as code where that is none of the web. */
    public static String link(String words, String page) {
        return isPage(page) ? "[" + words + "](<" + page + ">)" : code(page, 1_000);
    }

    /** {@return whether text is an address on the web} */
    public static boolean isPage(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

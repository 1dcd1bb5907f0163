package io.awsaudit.reports.sarif;

import io.awsaudit.reports.Text;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/** Keeps text from being taken for syntax by those who show SARIF messages. */
final class Message {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");
    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+!|~&]");

    private Message() {}

    /** Writes a property that is a message. */
    static void write(JsonGenerator json, String name, String text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    /**
     * Returns text for a plain message, in which SARIF knows links (3.11.6) and placeholders (3.11.5). Only what is one or
     * the other is changed, since consumers show the rest as it stands.
     */
    static String plain(String text) {
        String linkless = Text.visible(text).replace("](", "\\](");
        return PLACEHOLDER.matcher(linkless).replaceAll("{{$1}}");
    }

    /** Returns text for a place within GitHub-flavoured Markdown. */
    static String markdown(String text) {
        return MARKDOWN.matcher(text).replaceAll("\\\\$0");
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}

package io.awsaudit.reports.json;

import java.io.BufferedWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes JSON as it comes, in lines that a diff can tell apart, and harmless when a terminal shows it: characters that
 * act on a terminal or hide from the eye are escaped, which loses nothing.
 */
public final class JsonText {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private static final int BUFFER = 1 << 16;
    private static final char REPLACEMENT = '\ufffd';

    private JsonText() {}

    /** What a document holds. */
    public interface Body {
        /** Writes the one value of the document. */
        void write(JsonGenerator json) throws IOException;
    }

    /**
     * Writes a document to a stream, which stays open.
     *
     * @param levels how many levels of nesting have each of their entries on a line of its own; what is deeper is on the
     *     line of the entry that it belongs to
     */
    public static void write(OutputStream out, int levels, Body body) throws IOException {
        Writer text = new Visible(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER));
        Lines lines = new Lines(levels);
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return lines;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        try (JsonGenerator json = FACTORY.createGenerator(context, text)) {
            body.write(json);
            json.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        text.flush();
    }

    /**
     * Changes, from the next entry on, how many levels of nesting have each of their entries on a line of its own: what is
     * long deserves more of them than what is short.
     */
    public static void levels(JsonGenerator json, int levels) {
        if (json.objectWriteContext().getPrettyPrinter() instanceof Lines lines) {
            lines.levels = levels;
        }
    }

    /** Writes a property that is an array of strings, unless there are none. */
    public static void stringsIfAny(JsonGenerator json, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            strings(json, name, values);
        }
    }

    /** Writes a property that is an array of strings. */
    public static void strings(JsonGenerator json, String name, Collection<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    /** Breaks lines after each entry down to a level, and nowhere else. */
    private static final class Lines implements PrettyPrinter {
        private int levels;
        private int level;

        Lines(int levels) {
            this.levels = levels;
        }

        @Override
        public void writeStartObject(JsonGenerator json) {
            json.writeRaw('{');
            level++;
        }

        @Override
        public void beforeObjectEntries(JsonGenerator json) {
            breakLine(json, level);
        }

        @Override
        public void writeObjectNameValueSeparator(JsonGenerator json) {
            json.writeRaw(':');
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator json) {
            json.writeRaw(',');
            breakLine(json, level);
        }

        @Override
        public void writeEndObject(JsonGenerator json, int entries) {
            end(json, entries, '}');
        }

        @Override
        public void writeStartArray(JsonGenerator json) {
            json.writeRaw('[');
            level++;
        }

        @Override
        public void beforeArrayValues(JsonGenerator json) {
            breakLine(json, level);
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) {
            json.writeRaw(',');
            breakLine(json, level);
        }

        @Override
        public void writeEndArray(JsonGenerator json, int values) {
            end(json, values, ']');
        }

        @Override
        public void writeRootValueSeparator(JsonGenerator json) {
            json.writeRaw('\n');
        }

        private void end(JsonGenerator json, int entries, char bracket) {
            if (entries > 0) {
                breakLine(json, level - 1);
            }
            level--;
            json.writeRaw(bracket);
        }

        private void breakLine(JsonGenerator json, int indent) {
            if (level <= levels) {
                json.writeRaw('\n');
                for (int i = 0; i < indent; i++) {
                    json.writeRaw(' ');
                }
            }
        }
    }

    /**
     * Escapes what acts on a terminal or hides from the eye. All of it is within strings: outside of them, and in what the
     * generator escapes itself, JSON is ASCII.
     */
    private static final class Visible extends FilterWriter {
        private static final char NONE = 0;

        private char high = NONE;

        Visible(Writer out) {
            super(out);
        }

        @Override
        public void write(int character) throws IOException {
            put((char) character);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            write(text.toCharArray(), from, length);
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            int end = from + length;
            int i = from;
            while (i < end) {
                int start = i;
                while (i < end && text[i] < 0x7f) {
                    i++;
                }
                if (i > start && high == NONE) {
                    out.write(text, start, i - start);
                } else {
                    i = start;
                    put(text[i++]);
                }
            }
        }

        private void put(char character) throws IOException {
            if (high != NONE) {
                char first = high;
                high = NONE;
                if (Character.isLowSurrogate(character)) {
                    put(Character.toCodePoint(first, character));
                    return;
                }
                out.write(REPLACEMENT);
            }
            if (character < 0x7f) {
                out.write(character);
            } else if (Character.isHighSurrogate(character)) {
                high = character;
            } else if (Character.isLowSurrogate(character)) {
                out.write(REPLACEMENT); // AWS's own JSON may escape half of a pair
            } else {
                put((int) character);
            }
        }

        private void put(int point) throws IOException {
            boolean harmful = switch (Character.getType(point)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    true;
                default -> false;
            };
            for (char character : Character.toChars(point)) {
                if (harmful) {
                    out.write(String.format("\\u%04x", (int) character));
                } else {
                    out.write(character);
                }
            }
        }
    }
}

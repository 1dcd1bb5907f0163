package io.awsaudit.reports.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** Writes what the page's data have many of. */
final class Json {
    private Json() {}

    static void strings(JsonGenerator json, String name, Iterable<String> values) {
        json.writeName(name).writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    static void numbers(JsonGenerator json, String name, Stream<Integer> values) {
        json.writeName(name).writeStartArray();
        values.forEach(json::writeNumber);
        json.writeEndArray();
    }

    static void numbers(JsonGenerator json, List<Integer> values) {
        json.writeStartArray();
        values.forEach(json::writeNumber);
        json.writeEndArray();
    }

    static void optional(JsonGenerator json, String name, Optional<String> value) {
        value.ifPresent(text -> json.writeStringProperty(name, text));
    }
}

package io.awsaudit.reports.json;

import io.awsaudit.inventory.snapshot.InventoryJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;

/**
 * A walk through a JSON document, in which each value is asked for as what it must be. A method that reads a value finds
 * the parser on its first token, and leaves it on its last.
 */
final class Walk {
    /** A value that is not what it must be; the file and the line are added to its message. */
    static final class Mistake extends RuntimeException {
        private static final long serialVersionUID = 1;

        Mistake(String message) {
            super(message);
        }
    }

    private final JsonParser json;
    private final Repeats<String> texts = new Repeats<>();
    private String name = "";

    Walk(JsonParser json) {
        this.json = json;
    }

    /** Begins an object; its properties follow one after another from {@link #hasProperty()}. */
    void object() {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw mustBe("an object");
        }
    }

    /** Goes on to the value of the next property of an object. */
    boolean hasProperty() {
        if (json.nextToken() == JsonToken.END_OBJECT) {
            return false;
        }
        name = json.currentName();
        json.nextToken();
        return true;
    }

    /** {@return the name of the property that was come to last} */
    String name() {
        return name;
    }

    /** Begins an array; its items follow one after another from {@link #hasItem()}. */
    void array() {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw mustBe("a list");
        }
    }

    /** Goes on to the next item of an array. */
    boolean hasItem() {
        return json.nextToken() != JsonToken.END_ARRAY;
    }

    /** Leaves a value out. */
    void skip() {
        json.skipChildren();
    }

    boolean isNull() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Reads a text; of those that repeat soon, all are one. */
    String text() {
        return texts.one(uniqueText());
    }

    /** Reads a text that no other is like. */
    String uniqueText() {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw mustBe("a text");
        }
        return json.getString();
    }

    List<String> texts() {
        return list(this::text);
    }

    /** Reads a list of what a function reads one of. */
    <T> List<T> list(java.util.function.Supplier<T> item) {
        List<T> items = new ArrayList<>();
        each(() -> items.add(item.get()));
        return items;
    }

    /** Has each item of a list read, one after another. */
    void each(Runnable item) {
        array();
        while (hasItem()) {
            item.run();
        }
    }

    /** Reads a whole number. */
    long number() {
        try {
            if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return json.getLongValue();
            }
        } catch (InputCoercionException e) {
            // larger than any count
        }
        throw mustBe("a whole number that fits");
    }

    /** Reads a whole number that counts something. */
    long count() {
        long count = number();
        if (count < 0) {
            throw mustBe("a number that is not negative");
        }
        return count;
    }

    boolean flag() {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw mustBe("true or false");
        };
    }

    Instant time() {
        return parsed(Instant::parse, "a time such as 2027-01-31T12:00:00Z");
    }

    LocalDate day() {
        return parsed(LocalDate::parse, "a day such as 2027-01-31");
    }

    /** Reads one of some words, and returns what it stands for. */
    <T> T word(Map<String, T> words) {
        String word = text();
        T meaning = words.get(word);
        if (meaning == null) {
            throw mistake(InventoryJson.quoted(word) + " is not one of " + String.join(", ", words.keySet()));
        }
        return meaning;
    }

    /** Reads a text, a number, true or false, or a list of these. */
    Object plain() {
        return switch (json.currentToken()) {
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT -> json.getNumberValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY ->
                List.copyOf(list(() -> {
                    if (json.currentToken() == JsonToken.START_ARRAY) {
                        throw mustBe("a text, a number, true or false");
                    }
                    return plain();
                }));
            default -> throw mustBe("a text, a number, true, false or a list of these");
        };
    }

    /** Returns a part of an object that was read, which must have been there. */
    <T> T present(@Nullable T part, String property) {
        if (part == null) {
            throw mistake(InventoryJson.quoted(property) + " is missing");
        }
        return part;
    }

    /** {@return what to throw where a value is wrong; it says where in the document that is} */
    Mistake mistake(String what) {
        String place = place(json.streamReadContext());
        return new Mistake((place.isEmpty() ? "" : InventoryJson.quoted(place) + ": ") + what);
    }

    private Mistake mustBe(String kind) {
        return mistake("must be " + kind);
    }

    private <T> T parsed(Function<String, T> parser, String kind) {
        try {
            return parser.apply(text());
        } catch (DateTimeParseException e) {
            throw mustBe(kind);
        }
    }

    /** {@return where something stands, such as {@code findings[3].resource.arn}} */
    private static String place(@Nullable TokenStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String parent = place(context.getParent());
        if (context.inArray()) {
            return parent + "[" + (context.getCurrentIndex() + 1) + "]";
        }
        String name = context.currentName();
        return name == null ? parent : parent.isEmpty() ? name : parent + "." + name;
    }
}

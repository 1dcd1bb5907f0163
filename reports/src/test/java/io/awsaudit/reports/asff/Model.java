package io.awsaudit.reports.asff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What AWS's service model and the limits that it documents say of a request to import findings. */
final class Model {
    private static final JsonNode MODEL = read();
    private static final JsonNode NO_LIMITS = MODEL.path("none");

    private Model() {}

    /** Returns what is wrong with a finding, each with its place. */
    static List<String> mistakes(JsonNode finding) {
        List<String> mistakes = new ArrayList<>();
        check("AwsSecurityFinding", finding, NO_LIMITS, "", mistakes);
        return mistakes;
    }

    /** {@return the types of resources that there are details of} */
    static TreeSet<String> resourceTypes() {
        TreeSet<String> types = new TreeSet<>();
        MODEL.path("resourceTypes").forEach(type -> types.add(type.asString()));
        return types;
    }

    private static void check(String shapeName, JsonNode value, JsonNode limits, String place, List<String> mistakes) {
        JsonNode shape = MODEL.path("shapes").path(shapeName);
        switch (shape.path("type").asString()) {
            case "structure" -> {
                shape.path("required").forEach(name -> {
                    if (!value.has(name.asString())) {
                        mistakes.add(place + " has no " + name.asString());
                    }
                });
                value.properties().forEach(entry -> {
                    JsonNode member = shape.path("members").path(entry.getKey());
                    String at = place + "/" + entry.getKey();
                    if (member.isMissingNode()) {
                        mistakes.add(at + " does not exist");
                    } else {
                        check(member.path("shape").asString(), entry.getValue(), member, at, mistakes);
                    }
                });
            }
            case "list" -> {
                items(value, limits, place, mistakes);
                for (int i = 0; i < value.size(); i++) {
                    check(shape.path("member").asString(), value.path(i), NO_LIMITS, place + "/" + i, mistakes);
                }
            }
            case "map" -> {
                items(value, limits, place, mistakes);
                value.properties().forEach(entry -> {
                    text(
                            shape.path("key").asString(),
                            entry.getKey(),
                            limits.path("maxKeyLength"),
                            limits,
                            place,
                            mistakes);
                    check(
                            shape.path("value").asString(),
                            entry.getValue(),
                            limits,
                            place + "/" + entry.getKey(),
                            mistakes);
                });
            }
            case "string" -> {
                if (!value.isString()) {
                    mistakes.add(place + " is no string");
                }
                text(shapeName, value.asString(), limits.path("maxLength"), limits, place, mistakes);
            }
            default -> throw new IllegalStateException(shapeName + " at " + place);
        }
    }

    private static void items(JsonNode value, JsonNode limits, String place, List<String> mistakes) {
        if (value.size() < limits.path("minItems").asInt(1)
                || value.size() > limits.path("maxItems").asInt(Integer.MAX_VALUE)) {
            mistakes.add(place + " has " + value.size() + " items");
        }
    }

    private static void text(
            String shapeName, String text, JsonNode most, JsonNode limits, String place, List<String> mistakes) {
        JsonNode shape = MODEL.path("shapes").path(shapeName);
        if (shape.has("pattern") && !text.matches(shape.path("pattern").asString())) {
            mistakes.add(place + " is blank or has lines: " + text);
        }
        if (shape.has("enum")
                && shape.path("enum")
                        .valueStream()
                        .noneMatch(word -> word.asString().equals(text))) {
            mistakes.add(place + " may not be " + text);
        }
        if (text.length() > most.asInt(Integer.MAX_VALUE)
                || text.length() < limits.path("minLength").asInt(1)) {
            mistakes.add(place + " has " + text.length() + " characters");
        }
    }

    private static JsonNode read() {
        try (InputStream in = Model.class.getResourceAsStream("/asff/model.json")) {
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

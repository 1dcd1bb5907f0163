package io.awsaudit.reports.html;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Excerpt;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.snapshot.InventoryJson;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * What the inventory says of the resources that the listed findings are about, in blocks of {@link #SIZE}: attributes as
 * snapshots spell them, and the edges to and from each. Where the result does not hold its inventory there are no blocks.
 */
final class ResourceBlocks {
    /** How many resources one block holds. */
    static final int SIZE = 100;

    /** A file that browsers open at once has no room for more; resources with failures come first. */
    private static final int DESCRIBED = 25_000;

    /** More neighbours than a person looks through. */
    private static final int EDGES = 100;

    private static final int TEXT_LENGTH = 1_000;
    private static final int VALUES = 1_500;
    private static final int ITEMS = 100;

    /** A resource that is described, with its neighbours. */
    private static final class Described {
        private final Resource resource;
        private final List<Edge> from = new ArrayList<>();
        private final List<Edge> to = new ArrayList<>();
        private long edges;

        Described(Resource resource) {
            this.resource = resource;
        }

        void add(List<Edge> some, Edge edge) {
            edges++;
            if (some.size() < EDGES) {
                some.add(edge);
            }
        }
    }

    private final List<Optional<Described>> described = new ArrayList<>();
    private long omitted;

    ResourceBlocks(AuditResult result, Columns columns) {
        if (result.inventory().isEmpty()) {
            return;
        }
        Map<Arn, Map<String, Resource>> inventory = new HashMap<>();
        Map<Arn, Integer> listed = new HashMap<>();
        columns.resources().forEach(subject -> listed.merge(subject.arn(), 1, Integer::sum));
        for (Resource resource : result.inventory()) {
            if (listed.containsKey(resource.arn())) {
                inventory
                        .computeIfAbsent(resource.arn(), arn -> new HashMap<>())
                        .put(resource.type(), resource);
            }
        }
        choose(columns, inventory);
        link(result);
    }

    private void choose(Columns columns, Map<Arn, Map<String, Resource>> inventory) {
        boolean[] failing = columns.failingResources();
        int first = 0;
        for (boolean fails : failing) {
            first += fails ? 1 : 0;
        }
        int room = Math.max(0, DESCRIBED - first);
        int failures = DESCRIBED;
        int number = 0;
        for (Finding.Subject subject : columns.resources()) {
            Optional<Resource> resource = Optional.ofNullable(
                    inventory.getOrDefault(subject.arn(), Map.of()).get(subject.type()));
            boolean isChosen = resource.isPresent() && (failing[number] ? failures-- > 0 : room-- > 0);
            omitted += resource.isPresent() && !isChosen ? 1 : 0;
            described.add(resource.filter(any -> isChosen).map(Described::new));
            number++;
        }
    }

    private void link(AuditResult result) {
        Map<Arn, List<Described>> places = new HashMap<>();
        described.forEach(
                some -> some.ifPresent(of -> places.computeIfAbsent(of.resource.arn(), arn -> new ArrayList<>())
                        .add(of)));
        for (Resource resource : result.inventory()) {
            resource.edges().distinct().forEach(edge -> {
                places.getOrDefault(edge.from(), List.of()).forEach(of -> of.add(of.from, edge));
                if (!edge.to().equals(edge.from())) {
                    places.getOrDefault(edge.to(), List.of()).forEach(of -> of.add(of.to, edge));
                }
            });
        }
    }

    /** {@return how many resources are not described, though findings on them are listed} */
    long omitted() {
        return omitted;
    }

    void write(Blocks blocks) throws IOException {
        for (int from = 0; from < described.size(); from += SIZE) {
            List<Optional<Described>> some = described.subList(from, Math.min(from + SIZE, described.size()));
            blocks.write("resources-" + from / SIZE, json -> {
                json.writeStartArray();
                some.forEach(of -> of.ifPresentOrElse(one -> resource(json, one), json::writeNull));
                json.writeEndArray();
            });
        }
    }

    private static void resource(JsonGenerator json, Described of) {
        json.writeStartObject();
        JsonNode attributes = InventoryJson.mapper().valueToTree(of.resource);
        json.writeName("attributes").writeStartObject();
        Cut cut = new Cut(json);
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
            if (!attribute.getKey().equals("identity") && !attribute.getKey().equals("type")) {
                json.writeName(attribute.getKey());
                cut.write(attribute.getValue());
            }
        }
        json.writeEndObject();
        edges(json, "from", of.from, true);
        edges(json, "to", of.to, false);
        json.writeNumberProperty("edges", of.edges);
        json.writeEndObject();
    }

    private static void edges(JsonGenerator json, String name, List<Edge> edges, boolean isOwn) {
        json.writeName(name).writeStartArray();
        for (Edge edge : edges) {
            json.writeStartArray().writeString(edge.relation().words());
            json.writeString((isOwn ? edge.to() : edge.from()).value()).writeEndArray();
        }
        json.writeEndArray();
    }

    /** Writes attributes no longer than a person reads them: of long texts and lists the beginning, and how much is missing. */
    private static final class Cut {
        private final JsonGenerator json;
        private int left = VALUES;

        Cut(JsonGenerator json) {
            this.json = json;
        }

        void write(JsonNode value) {
            left--;
            if (value.isObject()) {
                json.writeStartObject();
                for (Map.Entry<String, JsonNode> entry : value.properties()) {
                    json.writeName(entry.getKey());
                    if (left <= 0) {
                        json.writeString("... left out");
                        break;
                    }
                    write(entry.getValue());
                }
                json.writeEndObject();
            } else if (value.isArray()) {
                json.writeStartArray();
                int written = 0;
                for (JsonNode item : value) {
                    if (written == ITEMS || left <= 0) {
                        json.writeString("... and " + (value.size() - written) + " more, left out");
                        break;
                    }
                    write(item);
                    written++;
                }
                json.writeEndArray();
            } else if (value.isString()) {
                json.writeString(Excerpt.of(value.asString(), TEXT_LENGTH));
            } else {
                json.writeRawValue(value.toString());
            }
        }
    }
}

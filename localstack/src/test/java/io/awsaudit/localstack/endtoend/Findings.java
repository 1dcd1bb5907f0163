package io.awsaudit.localstack.endtoend;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a findings.json says, in forms that tests compare. */
record Findings(JsonNode document) {
    private static final JsonMapper JSON = new JsonMapper();

    /** An id of AWS's making, which is another with each change to what is made before. */
    private static final String ID =
            "\\b(acl|ami|eni|fl|fs|i|igw|nat|rtb|sg|snap|subnet|vol|vpc|vpce)-[0-9a-f]{8,17}\\b";

    static Findings of(Path file) {
        return new Findings(JSON.readTree(file));
    }

    static Findings of(String text) {
        return new Findings(JSON.readTree(text));
    }

    /** {@return a line for each verdict: on which check, where, about what; for how many where a name is not unique} */
    List<String> lines() {
        return lines(finding -> true);
    }

    /** {@return the lines of these regions, and of what belongs to none} */
    List<String> linesIn(Set<String> regions) {
        return lines(finding -> {
            String region = finding.at("/resource/region").asString();
            return regions.contains(region) || region.equals("global");
        });
    }

    private List<String> lines(Predicate<JsonNode> wanted) {
        Map<String, Long> counts = stream("/findings")
                .filter(wanted)
                .collect(Collectors.groupingBy(
                        finding -> "%s %s %s %s"
                                .formatted(
                                        finding.path("status").asString(),
                                        finding.path("checkId").asString(),
                                        finding.at("/resource/region").asString(),
                                        finding.at("/resource/name").asString().replaceAll(ID, "$1-...")),
                        TreeMap::new,
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(line -> line.getValue() == 1 ? line.getKey() : line.getKey() + " x" + line.getValue())
                .toList();
    }

    /** {@return the ids of the checks with this verdict on something} */
    Set<String> checksWith(String status) {
        return stream("/findings")
                .filter(finding -> finding.path("status").asString().equals(status))
                .map(finding -> finding.path("checkId").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return the operations that were called, answered or not} */
    Set<String> operations() {
        return stream("/coverage/calls/operations")
                .map(operation -> operation.path("operation").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return all findings, each whole} */
    List<JsonNode> all() {
        return stream("/findings").toList();
    }

    /** {@return what could not be seen, an entry for each cause and operation} */
    List<JsonNode> unseen() {
        return stream("/coverage/unseen").toList();
    }

    private Stream<JsonNode> stream(String pointer) {
        return StreamSupport.stream(document.at(pointer).spliterator(), false);
    }
}

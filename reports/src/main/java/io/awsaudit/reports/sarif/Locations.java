package io.awsaudit.reports.sarif;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Where results are, and what they rest on. */
final class Locations {
    private final Map<Arn, Finding.Subject> known;

    /**
     * Makes the locations of a run.
     *
     * @param known what is said of the resources that evidence and paths name besides the subjects of findings
     */
    Locations(Map<Arn, Finding.Subject> known) {
        this.known = known;
    }

    /** Returns what findings say of the resources that the evidence and the paths of some of them name. */
    static Map<Arn, Finding.Subject> named(Collection<Finding> all, Collection<Share> shares) {
        Set<Arn> named = new HashSet<>();
        for (Share share : shares) {
            for (Finding finding : share.results()) {
                for (Evidence evidence : finding.evidence()) {
                    if (!evidence.resource().equals(finding.resource().arn())) {
                        named.add(evidence.resource());
                    }
                }
                for (Edge edge : finding.path()) {
                    named.add(edge.from());
                    named.add(edge.to());
                }
            }
        }
        Map<Arn, Finding.Subject> subjects = new HashMap<>();
        Iterator<Finding> left = all.iterator();
        while (!named.isEmpty() && left.hasNext()) {
            Finding finding = left.next();
            if (named.remove(finding.resource().arn())) {
                subjects.put(finding.resource().arn(), finding.resource());
            }
        }
        return subjects;
    }

    /** Writes where a result is. */
    void write(JsonGenerator json, Finding.Subject subject) {
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        artifact(json, Places.uri(subject));
        // GitHub wants a place in a file of the repository, and takes one that is not there.
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", 1);
        json.writeNumberProperty("startColumn", 1);
        json.writeNumberProperty("endLine", 1);
        json.writeNumberProperty("endColumn", 1);
        json.writeEndObject();
        json.writeEndObject();
        logical(json, subject.name(), subject.arn());
        json.writeEndObject();
    }

    /**
     * Writes where something was seen that a result rests on, as the entries of an object that was begun. What was seen of
     * the result's own resource has its place and no more, for most evidence is of that kind.
     */
    void entries(JsonGenerator json, Arn arn, Finding.Subject subject, String message) {
        boolean own = arn.equals(subject.arn());
        Optional<Finding.Subject> found = own ? Optional.of(subject) : Optional.ofNullable(known.get(arn));
        json.writeObjectPropertyStart("physicalLocation");
        artifact(json, found.map(Places::uri).orElseGet(() -> Places.uri(arn, subject)));
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", 1);
        json.writeEndObject();
        json.writeEndObject();
        if (!own) {
            logical(json, found.map(Finding.Subject::name).orElseGet(arn::lastSegment), arn);
        }
        Message.write(json, "message", Message.plain(message));
    }

    private static void artifact(JsonGenerator json, String uri) {
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri);
        json.writeEndObject();
    }

    private static void logical(JsonGenerator json, String name, Arn arn) {
        json.writeArrayPropertyStart("logicalLocations");
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("fullyQualifiedName", arn.value());
        json.writeStringProperty("kind", "resource");
        json.writeEndObject();
        json.writeEndArray();
    }
}

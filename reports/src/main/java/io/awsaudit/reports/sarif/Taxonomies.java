package io.awsaudit.reports.sarif;

import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Framework;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Frameworks as taxonomies, whose taxa are their controls; and which of these each check bears on. */
final class Taxonomies {
    private record Place(int taxonomy, int taxon) {}

    private final List<Framework> frameworks;
    private final Map<String, List<Place>> ofChecks = new HashMap<>();

    Taxonomies(AuditResult result) {
        frameworks = result.frameworks().stream()
                .map(AuditResult.FrameworkResult::framework)
                .toList();
        for (int taxonomy = 0; taxonomy < frameworks.size(); taxonomy++) {
            List<Framework.Control> controls = frameworks.get(taxonomy).controls();
            for (int taxon = 0; taxon < controls.size(); taxon++) {
                for (String check : new LinkedHashSet<>(controls.get(taxon).checks())) {
                    ofChecks.computeIfAbsent(check, first -> new ArrayList<>()).add(new Place(taxonomy, taxon));
                }
            }
        }
    }

    /** {@return the ids of the frameworks that have a check} */
    Set<String> namesOf(String check) {
        Set<String> names = new LinkedHashSet<>();
        ofChecks.getOrDefault(check, List.of())
                .forEach(place -> names.add(frameworks.get(place.taxonomy()).id()));
        return names;
    }

    /** Writes which taxonomies a tool component's rules point to. */
    void supported(JsonGenerator json) {
        json.writeArrayPropertyStart("supportedTaxonomies");
        for (int taxonomy = 0; taxonomy < frameworks.size(); taxonomy++) {
            json.writeStartObject();
            component(json, taxonomy);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the taxa that a rule bears on. */
    void relationships(JsonGenerator json, String check) {
        List<Place> places = ofChecks.getOrDefault(check, List.of());
        if (places.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("relationships");
        for (Place place : places) {
            json.writeStartObject();
            json.writeObjectPropertyStart("target");
            json.writeStringProperty(
                    "id",
                    frameworks
                            .get(place.taxonomy())
                            .controls()
                            .get(place.taxon())
                            .id());
            json.writeNumberProperty("index", place.taxon());
            json.writeObjectPropertyStart("toolComponent");
            component(json, place.taxonomy());
            json.writeEndObject();
            json.writeEndObject();
            json.writeArrayPropertyStart("kinds");
            json.writeString("relevant");
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the taxonomies themselves. */
    void write(JsonGenerator json) {
        json.writeArrayPropertyStart("taxonomies");
        for (Framework framework : frameworks) {
            json.writeStartObject();
            json.writeStringProperty("name", framework.id());
            json.writeStringProperty("fullName", framework.title());
            if (Rules.isPage(framework.source())) {
                json.writeStringProperty("informationUri", framework.source());
            }
            Message.write(json, "shortDescription", framework.title());
            json.writeArrayPropertyStart("taxa");
            for (Framework.Control control : framework.controls()) {
                json.writeStartObject();
                json.writeStringProperty("id", control.id());
                Message.write(json, "shortDescription", control.title());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void component(JsonGenerator json, int taxonomy) {
        json.writeStringProperty("name", frameworks.get(taxonomy).id());
        json.writeNumberProperty("index", taxonomy);
    }
}

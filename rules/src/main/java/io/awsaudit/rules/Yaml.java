package io.awsaudit.rules;

import io.awsaudit.inventory.snapshot.InventoryJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads YAML strictly: unknown and duplicate keys are mistakes, named with their line. */
final class Yaml {
    static final YAMLMapper MAPPER = InventoryJson.configure(YAMLMapper.builder())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private Yaml() {}

    /**
     * Reads a text.
     *
     * @throws CatalogException naming the file and line
     */
    static <T> T read(String text, TypeReference<T> type, String file) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new CatalogException(java.util.List.of(
                    file + (place == null ? "" : ", line " + place.getLineNr()) + ": " + e.getOriginalMessage()));
        }
    }
}

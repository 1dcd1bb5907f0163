package io.awsaudit.rules;

import io.awsaudit.inventory.snapshot.InventoryJson;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes what was YAML once, and was packed as JSON when the program was built, so that no start loads a parser of YAML. */
final class PackedMetadata {
    static final JsonMapper MAPPER = InventoryJson.configure(JsonMapper.builder())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private PackedMetadata() {}

    /**
     * Reads a file that was packed.
     *
     * @throws CatalogException naming the file
     */
    static <T> T read(String text, TypeReference<T> type, String file) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw new CatalogException(List.of(file + ": " + InventoryJson.reason(e) + "."));
        }
    }
}

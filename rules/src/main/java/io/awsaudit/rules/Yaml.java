package io.awsaudit.rules;

import io.awsaudit.inventory.snapshot.InventoryJson;
import io.awsaudit.rules.text.TextException;
import io.awsaudit.rules.text.YamlText;
import java.util.List;
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
     * Reads a file of the program's own, which is trusted.
     *
     * @throws CatalogException naming the file and line
     */
    static <T> T read(String text, TypeReference<T> type, String file) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            return readUntrusted(text, type, file);
        }
    }

    /**
     * Reads a user's file.
     *
     * @throws CatalogException naming the file and line
     */
    static <T> T readUntrusted(String text, TypeReference<T> type, String file) {
        try {
            return new YamlText(file, text).read(MAPPER, type);
        } catch (TextException e) {
            throw new CatalogException(List.of(String.valueOf(e.getMessage())));
        }
    }
}

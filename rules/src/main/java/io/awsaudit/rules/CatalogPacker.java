package io.awsaudit.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * Packs the built-in checks' metadata into one file, when the program is built: reading hundreds of files of YAML would be the
 * largest part of a start. What each rule matches goes along, read off the compiled rules; and rules that users' rules may
 * build on, as they are.
 */
final class CatalogPacker {
    private CatalogPacker() {}

    /**
     * Packs a folder.
     *
     * @param arguments the folder of compiled classes and resources, which the packed file is written into
     * @throws CatalogException when a file is no YAML, naming the line
     */
    public static void main(String... arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Map<String, String> packed = new TreeMap<>();
        for (String folder : Source.FOLDERS) {
            if (Files.isDirectory(classes.resolve(folder))) {
                try (Stream<Path> files = Files.walk(classes.resolve(folder))) {
                    files.filter(Files::isRegularFile).forEach(file -> pack(classes, file, packed));
                }
            }
        }
        if (packed.isEmpty()) {
            throw new CatalogException(List.of("There are no checks in " + classes + "."));
        }
        packed.put(Source.READINGS, PackedMetadata.MAPPER.writeValueAsString(BuiltInRules.read()));
        Path target = classes.resolve(Source.PACKED.substring(1));
        Files.createDirectories(target.getParent());
        Files.write(target, PackedMetadata.MAPPER.writeValueAsBytes(packed));
    }

    private static void pack(Path classes, Path file, Map<String, String> packed) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        try {
            if (name.endsWith(".yaml")) {
                String text = Files.readString(file);
                packed.put(
                        name,
                        PackedMetadata.MAPPER.writeValueAsString(
                                Yaml.read(text, new TypeReference<JsonNode>() {}, name)));
            } else if (name.startsWith("derived/") && name.endsWith(".drl")) {
                packed.put(name, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

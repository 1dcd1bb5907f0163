package io.awsaudit.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * Makes the {@link PackedCatalog} out of the built-in files and compiled rules, when the program is built, and looks for mistakes
 * in them: to read hundreds of files of YAML, and to find out what rules match, would be the largest part of a start.
 */
final class CatalogPacker {
    /** Samples of events, which are read when a rule asks for them, and need no reader of YAML then. */
    private static final String EVENT_TOPICS = "io/awsaudit/rules/monitoring/topics.yaml";

    private CatalogPacker() {}

    /**
     * Packs a folder.
     *
     * @param arguments the folder of compiled classes and resources, which the packed file is written into
     * @throws CatalogException when the files have mistakes, naming each
     */
    public static void main(String... arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Map<String, String> files = new TreeMap<>();
        for (String folder : Source.FOLDERS) {
            if (Files.isDirectory(classes.resolve(folder))) {
                try (Stream<Path> found = Files.walk(classes.resolve(folder))) {
                    found.filter(CatalogPacker::isText).forEach(file -> files.put(name(classes, file), text(file)));
                }
            }
        }
        Source source = Source.builtIn(files);
        List<String> problems = new ArrayList<>();
        List<Check> checks = CatalogReader.checks(source, problems, new HashMap<>());
        if (checks.isEmpty()) {
            problems.add("There are no checks in " + classes + ".");
        }
        List<RuleBase.Derivation> derivations = CatalogReader.derivations(source, problems);
        List<Framework> frameworks = CatalogReader.frameworks(source, checks, problems);
        files.keySet().removeIf(name -> !PackedCatalog.keepsText(name));
        PackedCatalog packed = new PackedCatalog(checks, derivations, frameworks, BuiltInRules.read(), files);
        Catalog.of(packed).verified(problems);
        Path target = classes.resolve(PackedCatalog.PLACE.substring(1));
        Files.createDirectories(target.getParent());
        Files.write(target, packed.bytes());
        Path topics = classes.resolve(EVENT_TOPICS);
        Files.writeString(
                topics.resolveSibling("topics.json"),
                Yaml.read(Files.readString(topics), new TypeReference<JsonNode>() {}, EVENT_TOPICS)
                        .toString());
    }

    private static boolean isText(Path file) {
        return file.toString().endsWith(".yaml") || file.toString().endsWith(".drl");
    }

    private static String name(Path classes, Path file) {
        return classes.relativize(file).toString().replace('\\', '/');
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.awsaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the check reference in {@code docs/checks} to the checks; {@code -Dawsaudit.update=true} writes it anew.
 */
class CheckPagesTest {
    private static final Path DOCS = Path.of("..", "docs", "checks");

    @Test
    void theReferenceSaysWhatTheChecksSay() throws IOException {
        Catalog catalog = Catalog.builtIn();
        Map<String, String> expected =
                new CheckPages(catalog, new CaseRunner(catalog).read(Path.of("src/test/resources"))).pages();
        if (Boolean.getBoolean("awsaudit.update")) {
            write(expected);
        }
        assertThat(existing())
                .as("docs/checks; './mvnw -pl rules -am test -Dtest=CheckPagesTest -Dawsaudit.update=true "
                        + "-Dsurefire.failIfNoSpecifiedTests=false' writes it anew")
                .isEqualTo(expected);
    }

    private static void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(DOCS);
        for (String stale : existing().keySet()) {
            if (!pages.containsKey(stale)) {
                Files.delete(DOCS.resolve(stale));
            }
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(DOCS.resolve(page.getKey()), page.getValue());
        }
    }

    private static Map<String, String> existing() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        if (Files.isDirectory(DOCS)) {
            try (Stream<Path> files = Files.list(DOCS)) {
                for (Path file : files.toList()) {
                    pages.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return pages;
    }
}

package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Expected lines, kept in a file; {@code -Dawsaudit.update=true} writes them anew, to be read in the diff. */
final class Golden {
    static final boolean UPDATE = Boolean.getBoolean("awsaudit.update");

    private Golden() {}

    static void assertThatLinesAre(String name, List<String> lines) {
        Path file = Path.of("src/test/resources/golden", name + ".txt");
        try {
            if (UPDATE) {
                Files.createDirectories(file.getParent());
                Files.write(file, lines);
            }
            assertThat(lines).containsExactlyElementsOf(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

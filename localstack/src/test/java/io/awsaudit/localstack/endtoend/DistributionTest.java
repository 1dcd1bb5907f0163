package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the distribution is made of. */
final class DistributionTest {
    private static final Path LIB =
            Path.of(System.getProperty("awsaudit.distribution"), "lib").normalize();

    /** The first version whose classes the JVM keeps in an archive: Java 6's. */
    private static final int KEPT = 50;

    /** What reads users' rules, and is in no archive: only they wait for it. */
    private static final String OF_OWN_RULES = "antlr-runtime";

    @Test
    void classesAreOfVersionsThatAnArchiveKeeps() throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(LIB)) {
            jars = files.filter(file -> !file.getFileName().toString().startsWith(OF_OWN_RULES))
                    .toList();
        }
        assertThat(jars).hasSizeGreaterThan(50).anyMatch(jar -> jar.toString().contains("picocli-"));
        for (Path file : jars) {
            try (JarFile jar = new JarFile(file.toFile())) {
                for (JarEntry entry : jar.stream()
                        .filter(entry -> entry.getName().endsWith(".class"))
                        .toList()) {
                    try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
                        in.skipNBytes(Integer.BYTES + Short.BYTES);
                        assertThat(in.readUnsignedShort())
                                .as(file.getFileName() + ": " + entry.getName())
                                .isGreaterThanOrEqualTo(KEPT);
                    }
                }
            }
        }
    }
}

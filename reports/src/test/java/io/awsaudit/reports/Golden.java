package io.awsaudit.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.rules.AuditResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What formats make of a result, and the files that say what they should. */
public final class Golden {
    private Golden() {}

    /** Returns a report as text. */
    public static String text(Reporter reporter, AuditResult result) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            reporter.write(result, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Asserts that text is that of a file in {@code src/test/resources/golden}; {@code -Dgolden=write} writes it there. */
    public static void assertThatTextIs(String file, String text) {
        Path golden = Path.of("src/test/resources/golden", file);
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, text);
            }
            assertThat(text).isEqualTo(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

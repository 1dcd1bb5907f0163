package io.awsaudit.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the table of calls to what collectors declare; {@code -Dawsaudit.update=true} writes it anew. */
final class CallTableTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "calls.md");

    @Test
    void theTableSaysWhatTheCollectorsDeclare() throws IOException {
        String expected = new CallTable().page();
        if (Boolean.getBoolean("awsaudit.update")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE)
                .as("'./mvnw -pl scanner/collectors -am test -Dtest=CallTableTest -Dawsaudit.update=true "
                        + "-Dsurefire.failIfNoSpecifiedTests=false' writes it anew")
                .content()
                .isEqualTo(expected);
    }
}

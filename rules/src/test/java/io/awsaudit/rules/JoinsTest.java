package io.awsaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Drools finds equal values in an index where a property stands on the left, and tries each pair where a call does. */
class JoinsTest {
    private static final Path RULES = Path.of("src/main/resources");
    private static final Pattern CALL_ON_THE_LEFT = Pattern.compile("\\)\\s*==\\s*\\$");

    @Test
    void noRuleJoinsByTheResultOfACall() throws IOException {
        try (Stream<Path> files = Files.walk(RULES)) {
            List<String> offenders = files.filter(file -> file.toString().endsWith(".drl"))
                    .flatMap(file -> lines(file)
                            .filter(line -> CALL_ON_THE_LEFT.matcher(line).find())
                            .map(line -> RULES.relativize(file) + ": " + line.strip()))
                    .toList();
            assertThat(offenders).isEmpty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

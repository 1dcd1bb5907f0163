package io.awsaudit.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every format. */
class ReportersTest {
    static List<String> formats() {
        return Reporters.formats();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFormatIsFoundByItsName(String format) {
        assertThat(Reporters.of(format, Choices.PLAIN)).map(Reporter::format).hasValue(format);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSameResultGivesTheSameBytes(String format) {
        Reporter reporter = Reporters.of(format, Choices.PLAIN).orElseThrow();
        assertThat(Golden.text(reporter, Samples.small())).isEqualTo(Golden.text(reporter, Samples.small()));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void nothingFromAnAccountActsOnATerminalOrHides(String format) {
        Reporter reporter = Reporters.of(format, Choices.PLAIN).orElseThrow();
        String text = Golden.text(reporter, Samples.hostile());
        assertThat(text.lines().filter(line -> !Text.visible(line).equals(line)))
                .isEmpty();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    }
}

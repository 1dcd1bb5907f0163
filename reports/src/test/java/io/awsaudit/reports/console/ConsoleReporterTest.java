package io.awsaudit.reports.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConsoleReporterTest {
    static Stream<AuditResult> results() {
        return Stream.of(Samples.small(), Samples.hostile(), Samples.large(2_000));
    }

    @Test
    void theSmallResultLooksLikeThis() {
        Golden.assertThatTextIs("summary.txt", Golden.text(new ConsoleReporter(false), Samples.small()));
    }

    @ParameterizedTest
    @MethodSource("results")
    void linesFitATerminalAndEndWithoutSpace(AuditResult result) {
        assertThat(Golden.text(new ConsoleReporter(false), result).lines())
                .hasSizeLessThan(64)
                .allSatisfy(line -> {
                    assertThat(line).doesNotEndWith(" ");
                    assertThat(Width.of(line)).isLessThanOrEqualTo(120);
                });
    }

    @ParameterizedTest
    @MethodSource("results")
    void colourChangesNothingElse(AuditResult result) {
        String coloured = Golden.text(new ConsoleReporter(true), result);
        assertThat(coloured).contains("\u001b[");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(Golden.text(new ConsoleReporter(false), result));
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "日本, 4", "e\u0301, 1", "😀, 2", "עברית, 5"})
    void widthIsThatOfTheTerminal(String text, int columns) {
        assertThat(Width.of(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"abcdef, 6, abcdef", "abcdefg, 6, abc...", "日本語日本語, 8, 日本..."})
    void longTextIsCutByColumns(String text, int columns, String shown) {
        assertThat(Width.cut(text, columns)).isEqualTo(shown);
    }
}

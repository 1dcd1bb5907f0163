package io.awsaudit.reports.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.reports.Choices;
import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Grouping;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.SuppressionUse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConsoleReporterTest {
    private static final LocalDate LAST = LocalDate.of(2026, 1, 10);

    static Stream<AuditResult> results() {
        return Stream.of(Samples.small(), Samples.hostile(), Samples.large(2_000));
    }

    static Stream<Arguments> resultsAndChoices() {
        return results()
                .flatMap(result -> Stream.of(60, 80, 100, 120)
                        .flatMap(columns -> Stream.of(
                                        Optional.<Grouping>empty(),
                                        Optional.of(Grouping.RESOURCE),
                                        Optional.of(Grouping.CHECK))
                                .map(grouping -> Arguments.of(result, columns, grouping))));
    }

    @Test
    void theSmallResultLooksLikeThis() {
        Golden.assertThatTextIs("summary.txt", Golden.text(new ConsoleReporter(Choices.PLAIN), Samples.small()));
    }

    @ParameterizedTest
    @MethodSource("results")
    void theSummaryFitsAScreen(AuditResult result) {
        assertThat(Golden.text(new ConsoleReporter(Choices.PLAIN), result).lines())
                .hasSizeLessThan(75);
    }

    @ParameterizedTest
    @MethodSource("resultsAndChoices")
    void linesFitTheTerminalAndEndWithoutSpace(AuditResult result, int columns, Optional<Grouping> grouping) {
        assertThat(Golden.text(new ConsoleReporter(new Choices(false, false, columns, grouping)), result)
                        .lines())
                .allSatisfy(line -> {
                    assertThat(line).doesNotEndWith(" ");
                    assertThat(Width.of(line)).isLessThanOrEqualTo(columns);
                });
    }

    @Test
    void aSmallResultFitsFortyColumns() {
        for (AuditResult result : List.of(Samples.small(), Samples.hostile())) {
            assertThat(Golden.text(new ConsoleReporter(new Choices(false, false, 40, Optional.empty())), result)
                            .lines())
                    .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(40));
        }
    }

    @ParameterizedTest
    @MethodSource("results")
    void colourChangesNothingElse(AuditResult result) {
        String coloured = Golden.text(new ConsoleReporter(new Choices(false, true)), result);
        assertThat(coloured).contains("\u001b[");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(Golden.text(new ConsoleReporter(Choices.PLAIN), result));
    }

    @ParameterizedTest
    @EnumSource(Grouping.class)
    void aGroupingListsEveryFailureByItsFingerprint(Grouping grouping) {
        AuditResult result = Samples.large(2_000);
        String text = Golden.text(new ConsoleReporter(new Choices(false, false, 100, Optional.of(grouping))), result);
        List<Finding> failures =
                result.findings().stream().filter(Finding::isOpenFailure).toList();
        assertThat(failures).hasSizeGreaterThan(100);
        assertThat(text.lines()
                        .filter(line -> line.matches("  [0-9a-f]{12}  .*"))
                        .map(line -> line.substring(2, 14)))
                .containsExactlyInAnyOrderElementsOf(failures.stream()
                        .map(finding -> finding.fingerprint().substring(0, 12))
                        .toList());
    }

    @Test
    void suppressionsThatNeedSomebodyAreNamed() {
        String text = Golden.text(
                new ConsoleReporter(Choices.PLAIN),
                with(
                        new SuppressionUse(suppression("ended"), 0, OptionalLong.of(-1), true),
                        new SuppressionUse(suppression("last-day"), 3, OptionalLong.of(0), true),
                        new SuppressionUse(suppression("soon"), 3, OptionalLong.of(14), true),
                        new SuppressionUse(suppression("later"), 3, OptionalLong.of(15), true),
                        new SuppressionUse(suppression("unused"), 0, OptionalLong.empty(), true),
                        new SuppressionUse(suppression("not-asked"), 0, OptionalLong.empty(), false)));
        assertThat(text).contains("""

                Suppressions
                  ended     ended on arn:aws:s3:::logs
                            me, ended on 2026-01-10: covers nothing any more
                  ends soon last-day on arn:aws:s3:::logs
                            me, ends today, on 2026-01-10
                  ends soon soon on arn:aws:s3:::logs
                            me, ends in 14 days, on 2026-01-10
                  unused    unused on arn:aws:s3:::logs
                            me, covers nothing: remove it, or mend its pattern
                """).doesNotContain("later on", "not-asked");
    }

    private static Suppression suppression(String check) {
        return new Suppression(
                check, "arn:aws:s3:::logs", Optional.empty(), Optional.empty(), "reason", "me", Optional.of(LAST));
    }

    private static AuditResult with(SuppressionUse... uses) {
        AuditResult small = Samples.small();
        return new AuditResult(
                small.toolVersion(),
                small.asOf(),
                small.accounts(),
                small.coverage(),
                small.checks(),
                small.frameworks(),
                small.findings(),
                small.resources(),
                List.of(uses),
                small.comparison(),
                small.inventory());
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "日本, 4", "e\u0301, 1", "😀, 2", "עברית, 5"})
    void widthIsThatOfTheTerminal(String text, int columns) {
        assertThat(Width.of(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"abcdef, 6, abcdef", "abcdefg, 6, abc...", "日本語日本語, 8, 日本...", "abcdef, 2, .."})
    void longTextIsCutByColumns(String text, int columns, String shown) {
        assertThat(Width.cut(text, columns)).isEqualTo(shown);
    }
}

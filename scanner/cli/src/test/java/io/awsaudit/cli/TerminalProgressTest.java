package io.awsaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalProgressTest {
    private static final TerminalProgress.Moment NOW = new TerminalProgress.Moment(
            new Progress.Unit("111122223333", "eu-central-1", "ec2"), 123, 496, 1_234, 549, Duration.ofSeconds(62));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "119 | 111122223333  eu-central-1 ec2  [##----------]  123/496  373 left  1,234 calls  549 resources  1:02",
                "79 | 111122223333  eu-central-1 ec2  123/496  373 left  1,234 calls  1:02",
                "39 | eu-central-1 ec2  123/496  1:02",
                "20 | 123/496",
                "3 | ''",
            })
    void theLineHoldsWhatMattersMostInTheColumnsThereAre(int columns, String line) {
        assertThat(TerminalProgress.line(NOW, columns)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 30, 40, 60, 79, 100, 200})
    void theLineNeverWraps(int columns) {
        assertThat(TerminalProgress.line(NOW, columns)).hasSizeLessThanOrEqualTo(columns);
    }

    @Test
    void aLogSaysWhatIsWaitedFor() {
        assertThat(TerminalProgress.sentence(NOW))
                .isEqualTo("123 of 496 units read, 373 left, 1,234 calls, 549 resources, 1:02 so far;"
                        + " waiting for ec2 in eu-central-1 of 111122223333");
    }

    @Test
    void aShortCollectionSaysNothingWhereThereIsNoTerminal() {
        StringWriter err = new StringWriter();
        Progress progress = TerminalProgress.on(new PrintWriter(err), false);
        progress.started(1, new Progress.Tally() {
            @Override
            public int units() {
                return 0;
            }

            @Override
            public int resources() {
                return 0;
            }

            @Override
            public long calls() {
                return 0;
            }
        });
        progress.finished();
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, A, a, true",
        "false, A, a, false",
        "true, NO_COLOR, 1, false",
        "true, TERM, dumb, false",
        "true, TERM, xterm, true",
        "true, CLICOLOR, 0, false",
        "false, CLICOLOR_FORCE, 1, true",
        "false, CLICOLOR_FORCE, 0, false",
    })
    void coloursAreShownOnTerminalsUnlessSomebodySaysOtherwise(
            boolean terminal, String variable, String value, boolean shown) {
        assertThat(Terminal.showsColours(Map.of(variable, value), terminal)).isEqualTo(shown);
    }
}

package io.awsaudit.inventory.cloudwatchlogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogRegexTest {
    private static final String[] TEXTS = {
        "",
        "a",
        "aa",
        "aaaa",
        "ab",
        "b",
        "Create",
        "CreateTrail",
        "create",
        "2026-01-01",
        "a.b",
        "x\ny",
        "[a]",
        "a|b",
        "\u00e9t\u00e9"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "^a",
                "a$",
                "^a$",
                "^$",
                "a*",
                "a+b",
                "^a?b$",
                "a{2}",
                "^a{2,3}$",
                "^a{2,}$",
                "^a{0,1}$",
                "a{0}",
                ".",
                "^.{3}$",
                "a|b",
                "^a|b$",
                "|",
                "[ab]",
                "[^ab]",
                "^[A-Z][a-z]+$",
                "\\d{4}-\\d{2}",
                "\\w+\\.\\w",
                "\\[a\\]",
                "a\\|b",
                "\\S\\s\\S",
                "^Create",
                "\\x61",
                "[\\d-]+",
                "[a&b]",
                "a*?b",
                ".*.*.*Trail",
                "\\W"
            })
    void itFindsWhatJavaFinds(String expression) {
        for (String text : TEXTS) {
            assertThat(LogRegex.of(expression).isIn(text))
                    .as("%s in %s", expression, text)
                    .isEqualTo(Pattern.compile(expression, Pattern.DOTALL)
                            .matcher(text)
                            .find());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a)", "[", "[]", "[[a]]", "[a&&b]", "*a", "+", "a**", "a{3,2}", "{", "a^b", "a$b", "\\", "a{9999}", ")"
            })
    void whatCloudWatchLogsDoesNotKnowIsRefused(String expression) {
        assertThatIllegalArgumentException().isThrownBy(() -> LogRegex.of(expression));
    }

    @Test
    void noExpressionTakesForEver() {
        String text = "a".repeat(4_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(LogRegex.of("a*".repeat(500) + "b").isIn(text)).isFalse();
            assertThat(LogRegex.of("a{0,100}".repeat(15) + "b").isIn(text)).isFalse();
            assertThat(LogRegex.of("[" + "a".repeat(9_000) + "]+$").isIn(text)).isTrue();
            assertThat(FilterPattern.parse("{ $.a = %" + "[".repeat(9_000) + "% }"))
                    .isInstanceOf(FilterPattern.NotUnderstood.class);
        });
    }

    @Test
    void aPatternOfAnyLengthIsReadOrRefused() {
        assertThat(FilterPattern.parse("{ " + "$.a = 1 || ".repeat(900) + "$.a = 1 }"))
                .isInstanceOf(FilterPattern.Or.class);
        assertThat(FilterPattern.parse("{ " + "$.a = 1 || ".repeat(1_000_000) + "$.a = 1 }"))
                .isInstanceOf(FilterPattern.NotUnderstood.class);
    }
}

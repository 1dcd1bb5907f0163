package io.awsaudit.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Größe 日本語 😀", "a b"})
    void textThatHidesNothingStaysAsItIs(String text) {
        assertThat(Text.visible(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, '\n', 0x1b, 0x7f, 0x9b, 0x200b, 0x202e, 0x2028, 0x2066, 0xfeff, 0xd800, 0xdfff, 0xe0041})
    void whatActsOrHidesIsSpelledOut(int point) {
        String escape = point > 0xffff ? String.format("\\u{%x}", point) : String.format("\\u%04x", point);
        assertThat(Text.visible("a" + Character.toString(point) + "b")).isEqualTo("a" + escape + "b");
    }
}

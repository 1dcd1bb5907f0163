package io.awsaudit.rules.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class YamlListTest {

    /** What is there, and what is there with one more entry. */
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", "list:\n  - check: new\n    reason: fine\n"),
                Arguments.of("# only a comment\n", "# only a comment\n\nlist:\n  - check: new\n    reason: fine\n"),
                Arguments.of("---\nprofile: prod", "---\nprofile: prod\n\nlist:\n  - check: new\n    reason: fine\n"),
                Arguments.of(
                        "profile: prod # mine\n", "profile: prod # mine\n\nlist:\n  - check: new\n    reason: fine\n"),
                Arguments.of(
                        "list:\n  - check: old # why\n\nother: 1\n",
                        "list:\n  - check: old # why\n  - check: new\n    reason: fine\n\nother: 1\n"),
                Arguments.of(
                        "list:\n- check: old\n  reason: |\n    long\n    text\nother: 1\n",
                        "list:\n- check: old\n  reason: |\n    long\n    text\n- check: new\n  reason: fine\nother: 1\n"),
                Arguments.of(
                        "list:\n    - {check: old}\n    # the next part\nother: 1",
                        "list:\n    - {check: old}\n    - check: new\n      reason: fine\n    # the next part\nother: 1"),
                Arguments.of(
                        "list:\n  - check: old\n    # until the audit\n# the next part\nother: 1",
                        "list:\n  - check: old\n    # until the audit\n  - check: new\n    reason: fine\n"
                                + "# the next part\nother: 1"),
                Arguments.of("list:\n  - check: old", "list:\n  - check: old\n  - check: new\n    reason: fine\n"),
                Arguments.of("list: []\nother: 1", "list:\n  - check: new\n    reason: fine\nother: 1"),
                Arguments.of(
                        "list: [] # none yet\nother: 1",
                        "list: # none yet\n  - check: new\n    reason: fine\nother: 1"),
                Arguments.of("list:\nother: 1", "list:\n  - check: new\n    reason: fine\nother: 1"),
                Arguments.of("list: # none\nother: 1", "list: # none\n  - check: new\n    reason: fine\nother: 1"),
                Arguments.of("list: null\n", "list:\n  - check: new\n    reason: fine\n"),
                Arguments.of("list: [{check: old}] # x", "list: [{check: old}, {check: new, reason: fine}] # x"),
                Arguments.of(
                        "list: [\n  {check: old}, # x\n  {check: b},\n]\n",
                        "list: [\n  {check: old}, # x\n  {check: b},\n  {check: new, reason: fine},\n]\n"),
                Arguments.of(
                        "list:\r\n  - check: old\r\nother: 1\r\n",
                        "list:\r\n  - check: old\r\n  - check: new\r\n    reason: fine\r\nother: 1\r\n"),
                Arguments.of(
                        "# \ud83d\ude00 \ud83d\ude00 \ud83d\ude00\nlist:\n  - check: \ud83d\ude00 # \u00e9\nother: \ud83d\ude00",
                        "# \ud83d\ude00 \ud83d\ude00 \ud83d\ude00\nlist:\n  - check: \ud83d\ude00 # \u00e9\n  - check: new\n"
                                + "    reason: fine\nother: \ud83d\ude00"),
                Arguments.of(
                        "list:\n  - a: {list: [1]}\n    b: [c]\nlast: {list: []}",
                        "list:\n  - a: {list: [1]}\n    b: [c]\n  - check: new\n    reason: fine\nlast: {list: []}"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anEntryIsAddedAndNothingElseChanges(String before, String after) {
        assertThat(YamlList.append("x.yaml", before, "list", entry("fine"))).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain words, with a comma: and a colon",
                "* ? & ! | > % @ `",
                "it's \"quoted\" \\ twice",
                "# no comment",
                "text # no comment",
                "ends with a colon:",
                "- no list",
                "true",
                "No",
                "~",
                "",
                " ",
                " space before and behind ",
                "012",
                "1e3",
                "2026-01-01",
                "12:30:45",
                "{a: b}, [c]",
                "a line\nand another\r\n\tand more",
                "\u001b[31mred\u0007 \u202eabc \u200b \ufeff \u0085 \u2028",
                "\ud83d\ude00 \u65e5\u672c\u8a9e \u05e2\u05d1\u05e8\u05d9\u05ea",
                "arn:aws:s3:::bucket-*",
                "arn:aws:logs:eu-west-1:111122223333:log-group:/x:*",
                "---",
                "...",
                "<<",
                "=",
                "\u00a0",
            })
    void anyTextComesBackAsItWent(String hostile) {
        for (String before : new String[] {"list:\n  - a: b\n", "list: [{a: b}]", ""}) {
            String after = YamlList.append("x.yaml", before, "list", entry(hostile));
            JsonNode list = new YamlText("x.yaml", after).tree().get("list");
            assertThat(list.get(list.size() - 1).get("reason").asString()).isEqualTo(hostile);
            assertThat(after.codePoints().filter(Character::isISOControl).filter(c -> c != '\n'))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:s3:::www.example.com",
                "s3-bucket-*",
                "platform@example.com",
                "Public by design (SEC-123)"
            })
    void whatNeedsNoQuotesGetsNone(String text) {
        assertThat(YamlList.append("x.yaml", "", "list", entry(text))).contains("reason: " + text + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{other: 1}", "other: 1\n...\n", "{list: [a]}"})
    void whatCannotBeAddedToIsLeftToPeople(String before) {
        assertThatThrownBy(() -> YamlList.append("x.yaml", before, "list", entry("fine")))
                .isInstanceOf(TextException.class)
                .hasMessageContaining("by hand: {check: new, reason: fine}");
    }

    @Test
    void somethingElseUnderTheKeyIsRefused() {
        assertThatThrownBy(() -> YamlList.append("x.yaml", "a: 1\nlist: {b: c}\n", "list", entry("fine")))
                .isInstanceOf(TextException.class)
                .hasMessage("x.yaml, line 2: 'list' must be a list.");
    }

    private static Map<String, String> entry(String reason) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("check", "new");
        entry.put("reason", reason);
        return entry;
    }
}

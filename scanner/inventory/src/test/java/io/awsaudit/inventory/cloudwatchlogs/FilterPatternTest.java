package io.awsaudit.inventory.cloudwatchlogs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FilterPatternTest {
    private static final JsonNode EVENT = new JsonMapper().readTree("""
            {"eventName": "CreateTrail", "eventSource": "cloudtrail.amazonaws.com", "sourceIPAddress": "198.51.100.7",
             "readOnly": false, "size": 7, "ratio": 1.5, "nothing": null, "mixed-name": "x", "count": "12",
             "userIdentity": {"type": "IAMUser", "sessionContext": {"attributes": {"mfaAuthenticated": "true"}}},
             "resources": [{"type": "A"}, {"type": "B"}], "numbers": [4, 5]}""");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ $.eventName = CreateTrail }",
                "{$.eventName=CreateTrail}",
                "{ $.eventName = \"CreateTrail\" }",
                "{ ($.eventName = CreateTrail) }",
                "{ (($.eventName = CreateTrail)) || ($.eventName = UpdateTrail) }",
                "{ ($.eventName = UpdateTrail) || ($.eventName = CreateTrail) }",
                "{ $.eventName = UpdateTrail || $.eventName = CreateTrail && $.size = 7 }",
                "{ $.eventName = CreateTrail || $.eventName = UpdateTrail && $.size = 8 }",
                "{ $.eventName = \"Create*\" }",
                "{ $.eventName = *Trail }",
                "{ $.eventName = C*e*l }",
                "{ $.eventName = * }",
                "{ $.eventName != UpdateTrail }",
                "{ $.eventName = %^Create[A-Z]% }",
                "{ $.eventSource = cloudtrail.amazonaws.com }",
                "{ $.sourceIPAddress = 198.51.* }",
                "{ $.userIdentity.type = \"IAMUser\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType NOT EXISTS }",
                "{ $.userIdentity.sessionContext.attributes.mfaAuthenticated = \"true\" }",
                "{ $.userIdentity.sessionContext.attributes.mfaAuthenticated EXISTS }",
                "{ $.readOnly IS FALSE }",
                "{ $.readOnly is false }",
                "{ $.readOnly = false }",
                "{ $.nothing IS NULL }",
                "{ $.size = 7 }",
                "{ $.size >= 7 && $.size <= 7 && $.size > 6.9 && $.size < 1e3 }",
                "{ $.ratio = 1.5 }",
                "{ $.ratio != 1 }",
                "{ $.count = 12 }",
                "{ $.resources[0].type = A }",
                "{ $.resources[*].type = B }",
                "{ $.numbers[1] = 5 }",
                "{ $['mixed-name'] = x }",
                "{ $.mixed-name = x }",
                "",
                "   ",
                "CreateTrail",
                "\"cloudtrail.amazonaws.com\" CreateTrail",
                "?Nonsense ?CreateTrail",
                "CreateTrail -DeleteTrail",
                "%Create.r%",
            })
    void matches(String pattern) {
        assertThat(FilterPattern.parse(pattern)).isNotInstanceOf(FilterPattern.NotUnderstood.class);
        assertThat(FilterPattern.parse(pattern).matches(EVENT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ $.eventName = UpdateTrail }",
                "{ $.eventName = createtrail }",
                "{ $.eventName = Create }",
                "{ $.eventName = *Create }",
                "{ $.eventName = Create*Create }",
                "{ $.eventName != CreateTrail }",
                "{ $.eventName != \"Create*\" }",
                "{ ($.eventName = CreateTrail || $.eventName = UpdateTrail) && $.size = 8 }",
                "{ $.eventName = CreateTrail && $.userIdentity.type = Root }",
                "{ $.missing = * }",
                "{ $.missing != x }",
                "{ $.missing IS NULL }",
                "{ $.nothing NOT EXISTS }",
                "{ $.nothing = * }",
                "{ $.nothing != x }",
                "{ $.eventName NOT EXISTS }",
                "{ $.readOnly IS TRUE }",
                "{ $.userIdentity = * }",
                "{ $.size < 7 }",
                "{ $.size > 7 }",
                "{ $.count > 1 }",
                "{ $.eventName = %^Trail% }",
                "{ $.resources[2].type = A }",
                "{ $.resources[*].type = C }",
                "{ $.eventName[0] = C }",
                "Create",
                "CreateTrail -cloudtrail",
                "CreateTrail DeleteTrail",
                "?Nonsense",
            })
    void doesNotMatch(String pattern) {
        assertThat(FilterPattern.parse(pattern)).isNotInstanceOf(FilterPattern.NotUnderstood.class);
        assertThat(FilterPattern.parse(pattern).matches(EVENT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{ $.a }",
                "{ $.a = }",
                "{ $.a = b",
                "{ ($.a = b }",
                "{ $.a = b) }",
                "{ $.a = \"b }",
                "{ $.a == b }",
                "{ $.a < b }",
                "{ $.a = b || }",
                "{ a = b }",
                "{ $ = b }",
                "{ $.a[x] = b }",
                "{ $.a IS b }",
                "{ $.a NOT b }",
                "{ $.a = %(b)% }",
                "{ $.a = %[% }",
                "{ $.a = b } c",
                "[ip, user, ...]",
                "\"open"
            })
    void isNotUnderstood(String pattern) {
        assertThat(FilterPattern.parse(pattern)).isInstanceOf(FilterPattern.NotUnderstood.class);
        assertThat(FilterPattern.parse(pattern).matches(EVENT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'{ $.a = b', expected } at character 10", "'{ $.a ~ b }', expected an operator at character 7"})
    void saysWhatIsWrongWhere(String pattern, String reason) {
        assertThat(FilterPattern.parse(pattern)).isEqualTo(new FilterPattern.NotUnderstood(reason));
    }

    @Test
    void nestingWithoutEndIsNotUnderstood() {
        assertThat(FilterPattern.parse("{" + "(".repeat(100_000))).isInstanceOf(FilterPattern.NotUnderstood.class);
    }
}

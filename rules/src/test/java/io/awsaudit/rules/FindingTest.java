package io.awsaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Wildcard;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {
    private static final Arn ARN = new Arn("arn:aws:s3:::b");

    @Test
    void whatWasSeenIsBoundedAndSaysSo() {
        assertThat(new Evidence(ARN, "policy", "x".repeat(10_000_000)).seen())
                .hasSizeLessThan(5_000)
                .endsWith("(cut, 10,000,000 characters)");
        Finding finding = finding(
                "y".repeat(10_000_000),
                IntStream.range(0, 100_000)
                        .mapToObj(i -> new Evidence(ARN, "policy", "statement " + i))
                        .toList());
        assertThat(finding.message()).hasSizeLessThan(5_000).endsWith("(cut, 10,000,000 characters)");
        assertThat(finding.evidence()).hasSize(100);
        assertThat(finding.evidence().get(99).seen()).isEqualTo("and 99901 more, which are left out");
    }

    @Test
    void whatIsShortStaysWhole() {
        List<Evidence> evidence = IntStream.range(0, 100)
                .mapToObj(i -> new Evidence(ARN, "policy", "statement " + i))
                .toList();
        assertThat(finding("message", evidence).evidence()).isEqualTo(evidence);
    }

    @ParameterizedTest
    @CsvSource({
        "*, '', true",
        "a*b, ab, true",
        "a*b, axxb, true",
        "a*b, axxc, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "A, a, false",
        "'', '', true",
        "'', a, false",
        "*-*-*, a-b-c, true",
        "a.c, abc, false"
    })
    void starsAndQuestionMarksStandForCharacters(String pattern, String name, boolean matches) {
        assertThat(Wildcard.matches(pattern, name)).isEqualTo(matches);
    }

    @Test
    void noPatternTakesForEver() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(Wildcard.matches("*a".repeat(1_000) + "b", "a".repeat(20_000)))
                        .isFalse());
    }

    private static Finding finding(String message, List<Evidence> evidence) {
        return new Finding(
                "s3-bucket-x",
                Verdict.FAIL,
                Severity.LOW,
                new Finding.Subject(ARN, "AWS::S3::Bucket", "111122223333", "global", "b", Map.of()),
                message,
                evidence,
                List.of(),
                List.of(),
                "f",
                Optional.empty());
    }
}

package io.awsaudit.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.account.Region;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Evidence;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void noTextOfAnAccountMakesAReportLarge(String format) {
        String huge = "\u202e<script>".repeat(1_250_000);
        Arn arn = new Arn("arn:aws:s3:::" + huge);
        Gap gap = new Gap(Gap.Cause.FAILED, huge, Optional.empty(), huge);
        AuditResult tame = Samples.small();
        AuditResult result = new AuditResult(
                tame.toolVersion(),
                tame.asOf(),
                tame.accounts(),
                new Coverage(
                        List.of(),
                        List.of(new Coverage.Calls(
                                "111122223333",
                                "eu-west-1",
                                "s3:GetBucketAcl",
                                0,
                                List.of(new Coverage.Refusal(Optional.of(arn), gap))))),
                tame.checks(),
                tame.frameworks(),
                List.of(new Finding(
                        "s3-bucket-not-public",
                        Verdict.UNKNOWN,
                        Severity.CRITICAL,
                        Finding.Subject.of(new Region(
                                Identity.tagged(arn, "111122223333", "eu-west-1", huge, Map.of(huge, huge)))),
                        huge,
                        List.of(new Evidence(arn, "policy", huge)),
                        List.of(),
                        List.of(gap),
                        "0".repeat(32),
                        Optional.empty())),
                1);
        int tameLength = Golden.text(Reporters.of(format, Choices.PLAIN).orElseThrow(), tame)
                .length();
        assertThat(Golden.text(Reporters.of(format, Choices.PLAIN).orElseThrow(), result))
                .hasSizeLessThan(tameLength + 150_000)
                .satisfies(text -> assertThat(text.contains("(cut, ") || format.equals("console"))
                        .isTrue());
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

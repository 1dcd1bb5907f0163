package io.awsaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
    @Test
    void shortTextStaysAsItIs() {
        assertThat(Excerpt.of("a".repeat(100), 100)).isEqualTo("a".repeat(100));
        assertThat(Excerpt.ofName("a".repeat(100), 100)).isEqualTo("a".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101, 102, 103})
    void longTextSaysThatItWasCutAndIsNotCutAgain(int most) {
        String excerpt = Excerpt.of("😀".repeat(5_000), most);
        assertThat(excerpt).endsWith("😀 ... (cut, 10,000 characters)").hasSizeBetween(most - 1, most);
        assertThat(Excerpt.of(excerpt, most)).isEqualTo(excerpt);
    }

    @Test
    void namesThatDifferStayDifferent() {
        Arn one = new Arn("arn:aws:s3:::" + "a".repeat(10_000_000) + "b");
        Arn other = new Arn("arn:aws:s3:::" + "a".repeat(10_000_000) + "c");
        assertThat(one).isNotEqualTo(other).isEqualTo(new Arn(one.value()));
        assertThat(one.value()).hasSize(2_048).startsWith("arn:aws:s3:::aaa").contains("(cut, 10,000,014 characters");
    }

    @Test
    void nothingOfAResourceIsLargerThanAwsWouldTakeIt() {
        String huge = "x".repeat(10_000_000);
        Identity identity =
                Identity.tagged(new Arn(huge), "1", "r", huge, Map.of(huge, huge, huge + "y", huge, "a", "b"));
        assertThat(identity.toString()).hasSizeLessThan(10_000);
        assertThat(identity.tags().asOptional().orElseThrow()).hasSize(3).containsEntry("a", "b");
        assertThat(new Gap(Gap.Cause.FAILED, huge, Optional.empty(), huge).sentence())
                .hasSizeLessThan(5_000);
    }
}

package io.awsaudit.inventory.servicequotas;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Observed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsageTest {
    @Test
    void theBoundItselfIsReached() {
        assertThat(new Usage(4, 5).reaches(80)).isTrue();
        assertThat(new Usage(3, 5).reaches(80)).isFalse();
        assertThat(new Usage(6, 5).reaches(100)).isTrue();
    }

    @Test
    void ofNothingUsedNothingIsReached() {
        assertThat(new Usage(0, 0).reaches(80)).isFalse();
        assertThat(new Usage(0, 5).reaches(0)).isFalse();
        assertThat(new Usage(1, 0).reaches(80)).isTrue();
    }

    @Test
    void largeQuotasAreReckonedExactly() {
        assertThat(new Usage(64_424_509_440L, 80_530_636_800L).reaches(80)).isTrue();
        assertThat(new Usage(64_424_509_439L, 80_530_636_800L).reaches(80)).isFalse();
    }

    @Test
    void aQuotaThatWasNotReadIsNotReached() {
        Gap gap = new Gap(Gap.Cause.DENIED, "servicequotas:ListServiceQuotas", Optional.empty(), "");
        assertThat(Quotas.isReached(Observed.unknown(gap), 1_000, 80)).isFalse();
        assertThat(Quotas.isReached(Observed.known(5L), 4, 80)).isTrue();
        assertThat(Quotas.words(Observed.known(5L), 4)).isEqualTo("4 of 5");
    }
}

package io.awsaudit.collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceTest {
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void theCallIsMadeWhenFirstAskedForAndNeverAgain() {
        Once<Integer> once = new Once<>(calls::incrementAndGet);
        assertThat(calls).hasValue(0);
        assertThat(once.get()).isEqualTo(1);
        assertThat(once.get()).isEqualTo(1);
    }

    @Test
    void aFailureIsThrownAsItIsToEverybodyWhoAsks() {
        IllegalStateException failure = new IllegalStateException("no");
        Once<Integer> once = new Once<>(() -> {
            calls.incrementAndGet();
            throw failure;
        });
        assertThatThrownBy(once::get).isSameAs(failure);
        assertThatThrownBy(once::get).isSameAs(failure);
        assertThat(calls).hasValue(1);
    }
}

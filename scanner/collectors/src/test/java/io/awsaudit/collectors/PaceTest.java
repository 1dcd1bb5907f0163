package io.awsaudit.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How fast a service is asked. */
final class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void nobodyWaitsBeforeAwsThrottles() {
        for (int i = 0; i < 1000; i++) {
            assertThat(pace.reserve()).isZero();
            pace.answered();
        }
    }

    @Test
    void afterThrottlingThePaceIsABitLessThanWhatWasAnswered() {
        for (int i = 0; i < 500; i++) {
            pace.reserve(); // of which AWS answers a fifth
        }
        for (int i = 0; i < 100; i++) {
            pace.answered();
        }
        pace.throttled();
        pace.reserve();
        for (int i = 0; i < 79; i++) {
            pace.reserve();
        }
        assertThat(pace.reserve()).isBetween(Duration.ofMillis(800), Duration.ofMillis(1001));
    }

    @Test
    void throttlingOfCallsThatWereUnderWayCutsOnce() {
        for (int i = 0; i < 100; i++) {
            pace.answered();
        }
        for (int i = 0; i < 50; i++) {
            pace.throttled();
        }
        pace.reserve();
        assertThat(pace.reserve()).isLessThan(Duration.ofMillis(14));
    }

    @Test
    void itNeverFallsToWhereAScanWouldNotEnd() {
        pace.throttled();
        pace.reserve();
        assertThat(pace.reserve()).isLessThanOrEqualTo(Duration.ofMillis(125));
    }
}

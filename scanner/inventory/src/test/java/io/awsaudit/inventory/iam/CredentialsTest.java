package io.awsaudit.inventory.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.iam.Credentials.AccessKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant OLD = Instant.parse("2025-11-16T23:59:59Z");
    private static final Instant RECENT = Instant.parse("2025-11-17T00:00:00Z");

    @Test
    void whatWasNeverUsedCountsFromWhenItWasMade() {
        assertThat(password(Optional.empty(), Optional.of(OLD)).unused(OLD, NOW, 45))
                .containsExactly("password never used");
        assertThat(password(Optional.empty(), Optional.of(RECENT)).unused(OLD, NOW, 45))
                .isEmpty();
        assertThat(password(Optional.empty(), Optional.empty()).unused(OLD, NOW, 45))
                .hasSize(1);
        assertThat(key(true, Optional.of(OLD), Optional.empty()).unused(OLD, NOW, 45))
                .containsExactly("access key 2 never used");
    }

    @Test
    void aKeyOfTheFirstMinuteOfAUserWithAPasswordWasMadeAtSetup() {
        AccessKey first = new AccessKey(1, true, Optional.of(OLD.plusSeconds(59)), Optional.empty());
        AccessKey later = new AccessKey(2, true, Optional.of(OLD.plusSeconds(60)), Optional.empty());
        AccessKey inactive = new AccessKey(2, false, Optional.of(OLD), Optional.empty());
        assertThat(new Credentials(true, Optional.empty(), Optional.empty(), true, List.of(first, later))
                        .madeAtSetup(OLD))
                .singleElement()
                .asString()
                .startsWith("access key 1 of");
        assertThat(new Credentials(false, Optional.empty(), Optional.empty(), true, List.of(first)).madeAtSetup(OLD))
                .isEmpty();
        assertThat(new Credentials(true, Optional.empty(), Optional.empty(), true, List.of(inactive)).madeAtSetup(OLD))
                .isEmpty();
    }

    @Test
    void useOnTheLastDayCounts() {
        assertThat(password(Optional.of(RECENT), Optional.of(OLD)).unused(OLD, NOW, 45))
                .isEmpty();
        assertThat(password(Optional.of(OLD), Optional.of(RECENT)).unused(OLD, NOW, 45))
                .containsExactly("password last used 2025-11-16T23:59:59Z");
        assertThat(key(true, Optional.of(OLD), Optional.of(RECENT)).unused(OLD, NOW, 45))
                .isEmpty();
    }

    @Test
    void disabledCredentialsAreNeitherUnusedNorOld() {
        Credentials disabled = key(false, Optional.of(OLD), Optional.empty());
        assertThat(disabled.unused(OLD, NOW, 45)).isEmpty();
        assertThat(disabled.old(OLD, NOW, 45)).isEmpty();
    }

    @Test
    void aKeyIsAsOldAsItsLastRotation() {
        assertThat(key(true, Optional.of(OLD), Optional.of(NOW)).old(OLD, NOW, 45))
                .hasSize(1);
        assertThat(key(true, Optional.of(RECENT), Optional.of(NOW)).old(OLD, NOW, 45))
                .isEmpty();
        assertThat(key(true, Optional.empty(), Optional.of(NOW)).old(OLD, NOW, 45))
                .hasSize(1);
    }

    private static Credentials password(Optional<Instant> lastUsed, Optional<Instant> lastChanged) {
        return new Credentials(true, lastUsed, lastChanged, true, List.of());
    }

    private static Credentials key(boolean active, Optional<Instant> lastRotated, Optional<Instant> lastUsed) {
        return new Credentials(
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(new AccessKey(2, active, lastRotated, lastUsed)));
    }
}

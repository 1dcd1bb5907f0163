package io.awsaudit.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Comparison;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrackedTest {
    @Test
    void whatAsksForNothingIsToldOnRequest() {
        assertThat(Tracked.of(Samples.small(), false))
                .extracting(tracked -> tracked.finding().status())
                .containsOnly(Verdict.FAIL, Verdict.UNKNOWN, Verdict.MANUAL);
        assertThat(Tracked.of(Samples.small(), true).map(Tracked::finding))
                .isEqualTo(Samples.small().findings());
    }

    @Test
    void whatIsFixedOrGoneIsToldWithoutRequest() {
        assertThat(Tracked.of(Compared.small(), false).map(Tracked::state))
                .containsAll(EnumSet.allOf(Tracked.State.class));
        assertThat(Tracked.of(Compared.small(), false).filter(Tracked::isClosed))
                .extracting(tracked -> tracked.finding().resource().name())
                .containsExactly("vol-1", "old-data");
    }

    @Test
    void whatWasNotLookedAtIsNotTold() {
        assertThat(Tracked.of(Compared.small(), true))
                .extracting(tracked -> tracked.finding().resource().name())
                .doesNotContain("far-away");
    }

    @Test
    void whatIsAcceptedIsToldAsOpen() {
        assertThat(Tracked.of(Samples.small(), false)
                        .filter(tracked -> tracked.finding().suppression().isPresent()))
                .isNotEmpty()
                .allMatch(Tracked::isOpen);
    }

    @Test
    void nothingIsToldOfACheckThatIsNotKnown() {
        AuditResult small = Samples.small();
        Finding failure = small.findings().get(0);
        AuditResult result = new AuditResult(
                small.toolVersion(),
                small.asOf(),
                small.accounts(),
                small.coverage(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                Optional.of(new Comparison(Instant.EPOCH, List.of(failure), List.of())),
                List.of());
        assertThat(Tracked.of(result, true)).isEmpty();
    }
}

package io.awsaudit.collectors.computeoptimizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.computeoptimizer.EnrollmentStatus;
import org.junit.jupiter.api.Test;

/** Compute Optimizer, of which moto knows nothing, with AWS's documented responses. */
class EnrollmentStatusCollectorTest {
    private static final String GET = "ComputeOptimizerService.GetEnrollmentStatus";

    @Test
    void anAccountThatNeverEnrolledIsInactive() {
        try (CannedAws aws = new CannedAws().json(GET, """
                {"status": "Inactive", "memberAccountsEnrolled": false}""")) {
            EnrollmentStatus enrollment = (EnrollmentStatus)
                    aws.collect(EnrollmentStatus.class).resources().get(0);
            assertThat(enrollment.status()).isEqualTo(EnrollmentStatus.Status.INACTIVE);
            assertThat(enrollment.isActive()).isFalse();
            assertThat(enrollment.region()).isEqualTo("global");
        }
    }

    @Test
    void aRefusalIsAGap() {
        try (CannedAws aws = new CannedAws().answer(GET, 400, "application/x-amz-json-1.0", """
                {"__type": "AccessDeniedException", "message": "no"}""")) {
            Inventory inventory = aws.collect(EnrollmentStatus.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .anySatisfy(
                            listing -> assertThat(listing.gap().map(Gap::cause)).contains(Gap.Cause.DENIED));
        }
    }
}

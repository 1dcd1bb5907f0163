package io.awsaudit.collectors.securityhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.securityhub.Hub;
import org.junit.jupiter.api.Test;

class HubCollectorTest {
    @Test
    void notSubscribedIsNoHubAndNoGap() {
        Inventory inventory =
                answering("InvalidAccessException", "Account 111122223333 is not subscribed to AWS Security Hub");
        assertThat(inventory.resources()).isEmpty();
        assertThat(inventory.coverage().listings())
                .allMatch(listing -> listing.gap().isEmpty());
    }

    @Test
    void aRefusalIsAGap() {
        Inventory inventory =
                answering("AccessDeniedException", "User is not authorized to perform: securityhub:DescribeHub");
        assertThat(inventory.resources()).isEmpty();
        assertThat(inventory.coverage().listings())
                .extracting(Coverage.Listing::gap)
                .singleElement()
                .satisfies(gap -> assertThat(gap.orElseThrow().cause()).isEqualTo(Gap.Cause.DENIED));
    }

    private static Inventory answering(String code, String message) {
        try (CannedAws aws = new CannedAws()
                .answer(
                        "GET /accounts",
                        403,
                        "application/json",
                        "{\"__type\": \"" + code + "\", \"Code\": \"" + code + "\", \"Message\": \"" + message
                                + "\"}")) {
            return aws.collect(Hub.class);
        }
    }
}

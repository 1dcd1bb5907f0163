package io.awsaudit.collectors.trustedadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.trustedadvisor.Recommendation;
import io.awsaudit.inventory.trustedadvisor.Recommendation.Pillar;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trusted Advisor, of whose recommendations moto knows nothing, with AWS's documented responses. */
class RecommendationCollectorTest {
    private static final String LIST = "GET /v1/recommendations";

    @Test
    void whatIsRecommendedIsReadToTheLastPageAndWhatIsWellIsNot() {
        try (CannedAws aws = new CannedAws()
                .json(
                        LIST,
                        "{\"recommendationSummaries\": [" + recommendation("1", "error", "fault_tolerance", "") + ","
                                + recommendation("2", "ok", "security", "") + "], \"nextToken\": \"more\"}")
                .json(
                        "nextToken=more",
                        "{\"recommendationSummaries\": [" + recommendation("3", "warning", "service_limits", "") + ","
                                + recommendation("4", "error", "security", ", \"lifecycleStage\": \"dismissed\"")
                                + "]}")) {
            List<Recommendation> recommendations = aws.collect(Recommendation.class).resources().stream()
                    .map(Recommendation.class::cast)
                    .toList();
            assertThat(recommendations).extracting(Recommendation::name).containsExactly("check 1", "check 3");
            assertThat(recommendations.get(0).urgesOf(Pillar.FAULT_TOLERANCE)).isTrue();
            assertThat(recommendations.get(0).words()).isEqualTo("check 1 (error, resources: 3)");
            assertThat(recommendations.get(1).urgesOf(Pillar.SERVICE_LIMITS)).isFalse();
            assertThat(recommendations.get(1).warnsOf(Pillar.SERVICE_LIMITS)).isTrue();
            assertThat(aws.requests())
                    .filteredOn(request -> request.startsWith(LIST))
                    .allMatch(request -> request.contains("maxResults=200"));
        }
    }

    @Test
    void withABasicPlanNothingIsKnown() {
        try (CannedAws aws = new CannedAws().answer(LIST, 403, "application/json", """
                {"__type": "AccessDeniedException", "message": "Access denied due to support level"}""")) {
            Inventory inventory = aws.collect(Recommendation.class);
            assertThat(inventory.coverage().listings())
                    .anySatisfy(
                            listing -> assertThat(listing.gap().map(Gap::detail).orElse(""))
                                    .contains("support level"));
        }
    }

    private static String recommendation(String id, String status, String pillar, String more) {
        return """
                {"id": "%s", "arn": "arn:aws:trustedadvisor::111122223333:recommendation/%s", "name": "check %s", "type": "standard",
                "status": "%s", "pillars": ["%s"], "source": "ta_check",
                "resourcesAggregates": {"okCount": 1, "warningCount": 2, "errorCount": 1}%s}""".formatted(id, id, id, status, pillar, more);
    }
}

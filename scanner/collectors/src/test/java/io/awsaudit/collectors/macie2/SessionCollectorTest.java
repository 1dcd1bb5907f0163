package io.awsaudit.collectors.macie2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.macie2.Session;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** moto knows neither automated discovery nor the answer of a region where Macie is off. */
class SessionCollectorTest {
    private static final String SESSION = "{\"status\": \"ENABLED\", \"findingPublishingFrequency\": \"SIX_HOURS\"}";

    @Test
    void offIsNoSessionAndNoGap() {
        for (int status : new int[] {401, 403}) { // the reference says 403, and Macie also sends 401
            Inventory inventory = refusing(status, "Macie is not enabled.");
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .allMatch(listing -> listing.gap().isEmpty());
        }
    }

    @Test
    void aRefusalIsAGap() {
        assertThat(refusing(403, "User: x is not authorized to perform: macie2:GetMacieSession")
                        .coverage()
                        .listings())
                .extracting(Coverage.Listing::gap)
                .singleElement()
                .satisfies(gap -> assertThat(gap.orElseThrow().cause()).isEqualTo(Gap.Cause.DENIED));
    }

    @Test
    void anAccountOfItsOwnHasNoAdministrator() {
        try (CannedAws aws = new CannedAws()
                .json("GET /macie", SESSION)
                .json("GET /administrator", "{}")
                .json(
                        "GET /automated-discovery/configuration",
                        "{\"status\": \"ENABLED\", \"autoEnableOrganizationMembers\": \"NONE\"}")) {
            Session session = only(aws);
            assertThat(session.isEnabled()).isTrue();
            assertThat(session.administrator().knownToBe(Optional.empty())).isTrue();
            assertThat(session.automatedDiscovery().knownToBe(Session.Status.ENABLED))
                    .isTrue();
        }
    }

    @Test
    void aMemberHasAnAdministratorAndIsNotToldOfDiscovery() {
        try (CannedAws aws = new CannedAws()
                .json("GET /macie", SESSION.replace("ENABLED", "PAUSED"))
                .json(
                        "GET /administrator",
                        "{\"administrator\": {\"accountId\": \"444455556666\", \"relationshipStatus\": \"Enabled\"}}")
                .answer(
                        "GET /automated-discovery/configuration",
                        403,
                        "application/json",
                        "{\"__type\": \"AccessDeniedException\", \"message\": \"no\"}")) {
            Session session = only(aws);
            assertThat(session.isEnabled()).isFalse();
            assertThat(session.administrator().knownToBe(Optional.of("444455556666")))
                    .isTrue();
            assertThat(session.automatedDiscovery().isKnown()).isFalse();
        }
    }

    @Test
    void anEmptyAnswerAboutTheSessionIsNone() {
        try (CannedAws aws = new CannedAws().json("GET /macie", "{}")) {
            assertThat(aws.collect(Session.class).coverage().listings())
                    .allMatch(listing -> listing.gap().isPresent());
        }
    }

    private static Inventory refusing(int status, String message) {
        try (CannedAws aws = new CannedAws()
                .answer(
                        "GET /macie",
                        status,
                        "application/json",
                        "{\"__type\": \"AccessDeniedException\", \"message\": \"" + message + "\"}")) {
            return aws.collect(Session.class);
        }
    }

    private static Session only(CannedAws aws) {
        return (Session) aws.collect(Session.class).resources().get(0);
    }
}

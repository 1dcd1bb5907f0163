package io.awsaudit.collectors.shield;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.shield.Protection;
import io.awsaudit.inventory.shield.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What AWS says of Shield Advanced, with its documented responses: moto writes its times as the SDK cannot read them. */
class ShieldCollectorsTest {
    private static final String PREFIX = "AWSShield_20160616.";
    private static final String STATE = PREFIX + "GetSubscriptionState";
    private static final String TERMS = PREFIX + "DescribeSubscription";
    private static final String ROLE = PREFIX + "DescribeDRTAccess";
    private static final String CONTACTS = PREFIX + "DescribeEmergencyContactSettings";
    private static final String PROTECTIONS = PREFIX + "ListProtections";
    private static final String ABSENT = "{\"__type\":\"ResourceNotFoundException\",\"message\":\"no subscription\"}";

    @Test
    void anAccountWithoutShieldAdvancedHasNeitherASubscriptionNorAGap() {
        try (CannedAws aws = new CannedAws()
                .json(STATE, "{\"SubscriptionState\":\"INACTIVE\"}")
                .answer(PROTECTIONS, 400, "application/json", ABSENT)) {
            Inventory inventory = aws.collect(Subscription.class, Protection.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .hasSize(2)
                    .allMatch(listing -> listing.gap().isEmpty());
        }
    }

    @Test
    void whatWasNeverSetIsKnown() {
        try (CannedAws aws = subscribed()
                .json(TERMS, "{\"Subscription\":{\"StartTime\":1700000000,\"AutoRenew\":\"DISABLED\"}}")
                .json(ROLE, "{}")
                .json(CONTACTS, "{}")) {
            Subscription subscription = only(aws);
            assertThat(subscription.arn()).isEqualTo(new Arn("arn:aws:shield::111122223333:subscription"));
            assertThat(subscription.terms().knownToBe(new Subscription.Terms(false, false)))
                    .isTrue();
            assertThat(subscription.responseTeamRole().knownToBe(Optional.empty()))
                    .isTrue();
            assertThat(subscription.emergencyContacts().knownToBe(0)).isTrue();
        }
    }

    @Test
    void whatWasSetIsRead() {
        try (CannedAws aws = subscribed()
                .json(TERMS, "{\"Subscription\":{\"AutoRenew\":\"ENABLED\",\"ProactiveEngagementStatus\":\"ENABLED\"}}")
                .json(ROLE, "{\"RoleArn\":\"arn:aws:iam::111122223333:role/srt\",\"LogBucketList\":[]}")
                .json(CONTACTS, "{\"EmergencyContactList\":[{\"EmailAddress\":\"security@example.com\"}]}")) {
            Subscription subscription = only(aws);
            assertThat(subscription.terms().knownToBe(new Subscription.Terms(true, true)))
                    .isTrue();
            assertThat(subscription
                            .responseTeamRole()
                            .knownToBe(Optional.of(new Arn("arn:aws:iam::111122223333:role/srt"))))
                    .isTrue();
            assertThat(subscription.emergencyContacts().knownToBe(1)).isTrue();
        }
    }

    @Test
    void refusalsAreUnknown() {
        String refusal = "{\"__type\":\"AccessDeniedException\",\"message\":\"no\"}";
        try (CannedAws aws = subscribed()
                .answer(TERMS, 400, "application/json", refusal)
                .answer(ROLE, 400, "application/json", refusal)
                .answer(CONTACTS, 400, "application/json", refusal)) {
            Subscription subscription = only(aws);
            assertThat(List.of(subscription.terms(), subscription.responseTeamRole(), subscription.emergencyContacts()))
                    .noneMatch(setting -> setting.isKnown());
        }
    }

    @Test
    void protectionsAreReadToTheLastPage() {
        try (CannedAws aws = new CannedAws()
                .json(PROTECTIONS, """
                        {"Protections":[{"Id":"1","Name":"site","ResourceArn":"arn:aws:cloudfront::111122223333:distribution/E1",
                        "ProtectionArn":"arn:aws:shield::111122223333:protection/1","HealthCheckIds":["0a"],
                        "ApplicationLayerAutomaticResponseConfiguration":{"Status":"ENABLED","Action":{"Block":{}}}}],
                        "NextToken":"more"}""")
                .json("\"NextToken\":\"more\"", """
                        {"Protections":[{"Id":"2","Name":"zone","ResourceArn":"arn:aws:route53:::hostedzone/Z1",
                        "ProtectionArn":"arn:aws:shield::111122223333:protection/2",
                        "ApplicationLayerAutomaticResponseConfiguration":{"Status":"DISABLED","Action":{"Count":{}}}}]}""")
                .json(PREFIX + "ListTagsForResource", "{\"Tags\":[{\"Key\":\"Owner\",\"Value\":\"web\"}]}")) {
            List<Protection> protections = aws.collect(Protection.class).resources().stream()
                    .map(Protection.class::cast)
                    .toList();
            assertThat(protections).extracting(Protection::name).containsExactly("site", "zone");
            Protection site = protections.get(0);
            assertThat(site.isHealthChecked()).isTrue();
            assertThat(site.automaticResponse()).isTrue();
            assertThat(site.isOfRequests()).isTrue();
            assertThat(site.protects(new Arn("arn:aws:cloudfront::111122223333:distribution/E1")))
                    .isTrue();
            assertThat(site.tags().knownToBe(Map.of("Owner", "web"))).isTrue();
            Protection zone = protections.get(1);
            assertThat(zone.isHealthChecked()).isFalse();
            assertThat(zone.automaticResponse()).isFalse();
            assertThat(zone.isOfHostedZone()).isTrue();
        }
    }

    private static CannedAws subscribed() {
        return new CannedAws().json(STATE, "{\"SubscriptionState\":\"ACTIVE\"}");
    }

    private static Subscription only(CannedAws aws) {
        return (Subscription) aws.collect(Subscription.class).resources().get(0);
    }
}

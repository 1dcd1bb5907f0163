package io.awsaudit.collectors.sesv2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.sesv2.ConfigurationSet;
import io.awsaudit.inventory.sesv2.ContactList;
import io.awsaudit.inventory.sesv2.EmailIdentity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of SES, with AWS's documented responses. */
class SesCollectorsTest {
    private static final String TAGS = "\"Tags\": [{\"Key\": \"Owner\", \"Value\": \"me\"}]";

    @Test
    void configurationSetsComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .json(
                        "GET /v2/email/configuration-sets?",
                        "{\"ConfigurationSets\": [\"one\"], \"NextToken\": \"more\"}")
                .json("NextToken=more", "{\"ConfigurationSets\": [\"two\"]}")
                .json("configuration-sets/one", """
                    {"ConfigurationSetName": "one", "DeliveryOptions": {"TlsPolicy": "REQUIRE"},
                    "ReputationOptions": {"ReputationMetricsEnabled": true}, %s}\
                    """.formatted(TAGS))
                .json("configuration-sets/two", "{\"ConfigurationSetName\": \"two\", \"Tags\": []}")) {
            List<ConfigurationSet> sets = all(aws, ConfigurationSet.class);
            assertThat(sets).extracting(Resource::name).containsExactly("one", "two");
            assertThat(sets.get(0).tags().knownToBe(Map.of("Owner", "me"))).isTrue();
            assertThat(sets.get(0).settings().knownNotTo(ConfigurationSet.TLS_OPTIONAL))
                    .isTrue();
            assertThat(sets.get(0).settings().knownNotTo(ConfigurationSet.WITHOUT_REPUTATION_METRICS))
                    .isTrue();
            assertThat(sets.get(1).settings().knownTo(ConfigurationSet.TLS_OPTIONAL))
                    .isTrue();
            assertThat(sets.get(1).settings().knownTo(ConfigurationSet.WITHOUT_REPUTATION_METRICS))
                    .isTrue();
        }
    }

    @Test
    void identitiesComePageByPageWithAllTheirPolicies() {
        try (CannedAws aws = new CannedAws()
                .json("GET /v2/email/identities?", """
                    {"EmailIdentities": [{"IdentityType": "DOMAIN", "IdentityName": "example.com",
                    "VerificationStatus": "SUCCESS"}], "NextToken": "more"}\
                    """)
                .json("NextToken=more", """
                    {"EmailIdentities": [{"IdentityType": "EMAIL_ADDRESS", "IdentityName": "ann@example.org",
                    "VerificationStatus": "TEMPORARY_FAILURE"}]}\
                    """)
                .json("identities/example.com", """
                    {"IdentityType": "DOMAIN", "DkimAttributes": {"SigningEnabled": true, "Status": "SUCCESS"},
                    "Policies": {"a": "{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Principal\\":\
                    {\\"AWS\\": \\"444455556666\\"}, \\"Action\\": \\"ses:SendEmail\\", \\"Resource\\": \\"*\\"}]}",
                    "b": "{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Principal\\": \\"*\\", \\"Action\\":\
                    \\"ses:SendEmail\\", \\"Resource\\": \\"*\\"}]}"}, %s}\
                    """.formatted(TAGS))
                .json("identities/ann", "{\"IdentityType\": \"EMAIL_ADDRESS\"}")) {
            List<EmailIdentity> identities = all(aws, EmailIdentity.class);
            EmailIdentity domain = identities.stream()
                    .filter(identity -> !identity.isAddress())
                    .findFirst()
                    .orElseThrow();
            assertThat(domain.settings().knownNotTo(EmailIdentity.UNSIGNED)).isTrue();
            assertThat(domain.settings().knownTo(EmailIdentity.PUBLIC)).isTrue();
            assertThat(domain.isBroken()).isFalse();
            assertThat(domain.tags().knownToBe(Map.of("Owner", "me"))).isTrue();
            EmailIdentity address = identities.stream()
                    .filter(EmailIdentity::isAddress)
                    .findFirst()
                    .orElseThrow();
            assertThat(address.settings().knownTo(EmailIdentity.UNSIGNED)).isTrue();
            assertThat(address.settings().knownNotTo(EmailIdentity.PUBLIC)).isTrue();
            assertThat(address.isBroken()).isTrue();
        }
    }

    @Test
    void aPolicyThatIsNoneLeavesSettingsUnknown() {
        try (CannedAws aws = new CannedAws()
                .json("GET /v2/email/identities?", """
                    {"EmailIdentities": [{"IdentityType": "DOMAIN", "IdentityName": "example.com"}]}\
                    """)
                .json(
                        "identities/example.com",
                        "{\"IdentityType\": \"DOMAIN\", \"Policies\": {\"a\": \"no policy\"}}")) {
            assertThat(all(aws, EmailIdentity.class).get(0).settings().isKnown())
                    .isFalse();
        }
    }

    @Test
    void contactListsAreReadWithTheirTags() {
        try (CannedAws aws = new CannedAws()
                .json("GET /v2/email/contact-lists?", "{\"ContactLists\": [{\"ContactListName\": \"readers\"}]}")
                .json("contact-lists/readers", "{\"ContactListName\": \"readers\", " + TAGS + "}")) {
            assertThat(all(aws, ContactList.class)).extracting(Resource::name).containsExactly("readers");
            assertThat(all(aws, ContactList.class).get(0).tags().knownToBe(Map.of("Owner", "me")))
                    .isTrue();
        }
    }

    private static <R extends Resource> List<R> all(CannedAws aws, Class<R> type) {
        return aws.collect(type).resources().stream().map(type::cast).toList();
    }
}

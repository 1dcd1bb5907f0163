package io.awsaudit.collectors.acmpca;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.acmpca.CertificateAuthority;
import io.awsaudit.inventory.acmpca.CertificateAuthority.UsageMode;
import io.awsaudit.inventory.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What AWS says of private certificate authorities, with its documented responses. */
class CertificateAuthorityCollectorTest {
    private static final String LIST = "ACMPrivateCA.ListCertificateAuthorities";
    private static final String POLICY = "ACMPrivateCA.GetPolicy";
    private static final String TAGS = "ACMPrivateCA.ListTags";
    private static final String ACTIVE = "\"Type\":\"ROOT\",\"Status\":\"ACTIVE\"";

    @Test
    void aListingIsReadToItsLastPageAndDeletedAuthoritiesAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(LIST, "{\"CertificateAuthorities\":[" + authority("a", ACTIVE) + "],\"NextToken\":\"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"CertificateAuthorities\":["
                                + authority("b", "\"Type\":\"SUBORDINATE\",\"Status\":\"DISABLED\"")
                                + ","
                                + authority("c", "\"Type\":\"ROOT\",\"Status\":\"DELETED\"")
                                + "]}")) {
            assertThat(aws.collect(CertificateAuthority.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("a", "b");
            assertThat(aws.requests()).anyMatch(request -> request.contains("\"ResourceOwner\":\"SELF\""));
        }
    }

    @Test
    void whatWasNeverSetIsKnown() {
        try (CannedAws aws = listed(ACTIVE)
                .answer(POLICY, 400, "application/json", "{\"__type\":\"ResourceNotFoundException\"}")
                .json(TAGS, "{\"Tags\":[]}")) {
            CertificateAuthority authority = only(aws);
            assertThat(authority.policy().knownToBe(Policy.NONE)).isTrue();
            assertThat(authority.tags().knownToBe(Map.of())).isTrue();
            assertThat(authority.revokes()).isFalse();
            assertThat(authority.usageMode()).isEqualTo(UsageMode.GENERAL_PURPOSE);
            assertThat(authority.notAfter()).isEmpty();
        }
    }

    @Test
    void whatWasSetIsRead() {
        try (CannedAws aws = listed("""
                        "Type":"SUBORDINATE","Status":"EXPIRED","UsageMode":"SHORT_LIVED_CERTIFICATE","NotAfter":1767225600,
                        "CertificateAuthorityConfiguration":{"KeyAlgorithm":"EC_prime256v1","SigningAlgorithm":"SHA256WITHECDSA"},
                        "RevocationConfiguration":{"CrlConfiguration":{"Enabled":false},"OcspConfiguration":{"Enabled":true}}""")
                .json(POLICY, """
                        {"Policy":"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":{\\"Sid\\":\\"Open\\",\\"Effect\\":\\"Allow\\",\
                        \\"Principal\\":\\"*\\",\\"Action\\":\\"acm-pca:IssueCertificate\\",\\"Resource\\":\\"*\\"}}"}""")
                .json(TAGS, "{\"Tags\":[{\"Key\":\"Owner\",\"Value\":\"pki\"},{\"Key\":\"Empty\"}]}")) {
            CertificateAuthority authority = only(aws);
            assertThat(authority.isRoot()).isFalse();
            assertThat(authority.isExpired()).isTrue();
            assertThat(authority.isShortLived()).isTrue();
            assertThat(authority.revokes()).isTrue();
            assertThat(authority.keyAlgorithm()).isEqualTo("EC_prime256v1");
            assertThat(authority.notAfter()).contains(Instant.parse("2026-01-01T00:00:00Z"));
            assertThat(authority.policy().map(Policy::openLabels).asOptional()).contains(List.of("Open"));
            assertThat(authority.tags().knownToBe(Map.of("Owner", "pki", "Empty", "")))
                    .isTrue();
        }
    }

    @Test
    void aRefusedPolicyIsUnknown() {
        try (CannedAws aws =
                listed(ACTIVE).answer(POLICY, 400, "application/json", "{\"__type\":\"AccessDeniedException\"}")) {
            assertThat(only(aws).policy().isKnown()).isFalse();
        }
    }

    private static CannedAws listed(String more) {
        return new CannedAws().json(LIST, "{\"CertificateAuthorities\":[" + authority("a", more) + "]}");
    }

    private static CertificateAuthority only(CannedAws aws) {
        return (CertificateAuthority)
                aws.collect(CertificateAuthority.class).resources().get(0);
    }

    private static String authority(String id, String more) {
        return "{\"Arn\":\"arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/" + id + "\"," + more + "}";
    }
}

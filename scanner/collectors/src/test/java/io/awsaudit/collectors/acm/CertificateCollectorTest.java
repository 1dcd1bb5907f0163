package io.awsaudit.collectors.acm;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.acm.Certificate;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of certificates, with AWS's documented responses. */
class CertificateCollectorTest {
    private static final String LIST = "CertificateManager.ListCertificates";
    private static final String TAGS = "CertificateManager.ListTagsForCertificate";

    @Test
    void aListingIsReadToItsLastPage() {
        try (CannedAws aws = aws(summary("one", "\"Status\":\"ISSUED\""), ",\"NextToken\":\"more\"")
                .json("\"NextToken\":\"more\"", list(summary("two", "\"Status\":\"ISSUED\""), ""))) {
            assertThat(aws.collect(Certificate.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one.example.com", "two.example.com");
        }
    }

    @Test
    void keysOfEachKindAreAskedFor() {
        try (CannedAws aws = aws(summary("one", "\"Status\":\"ISSUED\""), "")) {
            aws.collect(Certificate.class);
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(LIST))
                    .singleElement()
                    .satisfies(request -> assertThat(request)
                            .contains(
                                    "RSA_1024",
                                    "RSA_2048",
                                    "RSA_3072",
                                    "RSA_4096",
                                    "EC_prime256v1",
                                    "EC_secp384r1",
                                    "EC_secp521r1"));
        }
    }

    @Test
    void aCertificateThatWasNeverIssuedHasNoEnd() {
        try (CannedAws aws = aws(summary("one", "\"Status\":\"PENDING_VALIDATION\""), "")) {
            Certificate certificate =
                    (Certificate) aws.collect(Certificate.class).resources().get(0);
            assertThat(certificate.isPending()).isTrue();
            assertThat(certificate.notAfter()).isEmpty();
            assertThat(certificate.inUse()).isFalse();
        }
    }

    @Test
    void timesComeInSeconds() {
        try (CannedAws aws = aws(summary("one", "\"Status\":\"ISSUED\",\"NotAfter\":1767225600,\"InUse\":true"), "")) {
            Certificate certificate =
                    (Certificate) aws.collect(Certificate.class).resources().get(0);
            assertThat(certificate.notAfter()).contains(Instant.parse("2026-01-01T00:00:00Z"));
            assertThat(certificate.inUse()).isTrue();
            assertThat(certificate.rsaKeyBits()).hasValue(2048);
        }
    }

    private static CannedAws aws(String summary, String more) {
        return new CannedAws().json(LIST, list(summary, more)).json(TAGS, "{\"Tags\":[]}");
    }

    private static String summary(String name, String parts) {
        return "{\"CertificateArn\":\"arn:aws:acm:us-east-1:111122223333:certificate/" + name + "\",\"DomainName\":\""
                + name + ".example.com\",\"Type\":\"AMAZON_ISSUED\",\"KeyAlgorithm\":\"RSA-2048\"," + parts + "}";
    }

    private static String list(String summary, String more) {
        return "{\"CertificateSummaryList\":[" + summary + "]" + more + "}";
    }
}

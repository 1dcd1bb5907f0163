package io.awsaudit.collectors.rolesanywhere;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.rolesanywhere.Crl;
import io.awsaudit.inventory.rolesanywhere.Profile;
import io.awsaudit.inventory.rolesanywhere.TrustAnchor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What AWS says of Roles Anywhere, with its documented responses: no emulator has it. */
class RolesAnywhereCollectorsTest {
    private static final String ANCHORS = "GET /trustanchors";
    private static final String PROFILES = "GET /profiles";
    private static final String CRLS = "GET /crls";
    private static final String TAGS = "GET /ListTagsForResource";

    /** One ends with the year 2029, the other with 2027. */
    private static final String CERTIFICATES = """
            -----BEGIN CERTIFICATE-----
            MIIBBDCBq6ADAgECAgEBMAoGCCqGSM49BAMCMAwxCjAIBgNVBAMMAWEwHhcNMjUw
            MTAxMDAwMDAwWhcNMzAwMTAxMDAwMDAwWjAMMQowCAYDVQQDDAFhMFkwEwYHKoZI
            zj0CAQYIKoZIzj0DAQcDQgAE8qqQBrrkTjOlSl9cGn4KemFCzzYCyIQBGPVonGou
            uUaMwlC/iM32oTH0j+ooxQLivLI48bUPvfnCi3lS/aS9tzAKBggqhkjOPQQDAgNI
            ADBFAiBIzCkY5hBZA9nErLyyw9aoXaxqIBsC6jqHfT4XA6XxjwIhAOLSDhRu3PsH
            sZDnZ6AP4qlQC6AIMY/6zK4c6gGccJ20
            -----END CERTIFICATE-----
            -----BEGIN CERTIFICATE-----
            MIIBBDCBq6ADAgECAgEBMAoGCCqGSM49BAMCMAwxCjAIBgNVBAMMAWIwHhcNMjUw
            MTAxMDAwMDAwWhcNMjgwMTAxMDAwMDAwWjAMMQowCAYDVQQDDAFiMFkwEwYHKoZI
            zj0CAQYIKoZIzj0DAQcDQgAEELfwy4JdxQFoonG22TYOZoBSfBLmpSceOVAZVD1N
            y1FL2su0uflkGgaURA9Dm0cyUIyOuq0rnFDDiWFx6T0ukzAKBggqhkjOPQQDAgNI
            ADBFAiEA8DJ29RCDoH00RX7vyp4N2Q9n6Ojdt+soJWbRpptG1HcCICM920H8sR5Q
            XauGLc5IIgZIynoqShBFJ+VhkNZgFh8w
            -----END CERTIFICATE-----
            """.replace("\n", "\\n");

    @Test
    void anchorsAreReadToTheLastPage() {
        try (CannedAws aws = new CannedAws()
                .json(ANCHORS, "{\"trustAnchors\":[" + anchor("1", uploaded(), "") + "],\"nextToken\":\"more\"}")
                .json("nextToken=more", "{\"trustAnchors\":[" + anchor("2", """
                        "sourceType":"AWS_ACM_PCA","sourceData":{"acmPcaArn":"arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/0a"}""", "") + "]}")) {
            List<TrustAnchor> anchors = all(TrustAnchor.class, aws);
            assertThat(anchors).extracting(TrustAnchor::name).containsExactly("1", "2");
            assertThat(anchors.get(1).authority())
                    .contains(new Arn("arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/0a"));
            assertThat(anchors.get(1).notAfter()).isEmpty();
        }
    }

    @Test
    void ofSeveralCertificatesTheFirstEndCounts() {
        try (CannedAws aws = new CannedAws()
                .json(ANCHORS, "{\"trustAnchors\":[" + anchor("1", uploaded(), """
                        ,"notificationSettings":[{"event":"END_ENTITY_CERTIFICATE_EXPIRY","enabled":true},
                        {"event":"CA_CERTIFICATE_EXPIRY","enabled":true,"threshold":45,"channel":"ALL"}]""") + "]}")
                .json(TAGS, "{\"tags\":[{\"key\":\"Owner\",\"value\":\"servers\"}]}")) {
            TrustAnchor anchor = all(TrustAnchor.class, aws).get(0);
            assertThat(anchor.notAfter()).contains(Instant.parse("2028-01-01T00:00:00Z"));
            assertThat(anchor.isUploaded()).isTrue();
            assertThat(anchor.expiryNotified()).isTrue();
            assertThat(anchor.tags().knownToBe(Map.of("Owner", "servers"))).isTrue();
        }
    }

    @Test
    void anAnchorOfWhoseEndNobodyIsToldIsKnownForIt() {
        try (CannedAws aws =
                new CannedAws().json(ANCHORS, "{\"trustAnchors\":[" + anchor("1", uploaded(), """
                ,"notificationSettings":[{"event":"CA_CERTIFICATE_EXPIRY","enabled":false}]""") + "]}")) {
            assertThat(all(TrustAnchor.class, aws).get(0).expiryNotified()).isFalse();
        }
    }

    @Test
    void anAnchorWhoseCertificatesCannotBeReadIsAGap() {
        try (CannedAws aws = new CannedAws().json(ANCHORS, "{\"trustAnchors\":[" + anchor("1", """
                        "sourceType":"CERTIFICATE_BUNDLE","sourceData":{"x509CertificateData":"-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----"}""", "") + "]}")) {
            Inventory inventory = aws.collect(TrustAnchor.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .anyMatch(listing -> listing.gap().isPresent());
        }
    }

    @Test
    void profilesAreReadWithWhatNarrowsThem() {
        try (CannedAws aws = new CannedAws().json(PROFILES, """
                {"profiles":[
                {"profileArn":"arn:aws:rolesanywhere:us-east-1:111122223333:profile/1","name":"plain","enabled":true,
                 "roleArns":["arn:aws:iam::111122223333:role/backups"],"managedPolicyArns":[]},
                {"profileArn":"arn:aws:rolesanywhere:us-east-1:111122223333:profile/2","name":"inline","enabled":false,
                 "durationSeconds":43200,"sessionPolicy":"{}","roleArns":[]},
                {"profileArn":"arn:aws:rolesanywhere:us-east-1:111122223333:profile/3","name":"managed","enabled":true,
                 "managedPolicyArns":["arn:aws:iam::aws:policy/ReadOnlyAccess"],"sessionPolicy":""}]}""")) {
            List<Profile> profiles = all(Profile.class, aws);
            assertThat(profiles).extracting(Profile::restricted).containsExactly(false, true, true);
            assertThat(profiles).extracting(Profile::durationSeconds).containsExactly(3_600, 43_200, 3_600);
            assertThat(profiles).extracting(Profile::enabled).containsExactly(true, false, true);
            assertThat(profiles.get(0).roles()).containsExactly(new Arn("arn:aws:iam::111122223333:role/backups"));
        }
    }

    @Test
    void revocationListsAreReadWithWhoseTheyAre() {
        try (CannedAws aws = new CannedAws().json(CRLS, """
                {"crls":[{"crlArn":"arn:aws:rolesanywhere:us-east-1:111122223333:crl/1","name":"revoked","enabled":true,
                "trustAnchorArn":"arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/1"}]}""")) {
            Crl crl = all(Crl.class, aws).get(0);
            assertThat(crl.enabled()).isTrue();
            assertThat(crl.trustAnchor())
                    .isEqualTo(new Arn("arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/1"));
        }
    }

    private static <R extends Resource> List<R> all(Class<R> type, CannedAws aws) {
        return aws.collect(type).resources().stream().map(type::cast).toList();
    }

    private static String uploaded() {
        return "\"sourceType\":\"CERTIFICATE_BUNDLE\",\"sourceData\":{\"x509CertificateData\":\"" + CERTIFICATES
                + "\"}";
    }

    private static String anchor(String id, String source, String more) {
        return "{\"trustAnchorArn\":\"arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/" + id
                + "\",\"name\":\"" + id + "\",\"enabled\":true,\"source\":{" + source + "}" + more + "}";
    }
}

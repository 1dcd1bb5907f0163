package io.awsaudit.localstack.seed;

import java.time.Duration;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.acmpca.AcmPcaClient;
import software.amazon.awssdk.services.acmpca.model.CertificateAuthorityStatus;
import software.amazon.awssdk.services.acmpca.model.CertificateAuthorityType;
import software.amazon.awssdk.services.acmpca.model.KeyAlgorithm;
import software.amazon.awssdk.services.acmpca.model.SigningAlgorithm;
import software.amazon.awssdk.services.acmpca.model.Tag;

/**
 * Private certificate authorities, which have no names: their subject says what is wrong. All of moto's issue short-lived
 * certificates, whatever they are made for, and so need no revocation.
 */
final class AcmPcaSeeds implements Seeds {
    private static final int KEY_BITS = 2048;
    private static final Duration LONG = Duration.ofDays(3_650);

    @Override
    public void insecure(EmulatedAccount account) {
        AcmPcaClient pca = account.client(AcmPcaClient.builder());
        activate(pca, authority(pca, CertificateAuthorityType.ROOT, "insecure-enabled-root"), LONG);
        activate(pca, authority(pca, CertificateAuthorityType.SUBORDINATE, "insecure-ends-soon"), Duration.ofDays(30));
        String open = authority(pca, CertificateAuthorityType.SUBORDINATE, "insecure-public");
        activate(pca, open, LONG);
        pca.putPolicy(request -> request.resourceArn(open).policy("""
                {"Version": "2012-10-17", "Statement": [{"Sid": "Everybody", "Effect": "Allow", "Principal": {"AWS": "*"},
                 "Action": "acm-pca:IssueCertificate", "Resource": "%s"}]}""".formatted(open)));
        pca.untagCertificateAuthority(request -> request.certificateAuthorityArn(
                        authority(pca, CertificateAuthorityType.SUBORDINATE, "insecure-untagged"))
                .tags(owner()));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        AcmPcaClient pca = account.client(AcmPcaClient.builder());
        String root = authority(pca, CertificateAuthorityType.ROOT, "hardened-root");
        activate(pca, root, LONG);
        pca.updateCertificateAuthority(
                request -> request.certificateAuthorityArn(root).status(CertificateAuthorityStatus.DISABLED));
        activate(pca, authority(pca, CertificateAuthorityType.SUBORDINATE, "hardened-issuer"), LONG);
    }

    private static String authority(AcmPcaClient pca, CertificateAuthorityType type, String name) {
        return pca.createCertificateAuthority(request -> request.certificateAuthorityType(type)
                        .tags(owner())
                        .revocationConfiguration(revocation -> revocation.ocspConfiguration(ocsp -> ocsp.enabled(true)))
                        .certificateAuthorityConfiguration(configuration -> configuration
                                .keyAlgorithm(KeyAlgorithm.RSA_2048)
                                .signingAlgorithm(SigningAlgorithm.SHA256_WITHRSA)
                                .subject(subject -> subject.commonName(name))))
                .certificateAuthorityArn();
    }

    private static Tag owner() {
        return Tag.builder().key("Owner").value("pki").build();
    }

    private static void activate(AcmPcaClient pca, String authority, Duration validity) {
        String certificate =
                SelfSigned.of("authority.example.com", KEY_BITS, validity).certificate();
        pca.importCertificateAuthorityCertificate(request ->
                request.certificateAuthorityArn(authority).certificate(SdkBytes.fromUtf8String(certificate)));
    }
}

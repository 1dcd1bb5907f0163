package io.awsaudit.localstack.seed;

import java.time.Duration;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.Tag;

/**
 * Certificates. All are imported: those that ACM is asked for become valid in moto a minute later, by themselves, and none ever
 * fails or is revoked.
 */
final class AcmSeeds implements Seeds {
    private static final int STRONG = 2048;
    private static final Duration LONG = Duration.ofDays(365);
    private static final String HARDENED = "hardened.example.com";

    @Override
    public void insecure(EmulatedAccount account) {
        AcmClient acm = account.client(AcmClient.builder());
        importCertificate(acm, "insecure-unused.example.com", STRONG, LONG);
        importCertificate(acm, "insecure-ends-soon.example.com", STRONG, Duration.ofDays(10));
        importCertificate(acm, "insecure-short-key.example.com", 1024, LONG);
    }

    @Override
    public void hardened(EmulatedAccount account) {
        importCertificate(account.client(AcmClient.builder()), HARDENED, STRONG, LONG);
    }

    /** {@return the ARN of a certificate of {@link EmulatedAccount#HOME} that nothing is wrong with, made if there is none} */
    static String soundCertificate(EmulatedAccount account) {
        AcmClient acm = account.client(AcmClient.builder());
        return acm.listCertificates(request -> {}).certificateSummaryList().stream()
                .filter(certificate -> HARDENED.equals(certificate.domainName()))
                .map(CertificateSummary::certificateArn)
                .findFirst()
                .orElseGet(() -> importCertificate(acm, HARDENED, STRONG, LONG));
    }

    private static String importCertificate(AcmClient acm, String domain, int keyBits, Duration validity) {
        SelfSigned made = SelfSigned.of(domain, keyBits, validity);
        return acm.importCertificate(request -> request.certificate(SdkBytes.fromUtf8String(made.certificate()))
                        .privateKey(SdkBytes.fromUtf8String(made.privateKey()))
                        .tags(Tag.builder().key("Owner").value("web").build()))
                .certificateArn();
    }
}

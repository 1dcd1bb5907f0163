package io.awsaudit.inventory.acm;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificateTest {
    @Test
    void theLengthOfAnRsaKeyIsReadOfBothSpellings() {
        assertThat(certificate("RSA-2048").rsaKeyBits()).hasValue(2048);
        assertThat(certificate("RSA_1024").rsaKeyBits()).hasValue(1024);
        assertThat(certificate("EC-prime256v1").rsaKeyBits()).isEmpty();
        assertThat(certificate("EC_secp384r1").isRsa()).isFalse();
    }

    @Test
    void anRsaKeyOfUnknownLengthCountsAsShort() {
        assertThat(certificate("RSA-PSS").hasRsaKeyShorterThan(2048)).isTrue();
        assertThat(certificate("EC_prime256v1").hasRsaKeyShorterThan(2048)).isFalse();
    }

    private static Certificate certificate(String keyAlgorithm) {
        return new Certificate(
                Identity.tagged(
                        new Arn("arn:aws:acm:us-east-1:111122223333:certificate/1"),
                        "111122223333",
                        "us-east-1",
                        "example.com",
                        Map.of()),
                Certificate.Type.IMPORTED,
                Certificate.Status.ISSUED,
                keyAlgorithm,
                true,
                false,
                Optional.empty());
    }
}

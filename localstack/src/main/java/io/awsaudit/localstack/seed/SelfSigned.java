package io.awsaudit.localstack.seed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/**
 * A certificate that vouches for itself, and its key, both in PEM: to import with an end and a key length of choice. The JDK
 * has no way to make one, and the few bytes around what it signs are written here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.1">RFC 5280</a>
 */
record SelfSigned(String certificate, String privateKey) {
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTF8_STRING = 0x0c;
    private static final int UTC_TIME = 0x17;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int VERSION = 0xa0;
    private static final byte[] SHA256_WITH_RSA = // 1.2.840.113549.1.1.11, and NULL for its parameters
            {0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x0b, 0x05, 0x00};
    private static final byte[] COMMON_NAME = {0x06, 0x03, 0x55, 0x04, 0x03}; // 2.5.4.3
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Makes one for a domain, with an RSA key, that ends after some time. */
    static SelfSigned of(String domain, int keyBits, Duration validity) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(keyBits);
            KeyPair keys = generator.generateKeyPair();
            Instant now = Instant.now();
            byte[] algorithm = der(SEQUENCE, SHA256_WITH_RSA);
            byte[] name = der(
                    SEQUENCE,
                    der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, domain.getBytes(StandardCharsets.UTF_8)))));
            byte[] content = der(
                    SEQUENCE,
                    der(VERSION, der(INTEGER, new byte[] {2})), // which is version 3
                    der(INTEGER, new byte[] {1}),
                    algorithm,
                    name,
                    der(SEQUENCE, time(now.minus(Duration.ofHours(1))), time(now.plus(validity))),
                    name,
                    keys.getPublic().getEncoded());
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return new SelfSigned(
                    pem(
                            "CERTIFICATE",
                            der(SEQUENCE, content, algorithm, der(BIT_STRING, new byte[1], signature.sign()))),
                    pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK can sign with RSA", e);
        }
    }

    private static byte[] time(Instant moment) {
        return der(UTC_TIME, TIME.format(moment).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        if (content.size() < 0x80) {
            whole.write(content.size());
        } else if (content.size() < 0x100) {
            whole.write(0x81);
            whole.write(content.size());
        } else {
            whole.write(0x82);
            whole.write(content.size() >> 8);
            whole.write(content.size());
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content), kind);
    }
}

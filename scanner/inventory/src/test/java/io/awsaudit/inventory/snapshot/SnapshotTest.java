package io.awsaudit.inventory.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.account.Region;
import io.awsaudit.inventory.policy.Condition;
import io.awsaudit.inventory.policy.Patterns;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.policy.Principal;
import io.awsaudit.inventory.policy.Statement;
import io.awsaudit.inventory.s3.Bucket;
import io.awsaudit.inventory.s3.Encryption;
import io.awsaudit.inventory.s3.Grant;
import io.awsaudit.inventory.s3.LifecycleRule;
import io.awsaudit.inventory.s3.Logging;
import io.awsaudit.inventory.s3.Notifications;
import io.awsaudit.inventory.s3.ObjectLock;
import io.awsaudit.inventory.s3.PublicAccessBlock;
import io.awsaudit.inventory.s3.Versioning;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
    private static final Gap DENIED =
            new Gap(Gap.Cause.DENIED, "s3:GetBucketAcl", Optional.of("s3:GetBucketAcl"), "AccessDenied");

    static final Bucket BUCKET = new Bucket(
            Identity.tagged(Bucket.arnOf("aws", "b"), "111122223333", "eu-west-1", "b", Map.of("z", "1", "a", "2")),
            Observed.known(new Versioning(new Versioning.State("Tomorrow"), true)),
            Observed.known(new Encryption(Encryption.Algorithm.AES256, Optional.empty(), false)),
            Observed.known(new Logging(Optional.of("logs"), "p/")),
            Observed.known(new Policy(List.of(new Statement(
                    Optional.empty(),
                    false,
                    false,
                    List.of(new Principal("*", "*")),
                    new Patterns(false, List.of("s3:*")),
                    new Patterns(true, List.of("x")),
                    List.of(new Condition("Bool", "aws:SecureTransport", List.of("false"))))))),
            Observed.<List<Grant>>unknown(DENIED),
            Observed.known("ObjectWriter"),
            Observed.known(PublicAccessBlock.OFF),
            Observed.known(List.of(new LifecycleRule(
                    "r", true, true, OptionalInt.of(3), OptionalInt.empty(), OptionalInt.empty(), false))),
            Observed.known(new Notifications(true, List.of("s3:ObjectCreated:*"))),
            Observed.known(ObjectLock.OFF));

    static final Inventory INVENTORY = new Inventory(
            Instant.parse("2026-01-02T03:04:05Z"),
            List.of(new Inventory.AccountScope("111122223333", "aws", List.of("us-east-1", "eu-west-1"))),
            new Coverage(
                    List.of(new Coverage.Listing("111122223333", "global", "AWS::S3::Bucket", Optional.empty())),
                    List.of(new Coverage.Calls(
                            "111122223333",
                            "us-east-1",
                            "s3:GetBucketAcl",
                            3,
                            List.of(new Coverage.Refusal(Optional.of(new Arn("arn:aws:s3:::b")), DENIED))))),
            List.of(BUCKET));

    @Test
    void whatIsWrittenIsReadBackEqual() throws IOException {
        assertThat(Snapshot.read(new ByteArrayInputStream(bytes(INVENTORY)), "test"))
                .isEqualTo(INVENTORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lone \ud800 high", "lone \udc00 low", "both the wrong way \udc00\ud800", "\ud83d\ude00 \ud83d",
                        "\u0000\u001b[2J\u009b",
                "one\ntwo\rthree\u2028four\u2029five\u0085six", "\u202e\u2066", "\"\\/", "{\"$unknown\": 1}", ""
            })
    void anyTextIsReadBackEqual(String text) throws IOException {
        Arn arn = new Arn("arn:aws:s3:::" + text);
        Gap gap = new Gap(Gap.Cause.FAILED, text, Optional.of(text), text);
        Inventory hostile = new Inventory(
                INVENTORY.asOf(),
                INVENTORY.accounts(),
                new Coverage(
                        List.of(new Coverage.Listing("111122223333", "global", text, Optional.of(gap))),
                        List.of(new Coverage.Calls(
                                "111122223333",
                                "global",
                                text,
                                1,
                                List.of(new Coverage.Refusal(Optional.of(arn), gap))))),
                List.of(new Region(Identity.tagged(arn, "111122223333", "global", text, Map.of(text, text)))));
        byte[] bytes = bytes(hostile);
        assertThat(Snapshot.read(new ByteArrayInputStream(bytes), "test")).isEqualTo(hostile);
        assertThat(new String(
                                new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(),
                                StandardCharsets.UTF_8)
                        .lines())
                .hasSize(3);
    }

    @Test
    void aTagKeyIsKeptWithoutHalvesOfPairs() {
        assertThat(Identity.tagged(new Arn("a"), "1", "r", "n", Map.of("a\ud800b", "\ud800"))
                        .tags()
                        .knownToBe(Map.of("a\ufffdb", "\ud800")))
                .isTrue();
    }

    @Test
    void theSameInventoryGivesTheSameBytes() throws IOException {
        assertThat(bytes(INVENTORY)).isEqualTo(bytes(INVENTORY));
    }

    static byte[] bytes(Inventory inventory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Snapshot.write(inventory, out);
        return out.toByteArray();
    }
}

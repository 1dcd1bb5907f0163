package io.awsaudit.inventory.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.InventoryStream;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
            Observed.known(ObjectLock.OFF),
            Observed.known(List.of()));

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

    /** Whose resources stand between one another by order of ARN, and one of an account that nobody looked at. */
    private static final Inventory SEVERAL = new Inventory(
            INVENTORY.asOf(),
            List.of(
                    new Inventory.AccountScope("222233334444", "aws", List.of("eu-west-1")),
                    new Inventory.AccountScope("333344445555", "aws", List.of("eu-west-1")),
                    new Inventory.AccountScope("111122223333", "aws", List.of("eu-west-1"))),
            Coverage.NONE,
            List.of(
                    region("a", "111122223333"),
                    region("b", "222233334444"),
                    region("c", "111122223333"),
                    region("d", "000011112222"),
                    region("e", "222233334444")));

    private static Region region(String name, String account) {
        return new Region(Identity.untagged(new Arn("arn:aws:account:::region/" + name), account, "eu-west-1", name));
    }

    @Test
    void theResourcesOfAnAccountStandTogether() throws IOException {
        assertThat(lines(bytes(SEVERAL)).skip(2).map(line -> line.replaceAll(".*region/(.).*", "$1")))
                .containsExactly("b", "e", "a", "c", "d");
        assertThat(Snapshot.read(new ByteArrayInputStream(bytes(SEVERAL)), "test"))
                .isEqualTo(SEVERAL);
    }

    @Test
    void aSnapshotIsReadAccountByAccount(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("several.snapshot"), bytes(SEVERAL));
        List<String> read = new ArrayList<>();
        try (InventoryStream stream = Snapshot.open(file);
                InventoryStream held = InventoryStream.of(SEVERAL)) {
            assertThat(stream.accounts()).isEqualTo(SEVERAL.accounts());
            assertThat(stream.resources()).isEqualTo(5);
            for (var account = stream.next(); account.isPresent(); account = stream.next()) {
                InventoryStream.Account same = held.next().orElseThrow();
                assertThat(account.get().id()).isEqualTo(same.id());
                assertThat(account.get().resources()).isEqualTo(same.resources());
                read.add(same.id() + " " + same.resources().size());
            }
            assertThat(held.next()).isEmpty();
        }
        assertThat(read).containsExactly("222233334444 2", "333344445555 0", "111122223333 2", "000011112222 1");
    }

    @Test
    void aSectionOfSeveralMebibytesIsReadWholeAndInOrder() throws IOException {
        Inventory large = new Inventory(
                INVENTORY.asOf(),
                INVENTORY.accounts(),
                Coverage.NONE,
                IntStream.range(0, 12_000)
                        .<Resource>mapToObj(i -> new Region(Identity.tagged(
                                new Arn("arn:aws:account:::region/%05d".formatted(i)),
                                "111122223333",
                                "eu-west-1",
                                "r" + i,
                                Map.of("a", "x y ".repeat(200), "b", "x y ".repeat(200)))))
                        .toList());
        byte[] bytes = bytes(large);
        assertThat(lines(bytes).mapToLong(String::length).sum()).isGreaterThan(16 * RawLines.ENOUGH);
        assertThat(Snapshot.read(new ByteArrayInputStream(bytes), "test")).isEqualTo(large);
    }

    @Test
    void aSnapshotOfVersionOneIsRead(@TempDir Path folder) throws IOException {
        List<String> now = new ArrayList<>(lines(bytes(SEVERAL)).toList());
        now.set(0, now.get(0).replace("\"version\":2", "\"version\":1").replaceAll(",\"sections\":.*", "}"));
        now.subList(2, now.size()).sort(Comparator.comparing(line -> line.replaceAll(".*region/(.).*", "$1")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(String.join("\n", now).getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("old.snapshot"), out.toByteArray());
        assertThat(Snapshot.read(file)).isEqualTo(SEVERAL);
        try (InventoryStream stream = Snapshot.open(file)) {
            assertThat(stream.next().orElseThrow().resources())
                    .extracting(Resource::name)
                    .containsExactly("b", "e");
        }
    }

    @Test
    void aResourceAmongThoseOfAnotherAccountIsRefused() throws IOException {
        List<String> lines = new ArrayList<>(lines(bytes(SEVERAL)).toList());
        lines.set(2, lines.get(2).replace("222233334444", "111122223333"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Snapshot.read(new ByteArrayInputStream(out.toByteArray()), "test"))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("line 3: ")
                .hasMessageContaining("stands among those of account 222233334444");
    }

    @Test
    void anAccountOfLessThanNoResourcesIsRefused() throws IOException {
        List<String> lines = new ArrayList<>(lines(bytes(SEVERAL)).toList());
        lines.set(0, lines.get(0).replaceFirst("(444\",\"resources\":)2(.*555\",\"resources\":)0", "$1-2$24"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Snapshot.read(new ByteArrayInputStream(out.toByteArray()), "test"))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("line 1: ")
                .hasMessageContaining("fewer than no resources of account 222233334444");
    }

    private static Stream<String> lines(byte[] snapshot) throws IOException {
        return new String(
                        new GZIPInputStream(new ByteArrayInputStream(snapshot)).readAllBytes(), StandardCharsets.UTF_8)
                .lines();
    }

    static byte[] bytes(Inventory inventory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Snapshot.write(inventory, out);
        return out.toByteArray();
    }
}

package io.awsaudit.inventory.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.s3.Bucket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no snapshots, or were, or pretend to be. */
class HostileSnapshotTest {
    private static final String FILE = "some.snapshot";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Inventory TWO = new Inventory(
            Instant.parse("2026-01-02T03:04:05Z"),
            List.of(new Inventory.AccountScope("111122223333", "aws", List.of("eu-west-1"))),
            SnapshotTest.INVENTORY.coverage(),
            List.of(SnapshotTest.INVENTORY.resources().get(0), bucket("c", Map.of())));

    @TempDir
    private Path folder;

    @Test
    void aSnapshotCutShortAnywhereIsRefusedWithItsLine() throws IOException {
        byte[] whole = SnapshotTest.bytes(TWO);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part))
                    .as("cut at %d of %d", length, whole.length)
                    .isInstanceOf(SnapshotException.class)
                    .hasMessageMatching("some.snapshot, line [1-5]: is cut short.*collect it again[.]");
        }
    }

    @Test
    void aSnapshotCutShortAtTheEndOfALineIsRefused() throws IOException {
        List<String> lines = lines(TWO);
        for (int count = 0; count < lines.size(); count++) {
            byte[] part = zip(String.join("\n", lines.subList(0, count)));
            assertThatThrownBy(() -> read(part))
                    .as("%d of %d lines", count, lines.size())
                    .isInstanceOf(SnapshotException.class)
                    .hasMessageContaining("is cut short");
        }
    }

    @Test
    void aFlippedBitIsNoticedOrHarmless() throws IOException {
        byte[] whole = SnapshotTest.bytes(TWO);
        Random random = new Random(20260102);
        for (int i = 0; i < 2000; i++) {
            byte[] flipped = whole.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            }
            assertThatItIsRefusedOrEqual(flipped, "flip " + i);
        }
    }

    @Test
    void aChangedTextIsNoticedOrHarmlessEvenWhereItsChecksumFits() throws IOException {
        byte[] text = String.join("\n", lines(TWO)).getBytes(UTF_8);
        Random random = new Random(20260103);
        for (int i = 0; i < 2000; i++) {
            byte[] changed = text.clone();
            changed[random.nextInt(text.length)] = (byte) random.nextInt(256);
            byte[] file = zip(changed);
            try {
                assertTimeoutPreemptively(SOON, () -> read(file));
            } catch (SnapshotException e) {
                assertThat(e).as("change %d", i).hasMessageMatching("some.snapshot[, ].*[.]");
            }
        }
    }

    /** What is wrong, the lines, and what the message must say. */
    static Stream<Arguments> mistakes() {
        String header = lines(TWO).get(0);
        String coverage = lines(TWO).get(1);
        String first = lines(TWO).get(2);
        String second = lines(TWO).get(3);
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        return Stream.of(
                Arguments.of("empty", List.of(), "line 1: is cut short"),
                Arguments.of("text", List.of("hello", "world"), "is no aws-audit snapshot"),
                Arguments.of("JSON", List.of("{\"resources\": 5}"), "line 1: is no aws-audit snapshot"),
                Arguments.of("blank line", List.of("", header, coverage, first, second), "is no aws-audit snapshot"),
                Arguments.of("blank line inside", List.of(header, coverage, "", first, second), "line 3: is damaged"),
                Arguments.of(
                        "newer",
                        List.of(header.replace("\"version\":2", "\"version\":3"), coverage, first, second),
                        "line 1: has snapshot version 3, newer than 2, the newest that this program reads; update"),
                Arguments.of(
                        "much newer",
                        List.of(header.replace("\"version\":2", "\"version\":99999999999999999999"), coverage),
                        "has snapshot version 99999999999999999999"),
                Arguments.of(
                        "no version",
                        List.of(header.replace("\"version\":2", "\"version\":\"one\""), coverage, first, second),
                        "line 1: its first line gives no version"),
                Arguments.of(
                        "version zero",
                        List.of(header.replace("\"version\":2", "\"version\":0"), coverage, first, second),
                        "gives no version"),
                Arguments.of(
                        "too many",
                        List.of(header.replace("\"resources\":2", "\"resources\":1"), coverage, first, second),
                        "line 4: there are more resources than the 1 that its first line counts"),
                Arguments.of(
                        "too few",
                        List.of(header.replace("\"resources\":2", "\"resources\":2000000000"), coverage, first, second),
                        "line 4: is cut short: its first line counts 2000000000 resources, and there are 2"),
                Arguments.of(
                        "negative",
                        List.of(header.replace("\"resources\":2", "\"resources\":-1"), coverage, first, second),
                        "fewer than no resources"),
                Arguments.of(
                        "trailing line", List.of(header, coverage, first, second, "{}"), "line 5: 'type' is missing"),
                Arguments.of("trailing text", List.of(header, coverage, first + "{}", second), "line 3: "),
                Arguments.of(
                        "twice",
                        List.of(header, coverage, first, first),
                        "line 4: AWS::S3::Bucket 'arn:aws:s3:::b' is there twice"),
                Arguments.of(
                        "disorder",
                        List.of(header, coverage, second, first),
                        "line 4: AWS::S3::Bucket 'arn:aws:s3:::b' is not in its place"),
                Arguments.of(
                        "newer type",
                        List.of(header, coverage, first, second.replace("AWS::S3::Bucket", "AWS::S9::Pail")),
                        "line 4: there is no resource type 'AWS::S9::Pail'; it is damaged or edited, or a newer aws-audit wrote it. Update aws-audit"),
                Arguments.of(
                        "newer property",
                        List.of(
                                header,
                                coverage,
                                first,
                                second.replace("\"versioning\"", "\"versions\":1,\"versioning\"")),
                        "line 4: there is no property 'versions'; it is damaged or edited, or a newer aws-audit wrote it"),
                Arguments.of(
                        "newer cause",
                        List.of(header, coverage, first.replace("DENIED", "ECLIPSED"), second),
                        "'ECLIPSED' is not one of denied, "),
                Arguments.of(
                        "wrong type",
                        List.of(header, coverage, first, second.replace("\"tags\":{}", "\"tags\":[1]")),
                        "line 4: 'identity.tags': must be an object"),
                Arguments.of(
                        "text for a list",
                        List.of(header.replace("[\"eu-west-1\"]", "\"eu-west-1\""), coverage, first, second),
                        "line 1: 'accounts[1].regions': must be a list"),
                Arguments.of(
                        "null name",
                        List.of(header, coverage, first, second.replace("\"name\":\"c\"", "\"name\":null")),
                        "line 4: 'identity.name': a value is missing"),
                Arguments.of(
                        "no name",
                        List.of(header, coverage, first, second.replace("\"name\":\"c\",", "")),
                        "line 4: 'identity.name': a value is missing"),
                Arguments.of(
                        "null tag",
                        List.of(header, coverage, first, second.replace("\"tags\":{}", "\"tags\":{\"a\":null}")),
                        "line 4: 'identity.tags': a value is missing"),
                Arguments.of(
                        "null in a list",
                        List.of(header.replace("[\"eu-west-1\"]", "[null]"), coverage, first, second),
                        "line 1: 'accounts[1]': a value is missing"),
                Arguments.of("null resource", List.of(header, coverage, first, "null"), "line 4: is damaged"),
                Arguments.of(
                        "null coverage",
                        List.of(header, "{\"listings\":null,\"calls\":[]}", first, second),
                        "line 2: 'listings': a value is missing"),
                Arguments.of(
                        "wrong account",
                        List.of(header, coverage, first, second.replace("111122223333", "1111")),
                        "line 4: '1111' is no account"),
                Arguments.of(
                        "wrong account in the header",
                        List.of(header.replace("111122223333", "x\\u001b[31m"), coverage, first, second),
                        "line 1: 'x?[31m' is no account"),
                Arguments.of(
                        "wrong region",
                        List.of(header, coverage, first, second.replace("eu-west-1", "../..")),
                        "line 4: '../..' is no region"),
                Arguments.of(
                        "wrong ARN",
                        List.of(header, coverage, first, second.replace("arn:aws:s3:::c", "bucket/c")),
                        "line 4: 'bucket/c' is no ARN"),
                Arguments.of("deep", List.of(header, coverage, first, "{\"type\":" + deep + "}"), "line 4: "),
                Arguments.of(
                        "deep inside",
                        List.of(header, coverage, first, second.replace("\"tags\":{}", "\"tags\":" + deep)),
                        "line 4: "),
                Arguments.of("deep header", List.of("{\"format\":" + deep + "}"), "line 1: "),
                Arguments.of("zero bytes", List.of("\0".repeat(100)), "is no aws-audit snapshot"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsLine(String what, List<String> lines, String message) throws IOException {
        byte[] file = zip(String.join("\n", lines));
        assertThatThrownBy(() -> read(file))
                .as(what)
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith(FILE)
                .hasMessageContaining(message)
                .hasMessageEndingWith(".")
                .satisfies(e -> assertThat(e.getMessage())
                        .hasSizeLessThan(600)
                        .hasLineCount(1)
                        .doesNotContain("io.awsaudit", "java."));
    }

    @Test
    void aByteOrderMarkAndOtherEndsOfLinesAreHarmless() throws IOException {
        String text = String.join("\r\n", lines(TWO)) + "\r\n";
        assertThat(read(zip(text))).isEqualTo(TWO);
        assertThat(read(zip("\ufeff" + text))).isEqualTo(TWO);
    }

    @Test
    void otherEncodingsAreRefused() throws IOException {
        String text = String.join("\n", lines(TWO));
        for (String encoding : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
            byte[] file = zip(text.getBytes(encoding));
            assertThatThrownBy(() -> read(file)).as(encoding).isInstanceOf(SnapshotException.class);
        }
        byte[] latin =
                zip(text.replace("\"name\":\"c\"", "\"name\":\"\u00fcber\"").getBytes("ISO-8859-1"));
        assertThatThrownBy(() -> read(latin))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("line 4: Invalid UTF-8");
    }

    @Test
    void halfOfASurrogatePairIsReadAndWritten() throws IOException {
        List<String> lines = new ArrayList<>(lines(TWO));
        lines.set(3, lines.get(3).replace("\"name\":\"c\"", "\"name\":\"\\ud800\""));
        Inventory odd = read(zip(String.join("\n", lines)));
        assertThat(odd.resources().get(1).name()).isEqualTo("\ud800");
        assertThat(read(SnapshotTest.bytes(odd))).isEqualTo(odd);
    }

    @Test
    void whatFollowsTheEndIsRefused() throws IOException {
        byte[] whole = SnapshotTest.bytes(TWO);
        for (byte[] rest : List.of(new byte[] {0}, new byte[100_000], whole, zip(""))) {
            assertThatThrownBy(() -> read(concat(whole, rest)))
                    .isInstanceOf(SnapshotException.class)
                    .hasMessageContaining("something follows its end");
        }
    }

    @Test
    void manyMembersAreRefused() throws IOException {
        byte[] empty = zip("");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            out.write(empty);
        }
        assertThatThrownBy(() -> assertTimeoutPreemptively(SOON, () -> read(out.toByteArray())))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("something follows its end");
    }

    @Test
    void aFileThatZipWroteWithItsNameIsRead() throws IOException {
        byte[] whole = SnapshotTest.bytes(TWO);
        byte[] named = concat(Arrays.copyOf(whole, 10), "two.jsonl\0why\0".getBytes(UTF_8));
        named[3] = 8 | 16;
        assertThat(read(concat(named, Arrays.copyOfRange(whole, 10, whole.length))))
                .isEqualTo(TWO);
    }

    @Test
    void anEndlessLineIsRefused() throws IOException {
        String header = lines(TWO).get(0);
        String coverage = lines(TWO).get(1);
        for (String start : List.of(
                "",
                "{\"format\":\"",
                header + "\n{\"listings\":[\"",
                header + "\n" + coverage + "\n{\"a\":\"",
                header + "\n" + coverage + "\n")) {
            assertThatItIsABomb(start, (start.endsWith("\"") ? "a" : " ").repeat(1 << 16));
        }
        assertThatItIsABomb(header + "\n{\"listings\":[", "[".repeat(1 << 16));
    }

    @Test
    void endlessLinesAreRefused() throws IOException {
        assertThatItIsABomb("", "\n".repeat(1 << 16));
        String header = lines(TWO).get(0).replace("\"resources\":2", "\"resources\":2000000000");
        assertThatItIsABomb(
                header + "\n" + lines(TWO).get(1) + "\n", (lines(TWO).get(2) + "\n").repeat(100));
        assertThatItIsABomb(
                header + "\n" + lines(TWO).get(1) + "\n" + lines(TWO).get(2) + "\n", "\n".repeat(1 << 16));
    }

    @Test
    void aListThatExpandsWithoutEndIsRefused() throws IOException {
        String header = lines(TWO).get(0);
        String listing =
                "{\"account\":\"111122223333\",\"region\":\"eu-west-1\",\"type\":\"" + "x".repeat(10_000) + "\"},";
        byte[] bomb = bomb(header + "\n{\"listings\":[", listing.repeat(10));
        assertThatThrownBy(() -> assertTimeoutPreemptively(SOON, () -> read(bomb)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("line 2: is damaged: it expands more than 400-fold");
    }

    @Test
    void longTextsAreReadUpToAnExtentThatAwsNeverReaches() throws IOException {
        List<String> lines = new ArrayList<>(lines(TWO));
        String owner = "\"ObjectWriter\"";
        String last = lines.get(3);
        lines.set(3, last.replace(owner, "\"" + "x".repeat(10_000_000) + "\""));
        assertThat(((Bucket) read(zip(String.join("\n", lines))).resources().get(1)).objectOwnership())
                .isEqualTo(Observed.known("x".repeat(10_000_000)));
        lines.set(3, last.replace(owner, "\"" + "x".repeat(33 << 20) + "\""));
        byte[] file = zip(String.join("\n", lines));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("line 4: ")
                .hasMessageContaining("too long");
    }

    @Test
    void resourcesThatDifferInNothingButTheirNamesAreNoBomb() throws IOException {
        int count = 20_000; // of which it does not matter how many more there are
        byte[] file = SnapshotTest.bytes(inventory(IntStream.range(0, count)
                .<Resource>mapToObj(i -> bucket("bucket-%06d".formatted(i), Map.of("Owner", "team", "Stage", "prod")))
                .toList()));
        assertThat(read(file).resources()).hasSize(count);
        assertThat(expanded(file) / file.length).as("far from the limit").isLessThan(Unzip.MAX_FACTOR / 3);
    }

    @Test
    void aFileThatIsNotThereOrNoFileIsNamed() throws IOException {
        assertThatThrownBy(() -> Snapshot.read(folder.resolve("none")))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContainingAll("No snapshot at ", "none", "'aws-audit collect' writes one");
        assertThatThrownBy(() -> Snapshot.read(folder))
                .isInstanceOf(SnapshotException.class)
                .hasMessage(folder + " is a directory; name a snapshot file.");
        Path file = Files.write(folder.resolve("file"), new byte[0]);
        assertThatThrownBy(() -> Snapshot.read(file.resolve("below"))).isInstanceOf(SnapshotException.class);
        assertThatThrownBy(() -> Snapshot.read(file))
                .isInstanceOf(SnapshotException.class)
                .hasMessage(file + ", line 1: is cut short; collect it again.");
    }

    @Test
    void anEndlessFileIsRefused() {
        InputStream zeroes = new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        };
        assertThatThrownBy(() -> assertTimeoutPreemptively(SOON, () -> Snapshot.read(zeroes, FILE)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("is no aws-audit snapshot: it is not compressed with gzip");
    }

    private static void assertThatItIsRefusedOrEqual(byte[] file, String what) {
        try {
            assertThat(assertTimeoutPreemptively(SOON, () -> read(file)))
                    .as(what)
                    .isEqualTo(TWO);
        } catch (SnapshotException e) {
            assertThat(e).as(what).hasMessageStartingWith(FILE);
        }
    }

    private static void assertThatItIsABomb(String start, String part) throws IOException {
        byte[] bomb = bomb(start, part);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> assertTimeoutPreemptively(SOON, () -> read(bomb)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith(FILE)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(600));
    }

    /** A beginning, and 100 MB of a part after it. */
    private static byte[] bomb(String start, String part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(start.getBytes(UTF_8));
            byte[] bytes = part.getBytes(UTF_8);
            for (long size = 0; size < 100_000_000; size += bytes.length) {
                zip.write(bytes);
            }
        }
        return out.toByteArray();
    }

    private static Inventory inventory(List<Resource> resources) {
        return new Inventory(TWO.asOf(), TWO.accounts(), Coverage.NONE, resources);
    }

    private static Bucket bucket(String name, Map<String, String> tags) {
        return new Bucket(
                Identity.tagged(Bucket.arnOf("aws", name), "111122223333", "eu-west-1", name, tags),
                SnapshotTest.BUCKET.versioning(),
                SnapshotTest.BUCKET.encryption(),
                SnapshotTest.BUCKET.logging(),
                SnapshotTest.BUCKET.policy(),
                SnapshotTest.BUCKET.acl(),
                SnapshotTest.BUCKET.objectOwnership(),
                SnapshotTest.BUCKET.publicAccessBlock(),
                SnapshotTest.BUCKET.lifecycle(),
                SnapshotTest.BUCKET.notifications(),
                SnapshotTest.BUCKET.objectLock(),
                SnapshotTest.BUCKET.replication());
    }

    private static Inventory read(byte[] file) {
        return Snapshot.read(new ByteArrayInputStream(file), FILE);
    }

    private static List<String> lines(Inventory inventory) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(SnapshotTest.bytes(inventory)))) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long expanded(byte[] file) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static byte[] zip(String text) throws IOException {
        return zip(text.getBytes(UTF_8));
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

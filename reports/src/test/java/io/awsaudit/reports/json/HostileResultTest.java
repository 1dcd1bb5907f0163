package io.awsaudit.reports.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.inventory.snapshot.SnapshotException;
import io.awsaudit.reports.Choices;
import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Reporters;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no results, or were, or pretend to be. */
class HostileResultTest {
    private static final String FILE = "some.json";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AuditResult RESULT = ResultFileTest.full();
    private static final String WHOLE = ResultFileTest.written(RESULT);
    private static final String START = "{\"schemaVersion\":\"2.0\",";

    @TempDir
    private Path folder;

    @Test
    void aResultCutShortAnywhereIsRefused() {
        byte[] whole = WHOLE.strip().getBytes(UTF_8);
        int version = WHOLE.indexOf("\"2.0\"") + 5;
        for (int length = 0; length < whole.length; length += length < 200 || length > whole.length - 100 ? 1 : 13) {
            byte[] part = Arrays.copyOf(whole, length);
            boolean begun = length > version + 2;
            assertThatThrownBy(() -> read(part))
                    .as("cut at %d of %d", length, whole.length)
                    .isInstanceOf(ResultException.class)
                    .hasMessageMatching(
                            begun
                                    ? "some.json, line [0-9]+: is cut short; judge anew[.]"
                                    : "some.json( is no result of aws-audit: .*|, line [23]: is cut short; judge anew[.])");
        }
    }

    @Test
    void aChangedTextIsNoticedOrHarmless() {
        byte[] whole = WHOLE.getBytes(UTF_8);
        Random random = new Random(20260104);
        for (int i = 0; i < 3_000; i++) {
            byte[] changed = whole.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                changed[random.nextInt(whole.length)] = (byte) random.nextInt(256);
            }
            try {
                assertTimeoutPreemptively(SOON, () -> read(changed));
            } catch (ResultException e) {
                assertThat(e).as("change %d", i).hasMessageMatching("some[.]json[, ].*[.]");
            }
        }
    }

    /** What is wrong, the document, and what the message must say. */
    static Stream<Arguments> mistakes() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        return Stream.of(
                Arguments.of("empty", "", "is no result of aws-audit: it does not begin as one; 'aws-audit scan' and"),
                Arguments.of("blank", " \n\n", "is no result of aws-audit: it does not begin as one"),
                Arguments.of("text", "hello", "is no result of aws-audit: it does not hold JSON; 'aws-audit scan' and"),
                Arguments.of("a page", "<!DOCTYPE html>", "it does not hold JSON"),
                Arguments.of("a list", "[1]", "is no result of aws-audit: it does not begin as one"),
                Arguments.of("nothing in it", "{}", "is no result of aws-audit"),
                Arguments.of("SARIF", sarif(), "is no result of aws-audit: it does not begin as one"),
                Arguments.of("another program's", "{\"tool\":{\"name\":\"other\"}}", "is no result of aws-audit"),
                Arguments.of("only a version", "{\"schemaVersion\":\"2.0\"}", "line 1: 'scan' is missing"),
                Arguments.of(
                        "newer",
                        WHOLE.replace("\"2.0\"", "\"3.0\""),
                        " has schema version 3.0, newer than 2.0, the newest that this program reads; update aws-audit."),
                Arguments.of("much newer", WHOLE.replace("\"2.0\"", "\"99999999999999999999.0\""), "newer than 2.0"),
                Arguments.of(
                        "older",
                        WHOLE.replace("\"2.0\"", "\"1.0\""),
                        " has schema version 1.0, which does not hold all of a result"),
                Arguments.of(
                        "no version", WHOLE.replace("\"2.0\"", "\"two\""), "no schema version that makes sense: 'two'"),
                Arguments.of("a number", WHOLE.replace("\"2.0\"", "2.0"), "'schemaVersion': must be a text"),
                Arguments.of(
                        "resource type",
                        WHOLE.replaceFirst(
                                "\"resourceType\":\"AWS::S3::Bucket\"", "\"resourceType\":\"AWS::S9::Pail\""),
                        "'checks[2].resourceType': there is no resource type 'AWS::S9::Pail'; it is damaged or edited, or"
                                + " a newer aws-audit wrote it. Update aws-audit"),
                Arguments.of(
                        "verdict",
                        WHOLE.replaceFirst("\"status\":\"UNKNOWN\"", "\"status\":\"DOUBTFUL\""),
                        "'DOUBTFUL' is not one of FAIL, UNKNOWN, PASS, NOT_APPLICABLE, MANUAL"),
                Arguments.of(
                        "severity",
                        WHOLE.replaceFirst("\"severity\":\"low\"", "\"severity\":\"dire\""),
                        "line " + lineOf("\"severity\":\"low\"")
                                + ": 'checks[1].severity': 'dire' is not one of critical, high, medium, low"),
                Arguments.of(
                        "cause", WHOLE.replace("\"cause\":\"denied\"", "\"cause\":\"cursed\""), "'cursed' is not one"),
                Arguments.of(
                        "blame", WHOLE.replace("service control policy\"", "weather\""), "'weather' is not one of"),
                Arguments.of(
                        "relation", WHOLE.replace("\"logs to\",\"to\"", "\"sees\",\"to\""), "'sees' is not one of"),
                Arguments.of(
                        "state", WHOLE.replaceFirst("\"state\":\"new\"", "\"state\":\"odd\""), "'odd' is not one of"),
                Arguments.of(
                        "property",
                        WHOLE.replaceFirst("\"evidence\":", "\"evidense\":"),
                        "there is no property 'evidense' here"),
                Arguments.of(
                        "missing name",
                        WHOLE.replaceFirst("\"fingerprint\":\"[0-9a-f]*\",\"suppression\"", "\"suppression\""),
                        "'findings[1]': 'fingerprint' is missing"),
                Arguments.of(
                        "null",
                        WHOLE.replaceFirst("\"message\":\"[^\"]*\"", "\"message\":null"),
                        ".message': must be a text"),
                Arguments.of(
                        "time",
                        WHOLE.replace("2026-01-01T00:00:00.1", "2026-13-01T00:00:00.1"),
                        "'scan.startedAt': must be a time"),
                Arguments.of("day", WHOLE.replace("2026-01-05", "Friday"), "'suppressions[1].expires': must be a day"),
                Arguments.of("count", WHOLE.replace("\"resources\":4", "\"resources\":-4"), "not negative"),
                Arguments.of(
                        "large count",
                        WHOLE.replace("\"resources\":4", "\"resources\":" + "9".repeat(30)),
                        "that fits"),
                Arguments.of("share", WHOLE.replace("\"resources\":4", "\"resources\":4.5"), "must be a whole number"),
                Arguments.of("flag", WHOLE.replaceFirst("\"asked\":true", "\"asked\":1"), "must be true or false"),
                Arguments.of(
                        "text for a list",
                        WHOLE.replaceFirst("\"regions\":\\[[^]]*]", "\"regions\":\"x\""),
                        "must be a list"),
                Arguments.of(
                        "list for an object",
                        WHOLE.replaceFirst("\"tool\":\\{[^}]*}", "\"tool\":[]"),
                        "must be an object"),
                Arguments.of(
                        "unknown check",
                        WHOLE.replaceFirst("\\{\"id\":\"s3-bucket-not-public\"", "{\"id\":\"s3-bucket-other\""),
                        "there is no check 's3-bucket-not-public' in it"),
                Arguments.of(
                        "incomplete elsewhere",
                        WHOLE.replaceFirst("\"region\":\"eu-west-2\"", "\"region\":\"eu-west-9\""),
                        "the listing of 'AWS::S3::Bucket' in 'eu-west-9' is incomplete, and not among the scopes"),
                Arguments.of(
                        "refused and not called",
                        WHOLE.replaceFirst(
                                "\"refused\":\\[\\{\"operation\":\"s3:GetBucketAcl\"",
                                "\"refused\":[{\"operation\":\"s3:Other\""),
                        "'s3:Other' was refused, and is not among what was called"),
                Arguments.of("two documents", WHOLE + WHOLE, "something follows its end"),
                Arguments.of("text behind", WHOLE + "x", "line "),
                Arguments.of(
                        "twice", WHOLE.replaceFirst("\"summary\":", "\"findings\":[],\"summary\":"), "is there twice"),
                Arguments.of("deep", START + "\"summary\":" + deep + "}", "it is nested too deeply"),
                Arguments.of("deep text", START + "\"tool\":{\"name\":" + deep + "}}", "must be a text"),
                Arguments.of("zero bytes", "\0".repeat(100), "it does not hold JSON"),
                Arguments.of("half of a character", WHOLE.replace("its resource is new", "\\ud83d"), null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsPlace(String what, String document, String message) {
        if (message == null) {
            assertThat(read(document.getBytes(UTF_8)).findings()).hasSameSizeAs(RESULT.findings());
            return;
        }
        assertThat(document).isNotEqualTo(WHOLE);
        assertThatThrownBy(() -> read(document.getBytes(UTF_8)))
                .as(what)
                .isInstanceOf(ResultException.class)
                .hasMessageStartingWith(FILE)
                .hasMessageContaining(message)
                .hasMessageEndingWith(".")
                .satisfies(e -> assertThat(e.getMessage())
                        .hasSizeLessThan(600)
                        .hasLineCount(1)
                        .doesNotContain("io.awsaudit", "java.", "jackson"));
    }

    @Test
    void compactRegionsDoNotBecomeMoreThanMemoryHolds() {
        String many = "[" + "\"x\",".repeat(100_000) + "\"x\"]";
        for (String part : List.of(
                "\"listings\":{\"scopes\":[{\"account\":\"1\",\"regions\":" + many + ",\"types\":" + many + "}]}",
                "\"calls\":{\"scopes\":[{\"account\":\"1\",\"regions\":" + many + ",\"answered\":{"
                        + IntStream.range(0, 10_000)
                                .mapToObj(i -> "\"a" + i + "\":1")
                                .collect(java.util.stream.Collectors.joining(","))
                        + "}}]}")) {
            byte[] bomb = (START + "\"coverage\":{" + part + "}}").getBytes(UTF_8);
            assertTimeoutPreemptively(
                    SOON,
                    () -> assertThatThrownBy(() -> read(bomb))
                            .isInstanceOf(ResultException.class)
                            .hasMessageContaining("more calls and listings than any audit makes"));
        }
    }

    @Test
    void aTextWithoutEndIsRefusedSoon() {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream((START + "\"tool\":{\"name\":\"").getBytes(UTF_8)), new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        Arrays.fill(target, offset, offset + length, (byte) 'x');
                        return length;
                    }
                });
        assertTimeoutPreemptively(
                SOON,
                () -> assertThatThrownBy(() -> ResultFile.read(endless, FILE))
                        .isInstanceOf(ResultException.class)
                        .hasMessageContaining("a value in it is too long"));
    }

    @Test
    void anErrorOfTheDiskIsNamed() {
        InputStream failing = new SequenceInputStream(
                Collections.enumeration(List.of(new ByteArrayInputStream(START.getBytes(UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Input/output error");
                    }
                })));
        assertThatThrownBy(() -> ResultFile.read(failing, FILE))
                .isInstanceOf(ResultException.class)
                .hasMessage("Cannot read some.json: Input/output error.");
    }

    @Test
    void aSnapshotIsSentToTheCommandThatTakesIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Snapshot.write(new Inventory(Instant.EPOCH, List.of(), Coverage.NONE, List.of()), out);
        assertThatThrownBy(() -> read(out.toByteArray()))
                .isInstanceOf(ResultException.class)
                .hasMessage(
                        "some.json is a snapshot, which holds resources and no verdicts; 'aws-audit evaluate' judges it"
                                + " and writes a result, findings.json.");
    }

    @Test
    void aResultIsSentToTheCommandThatTakesIt() {
        for (String document : List.of(WHOLE, WHOLE.replace("\n", ""), "\n " + WHOLE)) {
            assertThatThrownBy(() -> Snapshot.read(new ByteArrayInputStream(document.getBytes(UTF_8)), FILE))
                    .isInstanceOf(SnapshotException.class)
                    .hasMessage(
                            "some.json is no aws-audit snapshot but a result, which holds verdicts and no resources;"
                                    + " 'aws-audit report' takes it, and 'aws-audit collect' writes a snapshot.");
        }
    }

    @Test
    void aCompressedResultIsToBeExpanded() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(WHOLE.getBytes(UTF_8));
        }
        assertThatThrownBy(() -> read(out.toByteArray()))
                .isInstanceOf(ResultException.class)
                .hasMessage("some.json is compressed; expand it first, as with gunzip.");
    }

    @Test
    void aFileThatIsNotThereOrADirectoryIsNamed() throws IOException {
        Path missing = folder.resolve("none.json");
        assertThatThrownBy(() -> ResultFile.read(missing))
                .isInstanceOf(ResultException.class)
                .hasMessageStartingWith("No result at " + missing + "; 'aws-audit scan'");
        assertThatThrownBy(() -> ResultFile.read(folder))
                .isInstanceOf(ResultException.class)
                .hasMessage(folder + " is a directory; name a result.");
        Path result = Files.writeString(folder.resolve("findings.json"), WHOLE);
        assertThatThrownBy(() -> ResultFile.read(folder))
                .isInstanceOf(ResultException.class)
                .hasMessage(folder + " is a directory; name a result, such as " + result + ".");
        assertThat(ResultFile.read(result).findings()).hasSameSizeAs(RESULT.findings());
    }

    @Test
    void otherEncodingsOfUnicodeAreRead() {
        assertThat(read(WHOLE.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(read(WHOLE.getBytes(UTF_8)));
    }

    private static long lineOf(String text) {
        return WHOLE.substring(0, WHOLE.indexOf(text)).lines().count();
    }

    private static String sarif() {
        return Golden.text(Reporters.of("sarif", Choices.PLAIN).orElseThrow(), Samples.small());
    }

    private static AuditResult read(byte[] document) {
        return ResultFile.read(new ByteArrayInputStream(document), FILE);
    }
}

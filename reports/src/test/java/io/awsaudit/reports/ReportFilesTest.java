package io.awsaudit.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.rules.AuditResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    private static final AuditResult NOTHING =
            new AuditResult("1.0", Instant.EPOCH, List.of(), Coverage.NONE, List.of(), List.of(), List.of(), 0);

    @TempDir
    private Path folder;

    @Test
    void aReportAppearsInADirectoryMadeForItsOwnerAlone() throws IOException {
        Path directory = folder.resolve("a/b");
        Path file = ReportFiles.write(writing("whole"), NOTHING, directory);
        assertThat(file).isEqualTo(directory.resolve("plain.txt")).hasContent("whole");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(directory)).isEqualTo("rwx------");
        assertThat(names(directory)).containsExactly("plain.txt");
    }

    @Test
    void whatAnEarlierRunNeededMoreFilesForIsRemoved() throws IOException {
        for (String name : List.of("findings-2.sarif", "findings-3.sarif", "findings-5.sarif", "findings-2.json")) {
            Files.writeString(folder.resolve(name), "earlier");
        }
        Reporter sarif = Reporters.of("sarif", Choices.PLAIN).orElseThrow();
        assertThat(ReportFiles.writeParts(sarif, NOTHING, folder)).containsExactly(folder.resolve("findings.sarif"));
        assertThat(ReportFiles.writeParts(Reporters.of("json", Choices.PLAIN).orElseThrow(), NOTHING, folder))
                .containsExactly(folder.resolve("findings.json"));
        assertThat(names(folder))
                .containsExactlyInAnyOrder("findings.sarif", "findings-5.sarif", "findings.json", "findings-2.json");
    }

    @Test
    void aReportReplacesAnEarlierOneAndItsPermissions() throws IOException {
        Files.writeString(folder.resolve("plain.txt"), "earlier");
        assertThat(ReportFiles.write(writing("later"), NOTHING, folder)).hasContent("later");
        assertThat(permissions(folder.resolve("plain.txt"))).isEqualTo("rw-------");
    }

    @Test
    void aLinkIsReplacedAndNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.txt"), "precious");
        Files.createSymbolicLink(folder.resolve("plain.txt"), elsewhere);
        ReportFiles.write(writing("report"), NOTHING, folder);
        assertThat(elsewhere).hasContent("precious");
        assertThat(folder.resolve("plain.txt")).isRegularFile().hasContent("report");
    }

    @Test
    void aLinkToADirectoryIsADirectory() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        assertThat(ReportFiles.write(writing("report"), NOTHING, link)).hasContent("report");
    }

    @Test
    void aFullDiskLeavesTheEarlierReportAndNoDraft() throws IOException {
        Files.writeString(folder.resolve("plain.txt"), "earlier");
        assertThatThrownBy(() -> ReportFiles.write(failing("No space left on device"), NOTHING, folder))
                .isInstanceOf(ReportException.class)
                .hasMessageContainingAll("plain.txt", "No space left on device", "Free some space");
        assertThat(folder.resolve("plain.txt")).hasContent("earlier");
        assertThat(names(folder)).containsExactly("plain.txt");
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsNamed() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        assertThatThrownBy(() -> ReportFiles.write(writing(""), NOTHING, taken))
                .isInstanceOf(ReportException.class)
                .hasMessageContainingAll(taken + " is a file, not a directory", "Choose another directory");
    }

    @Test
    void aDirectoryInPlaceOfTheFileIsNamed() throws IOException {
        Files.createDirectory(folder.resolve("plain.txt"));
        assertThatThrownBy(() -> ReportFiles.write(writing(""), NOTHING, folder))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("a directory has that name");
        assertThat(names(folder)).containsExactly("plain.txt");
    }

    @Test
    void aDirectoryIsPreparedAndLeftEmpty() throws IOException {
        Path directory = folder.resolve("a/b");
        ReportFiles.prepare(directory);
        assertThat(permissions(directory)).isEqualTo("rwx------");
        ReportFiles.prepare(directory);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatCannotBeIsRefusedBeforehand() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        for (Path directory : List.of(taken, taken.resolve("below"))) {
            assertThatThrownBy(() -> ReportFiles.prepare(directory))
                    .isInstanceOf(ReportException.class)
                    .hasMessageContainingAll(
                            "Cannot write " + directory, "Choose another directory, or move the file away");
        }
    }

    @Test
    void anyFileIsWrittenWithTheSameCare() throws IOException {
        Path file = folder.resolve("a/inventory");
        ReportFiles.write(file, out -> out.write(new byte[] {'o', 'k'}));
        assertThat(file).hasContent("ok");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThatThrownBy(() -> ReportFiles.write(file, out -> {
                    out.write(1);
                    throw new IOException("broken");
                }))
                .isInstanceOf(ReportException.class);
        assertThat(file).hasContent("ok");
        assertThat(names(folder.resolve("a"))).containsExactly("inventory");
    }

    @Test
    void aDeviceIsNotReplaced() {
        assertThatThrownBy(() -> ReportFiles.write(Path.of("/dev/null"), out -> out.write(1)))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("cannot be replaced");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void theDraftOfADeadRunIsRemoved() throws IOException {
        Path left = Files.writeString(folder.resolve(".findings.json.17.aws-audit-draft"), "half");
        Path other = Files.writeString(folder.resolve(".findings.json.17.tmp"), "somebody else's");
        ReportFiles.write(writing("whole"), NOTHING, folder);
        assertThat(left).doesNotExist();
        assertThat(other).exists();
        Files.writeString(left, "half");
        ReportFiles.prepare(folder);
        assertThat(left).doesNotExist();
    }

    @Test
    void theDraftOfAnotherRunThatLivesIsLeftAlone() throws Exception {
        Path draft = Files.writeString(folder.resolve(".plain.txt.17.aws-audit-draft"), "half");
        Path holder = Files.writeString(folder.resolve("Holder.java"), """
                import java.nio.channels.FileChannel;
                import java.nio.file.Path;
                import java.nio.file.StandardOpenOption;
                class Holder {
                    public static void main(String[] args) throws Exception {
                        try (var channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
                            channel.lock();
                            System.out.println("locked");
                            System.in.read();
                        }
                    }
                }
                """);
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        holder.toString(),
                        draft.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("locked");
            ReportFiles.write(writing("whole"), NOTHING, folder);
            assertThat(draft).exists();
        } finally {
            other.destroyForcibly().waitFor();
        }
        ReportFiles.write(writing("whole"), NOTHING, folder);
        assertThat(draft).doesNotExist();
    }

    @Test
    void twoWritersOfOneProcessDoNotDisturbEachOther() {
        Path inner = folder.resolve("inner");
        ReportFiles.write(folder.resolve("outer"), out -> {
            out.write('o');
            ReportFiles.write(inner, content -> content.write('i'));
            ReportFiles.prepare(folder);
        });
        assertThat(folder.resolve("outer")).hasContent("o");
        assertThat(inner).hasContent("i");
    }

    @Test
    void anErrorInTheMiddleLeavesNoDraft() throws IOException {
        Files.writeString(folder.resolve("file"), "earlier");
        assertThatThrownBy(() -> ReportFiles.write(folder.resolve("file"), out -> {
                    throw new StackOverflowError("too deep");
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(folder.resolve("file")).hasContent("earlier");
        assertThat(names(folder)).containsExactly("file");
    }

    @Test
    void aLinkToNothingInPlaceOfTheDirectoryIsNamed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> ReportFiles.prepare(link))
                .isInstanceOf(ReportException.class)
                .hasMessageContainingAll(link + " is a link to nothing", "mend the link");
    }

    @Test
    void aFileSystemThatTakesNoFilesIsNamed() {
        assertThatThrownBy(() -> ReportFiles.prepare(Path.of("/proc/aws-audit")))
                .isInstanceOf(ReportException.class)
                .hasMessageStartingWith("Cannot write /proc/aws-audit: ");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static Reporter writing(String text) {
        return new Plain() {
            @Override
            public void write(AuditResult result, OutputStream out) throws IOException {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static Reporter failing(String reason) {
        return new Plain() {
            @Override
            public void write(AuditResult result, OutputStream out) throws IOException {
                out.write(1);
                throw new IOException(reason);
            }
        };
    }

    private abstract static class Plain implements Reporter {
        @Override
        public String format() {
            return "plain";
        }

        @Override
        public String fileName() {
            return "plain.txt";
        }
    }
}

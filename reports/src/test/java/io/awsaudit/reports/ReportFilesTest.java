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
    private static final AuditResult NOTHING = new AuditResult(
            "1.0", Instant.EPOCH, List.of(), Coverage.NONE, List.of(), List.of(), List.of(), 0);

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

package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.reports.Reporters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the pages on reports show is what the program writes: every line of an excerpt is a line of the demonstration's. */
class ReportPagesTest {
    private static final Path PAGES = Path.of("..", "docs", "reports");
    private static final Pattern EXCERPT =
            Pattern.compile("<!-- excerpt of ([\\w.-]+) -->\\R```\\w*\\R(.*?)\\R```", Pattern.DOTALL);
    private static final String LEFT_OUT = "...";

    @TempDir
    private static Path folder;

    private record Excerpt(Path page, String report, List<String> lines) {}

    @BeforeAll
    static void audit() throws IOException {
        Program.Run run =
                Program.in(folder).run("demo", "--output", "out", "--format", String.join(",", Reporters.formats()));
        assertThat(run.exitCode()).as(run.err()).isZero();
        Files.writeString(folder.resolve("out").resolve("terminal.txt"), run.out());
    }

    @Test
    void everyFormatHasAPage() {
        Set<String> shown = new TreeSet<>();
        excerpts().forEach(excerpt -> shown.add(excerpt.report()));
        Set<String> written = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".html")) // shown by pictures
                    .forEach(written::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(shown).containsAll(written);
    }

    @TestFactory
    Stream<DynamicTest> everyExcerptIsOfTheDemonstration() {
        return excerpts().stream()
                .map(excerpt -> DynamicTest.dynamicTest(
                        excerpt.page().getFileName() + ": " + excerpt.report(),
                        () -> assertThat(lines(folder.resolve("out").resolve(excerpt.report())))
                                .containsAll(excerpt.lines().stream()
                                        .filter(line -> !line.strip().equals(LEFT_OUT))
                                        .toList())));
    }

    private static List<Excerpt> excerpts() {
        List<Excerpt> excerpts = new ArrayList<>();
        try (Stream<Path> pages = Files.list(PAGES)) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                Matcher matcher = EXCERPT.matcher(Files.readString(page));
                while (matcher.find()) {
                    excerpts.add(new Excerpt(
                            page, matcher.group(1), matcher.group(2).lines().toList()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return excerpts;
    }

    private static Set<String> lines(Path report) throws IOException {
        return new TreeSet<>(Files.readAllLines(report));
    }
}

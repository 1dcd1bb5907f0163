package io.awsaudit.reports.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Comparison;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MarkdownReporterTest {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), AutolinkExtension.create(), StrikethroughExtension.create());

    @Test
    void theSmallResultLooksLikeThis() {
        Golden.assertThatTextIs("summary.md", Golden.text(new MarkdownReporter(), Samples.small()));
    }

    @Test
    void aComparedResultLooksLikeThis() {
        Golden.assertThatTextIs("summary-compared.md", Golden.text(new MarkdownReporter(), compared()));
    }

    @Test
    void aCleanResultSaysThatNothingFailed() {
        AuditResult small = Samples.small();
        AuditResult clean = new AuditResult(
                small.toolVersion(),
                small.asOf(),
                small.accounts(),
                Coverage.NONE,
                small.checks(),
                small.frameworks(),
                small.findings().stream()
                        .filter(finding -> finding.status() == Verdict.PASS)
                        .toList(),
                small.resources());
        assertThat(Golden.text(new MarkdownReporter(), clean))
                .startsWith("## aws-audit: nothing failed\n")
                .doesNotContain("### ");
    }

    @Test
    void itFitsIntoACommentAndSaysWhatDoesNot() {
        AuditResult result = Samples.large(20_000);
        String page = Golden.text(new MarkdownReporter(), result);
        assertThat(page).hasSizeBetween(50_000, 65_000);
        assertThat(page).containsPattern("And [\\d,]+ more, for which there is no room here\\.");
        assertThat(rendered(page).select("details"))
                .isNotEmpty()
                .allSatisfy(details -> assertThat(details.select("> summary")).hasSize(1));
    }

    @ParameterizedTest
    @FieldSource("io.awsaudit.reports.Samples#HOSTILE")
    void aCodeSpanShowsTextAndNothingElse(String text) {
        String line = io.awsaudit.reports.Text.visible(text);
        assertThat(rendered("- " + Gfm.code(text, 1_000))
                        .select("li > code")
                        .text()
                        .replaceAll("\\s+", " "))
                .isEqualTo(line.strip().replaceAll("\\s+", " "));
        Document table = rendered("| a | b |\n|---|---|\n| " + Gfm.cell(text, 1_000) + " | next |\n");
        assertThat(table.select("tbody > tr > td")).hasSize(2);
        assertThat(table.select("tbody > tr > td > code").text().replaceAll("\\s+", " "))
                .isEqualTo(line.strip().replaceAll("\\s+", " "));
        Document folded = rendered("<details><summary>" + Gfm.html(text, 1_000) + "</summary>\n\nbody\n\n</details>");
        assertThat(folded.select("summary > code").text().replaceAll("\\s+", " "))
                .isEqualTo(line.strip().replaceAll("\\s+", " "));
        assertThat(folded.select("summary > code > *")).isEmpty();
    }

    @Test
    void proseKeepsPlainWordsAndPutsTheRestIntoCode() {
        assertThat(Gfm.prose("Who reads s3:GetObject (or AWS::S3::Bucket), 3 times, may_be @octocat *bold* www.x.y"))
                .isEqualTo(
                        "Who reads s3:GetObject (or AWS::S3::Bucket), 3 times, `may_be` `@octocat` `*bold*` `www.x.y`");
    }

    @Test
    void aBlockOfCodeIsNotClosedByWhatIsInIt() {
        assertThat(rendered(Gfm.block("sh", "echo\n```\n# heading")).select("h1"))
                .isEmpty();
    }

    private static AuditResult compared() {
        AuditResult small = Samples.small();
        Instant baseline = Instant.parse("2025-12-31T00:00:00Z");
        List<Finding> findings = small.findings().stream()
                .map(finding -> changed(
                        finding,
                        switch (finding.status()) {
                            case FAIL -> new Change(Change.State.NEW, Optional.of(Verdict.PASS), "policy changed");
                            case PASS -> new Change(Change.State.FIXED, Optional.of(Verdict.FAIL), "encrypted now");
                            default -> new Change(Change.State.UNCHANGED, Optional.of(finding.status()), "");
                        },
                        finding.status() == Verdict.FAIL ? small.asOf() : baseline))
                .toList();
        return new AuditResult(
                small.toolVersion(),
                small.asOf(),
                small.accounts(),
                small.coverage(),
                small.checks(),
                small.frameworks(),
                findings,
                small.resources(),
                List.of(),
                Optional.of(new Comparison(baseline, List.of(small.findings().get(3)), List.of())),
                List.of());
    }

    private static Finding changed(Finding finding, Change change, Instant since) {
        return new Finding(
                finding.checkId(),
                finding.status(),
                finding.severity(),
                finding.resource(),
                finding.message(),
                finding.evidence(),
                finding.path(),
                finding.gaps(),
                finding.fingerprint(),
                finding.suppression(),
                Optional.of(change),
                Optional.of(since));
    }

    private static Document rendered(String markdown) {
        return Jsoup.parseBodyFragment(HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .build()
                .render(Parser.builder().extensions(EXTENSIONS).build().parse(markdown)));
    }
}

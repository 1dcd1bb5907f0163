package io.awsaudit.reports.html;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a big organisation opens: a hundred thousand findings, and more. */
class LargePageTest {
    private static final double BUDGET_MILLIS = 2_000;

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Test
    void aHundredThousandFindingsOpenAndFewOfThemStandInTheDocument() throws IOException {
        Page page = chromium.open(Pages.large(), "#findings?status=any");
        assertThat(page.locator("#shown")).hasText("100,000 findings");
        Locator rows = page.locator("#findings-grid [data-fingerprint]");
        assertThat(rows.first()).isVisible();
        double millis =
                ((Number) page.evaluate("performance.getEntriesByName('aws-audit-usable')[0].startTime")).doubleValue();
        // Told and not asserted: how long it takes says as much of the machine as of the page.
        System.out.printf(
                "100,000 findings in a file of %.1f MB can be used after %.0f ms, %.2f of the budget of %.0f ms%n",
                Files.size(Pages.large()) / 1e6, millis, millis / BUDGET_MILLIS, BUDGET_MILLIS);
        assertThat(rows.count()).isBetween(5, 300);
        assertThat((Integer) page.evaluate("document.querySelectorAll('*').length"))
                .isLessThan(10_000);
    }

    @Test
    void theEndKeyAndTheScrollBarLeadToTheLastFinding() {
        Page page = chromium.open(Pages.large(), "#findings?status=any");
        Locator rows = page.locator("#findings-grid [data-fingerprint]");
        Locator last = page.locator("#findings-grid [aria-rowindex='100001']");
        rows.first().focus();
        page.keyboard().press("End");
        assertThat(last).isFocused();
        assertThat(last).isInViewport();
        page.keyboard().press("Home");
        assertThat(page.locator("#findings-grid [aria-rowindex='2']")).isFocused();
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
        assertThat(last).isInViewport();
        assertThat(rows.count()).isLessThan(300);
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)");
        assertThat(page.locator("#findings-grid [aria-rowindex='50000']")).isVisible();
    }

    @Test
    void searchNarrowsAHundredThousandFindings() {
        Page page = chromium.open(Pages.large(), "#findings?status=any");
        page.locator("#query").fill("payments-s3-7 encrypted");
        assertThat(page.locator("#shown")).not().containsText("searching");
        assertThat(page.locator("#shown")).not().hasText("100,000 findings");
        assertThat(page.locator("#findings-grid [data-fingerprint] .name").allInnerTexts())
                .isNotEmpty()
                .allMatch(name -> name.startsWith("payments-s3-7"));
    }

    @Test
    void whatAFileDoesNotListIsCountedAndSaid() {
        AuditResult result = Samples.large(20_000);
        long failures =
                result.findings().stream().filter(Finding::isOpenFailure).count();
        Page page = chromium.open(Pages.of("capped", new HtmlReporter(1_000), () -> result));
        assertThat(page.locator(".note").first())
                .containsText(Html.number(result.findings().size() - 1_000L) + " findings are counted, but not listed");
        assertThat(page.locator("main .headline").first()).containsText(Html.number(failures));
        assertThat(page.getByLabel("Findings by severity"))
                .containsText(Html.number(result.counts().get(Verdict.PASS)));
        page.navigate(Pages.of("capped", () -> result).toUri() + "#findings?status=any");
        assertThat(page.locator("#shown")).hasText("1,000 findings");
        assertThat(page.locator(".note").first()).containsText(Pattern.compile("counted, but not listed"));
    }
}

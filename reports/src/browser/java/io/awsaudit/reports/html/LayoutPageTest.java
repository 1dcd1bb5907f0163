package io.awsaudit.reports.html;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report on a phone, and on paper. */
class LayoutPageTest {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    static Stream<String> views() {
        return Pages.viewsOfDemo().stream();
    }

    @ParameterizedTest
    @MethodSource("views")
    void nothingIsWiderThanAPhone(String view) {
        assertThatItFits(chromium.open(Pages.demo(), view, Chromium.phone()));
    }

    @ParameterizedTest
    @MethodSource("views")
    void hostileNamesAreNotWiderThanAPhoneEither(String view) {
        String address = view.startsWith("#resource") || view.startsWith("#finding?") ? "#findings" : view;
        Page page = chromium.open(Pages.hostile(), address, Chromium.phone());
        assertThatItFits(page);
        if (!address.equals(view)) {
            page.locator("#findings-grid [data-fingerprint]").first().click();
            assertThat(page.locator("main")).hasAttribute("data-view", "finding");
            assertThatItFits(page);
            page.locator("main h1 ~ p a").first().click();
            assertThat(page.locator("main")).hasAttribute("data-view", "resource");
            assertThatItFits(page);
        }
    }

    @Test
    void filtersUnfoldOnAPhone() {
        Page page = chromium.open(Pages.demo(), "#findings", Chromium.phone());
        assertThat(page.locator("#facets")).isHidden();
        page.locator("#filters summary").tap();
        assertThat(page.locator("#facets")).isVisible();
        assertThatItFits(page);
    }

    /** What is on the screen is on paper: in the height of a sheet and beyond, and within its width. */
    @ParameterizedTest
    @MethodSource("views")
    void whatIsOnTheScreenIsOnPaper(String view) throws IOException {
        // A4 within margins of 1 cm, at 96 pixels to the inch.
        Page page = chromium.open(Pages.demo(), view, Chromium.desktop().setViewportSize(718, 1047));
        List<String> screen = lines(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        List<String> paper = lines(page);
        Object beyond = page.evaluate("""
                [...document.querySelectorAll('main *')].filter(element => !element.closest('svg') && element.getBoundingClientRect().right > innerWidth + 1)
                  .map(element => `${Math.round(element.getBoundingClientRect().right)}: ${element.outerHTML.slice(0, 200)}`).slice(0, 5)""");
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4"));
        Files.write(Chromium.FOLDER.resolve(view.replaceAll("#|\\?.*", "") + ".pdf"), pdf);
        assertThat(paper).containsAll(screen);
        assertThat((List<?>) beyond)
                .as("what stands beyond the edge of the sheet")
                .isEmpty();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void onPaperStandMoreFindingsThanOnTheScreen() {
        Page page = chromium.open(Pages.large(), "#findings?status=fail");
        Locator rows = page.locator("#findings-grid [data-fingerprint]");
        int screen = rows.count();
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(rows.count()).isGreaterThan(1_000).isGreaterThan(screen);
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(rows.count()).isEqualTo(screen);
    }

    private static void assertThatItFits(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("the width of " + page.url())
                .isLessThanOrEqualTo((Integer) page.evaluate("innerWidth"))
                .isEqualTo(360);
    }

    /** {@return what can be read in the view, line by line; the controls of the screen are none of it} */
    private static List<String> lines(Page page) {
        String text = (String) page.evaluate("""
                (() => {
                  const seen = [];
                  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                  while (walker.nextNode()) {
                    const node = walker.currentNode;
                    const element = node.parentElement;
                    if (node.data.trim() && !element.closest('button, select, input, summary, label, legend, .search, .filters, .line, .hidden, .steps, .crumbs')
                      && element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) {
                      seen.push(node.data.trim());
                    }
                  }
                  return seen.join('\\n');
                })()""");
        return text.lines().toList();
    }
}

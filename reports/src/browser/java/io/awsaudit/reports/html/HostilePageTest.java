package io.awsaudit.reports.html;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.awsaudit.reports.Samples;
import io.awsaudit.reports.Text;
import io.awsaudit.rules.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Accounts whose texts are written against those who open the report. */
class HostilePageTest {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    static Stream<Path> hostile() {
        return Stream.of(Pages.hostile(), Pages.hostileAccount());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noViewCarriesOutWhatAnAccountSays(Path report) {
        Page page = chromium.open(report);
        int scripts = page.locator("script").count();
        for (String view :
                List.of("#overview", "#findings?status=any", "#frameworks", "#coverage", "#changes", "#suppressions")) {
            page.navigate(report.toUri() + view);
            assertThat(page.locator("main")).hasAttribute("data-view", view.replaceAll("#|\\?.*", ""));
            assertThatIsText(page, scripts);
        }
        page.navigate(report.toUri() + "#frameworks");
        page.locator("main table a").first().click();
        assertThat(page.locator("main")).hasAttribute("data-view", "framework");
        assertThatIsText(page, scripts);
    }

    @Test
    void everyHostileNameIsShownAsItIsSpelled() {
        Page page = chromium.open(Pages.hostile(), "#findings?status=any");
        Locator rows = page.locator("#findings-grid [data-fingerprint]");
        assertThat(rows.first()).isVisible();
        int scripts = page.locator("script").count();
        for (Finding finding : Samples.hostile().findings()) {
            String name = Text.visible(finding.resource().name());
            page.navigate(Pages.hostile().toUri() + "#finding?id=" + finding.fingerprint());
            assertThat(page.locator("#facts")).containsText(finding.fingerprint());
            assertThat(page.locator("#seen")).containsText(name);
            assertThatIsText(page, scripts);
            page.locator("main h1 ~ p a").first().click();
            assertThat(page.locator("main")).hasAttribute("data-view", "resource");
            assertThat(page.getByText("No such resource")).hasCount(0);
            assertThat(page.locator("main")).containsText(name);
            assertThat(page).hasURL(Pattern.compile(".*#resource\\?arn=.*"));
            page.reload();
            assertThat(page.locator("main")).hasAttribute("data-view", "resource");
            assertThat(page.getByText("No such resource")).hasCount(0);
            assertThatIsText(page, scripts);
        }
    }

    @Test
    void whatIsTypedAndWhatTheAddressSaysIsTextAsWell() {
        Page page = chromium.open(Pages.hostile(), "#findings?status=any");
        assertThat(page.locator("#findings-grid [data-fingerprint]").first()).isVisible();
        int scripts = page.locator("script").count();
        for (String text : Samples.HOSTILE) {
            page.locator("#query").fill(text);
            assertThat(page.locator("#shown")).not().containsText("searching");
            assertThatIsText(page, scripts);
        }
        String harm = "%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D%27owned%27%3E";
        for (String view : List.of(
                "#" + harm,
                "#findings?status=" + harm + "&severity=" + harm + "&sort=" + harm + "&framework=" + harm + "&control="
                        + harm + "&check=" + harm + "&resource=" + harm + "&gap=" + harm + "&suppression=" + harm
                        + "&q=" + harm,
                "#finding?id=" + harm,
                "#framework?id=" + harm,
                "#resource?arn=" + harm,
                "#findings?q=%E0%A4%A",
                "#findings?suppression=__proto__&check=constructor",
                "#constructor",
                "#__proto__")) {
            Page other = chromium.open(Pages.hostile(), view);
            assertThatIsText(other, scripts);
        }
    }

    private static void assertThatIsText(Page page, int scripts) {
        assertThat(page.title()).endsWith("AWS audit report");
        assertThat(page.locator("script")).hasCount(scripts);
        assertThat(page.locator("img, iframe, object, embed, link, base, form, [onerror], [onclick], [onload]"))
                .hasCount(0);
        assertThat(page.locator("a[href^='javascript:'], a[href*='evil.example']:not([href^='#'])"))
                .hasCount(0);
    }
}

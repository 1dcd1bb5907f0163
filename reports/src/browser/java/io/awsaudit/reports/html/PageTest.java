package io.awsaudit.reports.html;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people do with the report of an account. What the page says is compared with the result that it was made of. */
class PageTest {
    private static final AuditResult RESULT = Pages.demoResult();

    @RegisterExtension
    final Chromium chromium = new Chromium();

    static Stream<String> views() {
        return Pages.viewsOfDemo().stream();
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyViewOpensFromItsAddressAlone(String address) {
        Page page = chromium.open(Pages.demo(), address);
        assertThat(page.locator("main")).hasAttribute("data-view", address.replaceAll("#|\\?.*", ""));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasCount(1);
        assertThat(page).hasTitle(Pattern.compile(".+ · AWS audit report"));
    }

    @Test
    void anAddressThatNamesNothingSaysSo() {
        for (String address : List.of("#finding?id=0", "#framework?id=none", "#resource?arn=arn:aws:s3:::none")) {
            Page page = chromium.open(Pages.demo(), address);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText("No such");
        }
        assertThat(chromium.open(Pages.demo(), "#nonsense").locator("main")).hasAttribute("data-view", "overview");
    }

    @Test
    void theOverviewCountsAsTheResultDoes() {
        Page page = chromium.open(Pages.demo());
        Locator tiles = page.getByLabel("Findings by severity");
        for (Severity severity : Severity.values()) {
            assertThat(tiles.getByRole(AriaRole.LINK, name(severity.word())))
                    .containsText(
                            Html.number(count(finding -> finding.isOpenFailure() && finding.severity() == severity)));
        }
        assertThat(tiles.getByRole(AriaRole.LINK, name("unknown")))
                .containsText(Html.number(count(Finding::isOpenUnknown)));
        tiles.getByRole(AriaRole.LINK, name("critical")).click();
        assertThatShown(page, finding -> finding.isOpenFailure() && finding.severity() == Severity.CRITICAL);
    }

    @Test
    void searchLooksThroughNamesTagsAndChecks() {
        Page page = chromium.open(Pages.demo(), "#findings?status=any");
        assertThatShown(page, finding -> true);
        page.locator("#query").pressSequentially("dynamodb deletion");
        assertThat(page.locator("#shown")).not().containsText("searching");
        assertThat(page.locator("#shown"))
                .not()
                .hasText(Html.number(RESULT.findings().size()) + " findings");
        assertThat(shown(page)).isBetween(1L, 100L);
        assertThat(page.locator("#findings-grid [data-fingerprint]").allInnerTexts())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.toLowerCase(Locale.ROOT)).contains("dynamodb"));
        page.locator("#query").fill("no such words at all");
        assertThat(page.locator("#none")).isVisible();
        page.locator("#query").fill("");
        assertThatShown(page, finding -> true);
    }

    @Test
    void facetsNarrowAndAddUp() {
        Page page = chromium.open(Pages.demo(), "#findings");
        assertThatShown(page, finding -> finding.isOpenFailure() || finding.isOpenUnknown());
        facet(page, "severity", "high").check();
        assertThatShown(
                page,
                finding -> (finding.isOpenFailure() || finding.isOpenUnknown()) && finding.severity() == Severity.HIGH);
        facet(page, "severity", "low").check();
        facet(page, "status", "unknown").uncheck();
        assertThatShown(
                page,
                finding -> finding.isOpenFailure()
                        && (finding.severity() == Severity.HIGH || finding.severity() == Severity.LOW));
        facet(page, "service", "s3").check();
        assertThatShown(
                page,
                finding -> finding.isOpenFailure()
                        && (finding.severity() == Severity.HIGH || finding.severity() == Severity.LOW)
                        && RESULT.check(finding.checkId()).service().equals("s3"));
        page.locator("#chips").getByText("Reset").click();
        assertThatShown(page, finding -> finding.isOpenFailure() || finding.isOpenUnknown());
    }

    @Test
    void columnsSortBothWays() {
        Page page = chromium.open(Pages.demo(), "#findings?status=fail");
        Locator column = page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Resource"));
        column.getByRole(AriaRole.BUTTON).click();
        assertThat(column).hasAttribute("aria-sort", "ascending");
        assertThat(names(page)).isSortedAccordingTo(Comparator.naturalOrder());
        column.getByRole(AriaRole.BUTTON).click();
        assertThat(column).hasAttribute("aria-sort", "descending");
        assertThat(names(page)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(page.url()).contains("sort=resource").contains("order=desc");
    }

    @Test
    void whatIsChosenIsKeptByAReloadByAFriendAndByTheBackButton() {
        Page page = chromium.open(Pages.demo(), "#findings");
        facet(page, "severity", "critical").check();
        page.locator("#query").fill("public");
        page.locator("#sort").selectOption("region");
        assertThat(page).hasURL(Pattern.compile(".*severity=critical.*q=public.*sort=region.*"));
        assertThat(page.locator("#shown")).not().containsText("searching");
        String line = page.locator("#shown").innerText();
        List<String> names = names(page);
        String address = page.url();
        assertThat(names).isNotEmpty();

        page.reload();
        assertThat(page.locator("#shown")).hasText(line);
        assertThat(names(page)).isEqualTo(names);

        Page friends = chromium.open(Pages.demo(), address.substring(address.indexOf('#')));
        assertThat(friends.locator("#shown")).hasText(line);
        assertThat(names(friends)).isEqualTo(names);
        assertThat(facet(friends, "severity", "critical")).isChecked();
        assertThat(friends.locator("#query")).hasValue("public");

        page.getByRole(AriaRole.NAVIGATION, navigation()).getByText("Coverage").click();
        assertThat(page.locator("main")).hasAttribute("data-view", "coverage");
        page.goBack();
        assertThat(page.locator("#shown")).hasText(line);
        assertThat(names(page)).isEqualTo(names);
        page.goForward();
        assertThat(page.locator("main")).hasAttribute("data-view", "coverage");
    }

    @Test
    void aRowOpensItsFindingByMouse() {
        Page page = chromium.open(Pages.demo(), "#findings");
        Locator row = page.locator("#findings-grid [data-fingerprint]").nth(3);
        String fingerprint = row.getAttribute("data-fingerprint");
        row.click();
        assertThat(page).hasURL(Pattern.compile(".*#finding\\?id=" + fingerprint));
        assertThat(page.locator("main")).hasAttribute("data-view", "finding");
        page.goBack();
        assertThat(page.locator("main")).hasAttribute("data-view", "findings");
    }

    @Test
    void aRowOpensItsFindingByKeyboardAndEscapeLeadsBackToIt() {
        Page page = chromium.open(Pages.demo(), "#overview");
        page.keyboard().press("/");
        assertThat(page.locator("#query")).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        Locator row = page.locator("#findings-grid [aria-rowindex='4']");
        assertThat(row).isFocused();
        String fingerprint = row.getAttribute("data-fingerprint");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*#finding\\?id=" + fingerprint));
        assertThat(page.locator("main")).hasAttribute("data-view", "finding");
        String title = page.title();
        page.keyboard().press("ArrowRight");
        assertThat(page).not().hasURL(Pattern.compile(".*#finding\\?id=" + fingerprint));
        assertThat(page).not().hasTitle(title); // the address changes before the page does
        page.keyboard().press("ArrowLeft");
        assertThat(page).hasURL(Pattern.compile(".*#finding\\?id=" + fingerprint));
        assertThat(page).hasTitle(title);
        page.keyboard().press("Escape");
        assertThat(page.locator("main")).hasAttribute("data-view", "findings");
        assertThat(page.locator("[data-fingerprint='" + fingerprint + "']")).isFocused();
    }

    @Test
    void theTabKeyReachesAllThatCanBeUsed() {
        Page page = chromium.open(Pages.demo(), "#findings");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        assertThat(page.locator("main")).hasAttribute("data-view", "findings");
        page.keyboard().press("Tab");
        assertThat(page.locator("#query")).isFocused();
        // One stop for the grid, whose rows the arrows reach.
        assertThat(page.locator("#findings-grid [data-fingerprint][tabindex='0']"))
                .hasCount(1);
    }

    @Test
    void aFindingSaysWhatWasSeenWhyItMattersAndHowToFixIt() {
        Finding finding = Pages.linked();
        Page page = chromium.open(Pages.demo(), "#finding?id=" + finding.fingerprint());
        assertThat(page.locator("#seen")).containsText(finding.message());
        finding.evidence()
                .forEach(evidence -> assertThat(page.locator("#evidence")).containsText(evidence.property()));
        assertThat(page.locator("#path svg")).isVisible();
        finding.path()
                .forEach(edge ->
                        assertThat(page.locator("#path")).containsText(edge.to().value()));
        var check = RESULT.check(finding.checkId());
        assertThat(page.locator("#why")).containsText(plain(check.why()));
        assertThat(page.locator("#fix")).containsText(plain(check.fix()));
        assertThat(page.locator("#facts")).containsText(finding.fingerprint());
        List<String> controls = RESULT.frameworks().stream()
                .flatMap(framework -> framework.controls().stream())
                .filter(control -> control.control().checks().contains(finding.checkId()))
                .map(control -> control.control().id())
                .toList();
        assertThat(controls).isNotEmpty();
        assertThat(page.locator("#controls .tag").allInnerTexts()).containsExactlyInAnyOrderElementsOf(controls);
    }

    @Test
    void commandsAreCopiedWhole() {
        Finding finding = first(each ->
                each.isOpenFailure() && RESULT.check(each.checkId()).terraform().isPresent());
        Page page = chromium.open(Pages.demo(), "#finding?id=" + finding.fingerprint());
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Locator button = page.locator("#fix").getByRole(AriaRole.BUTTON).last();
        button.click();
        assertThat(button).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo(RESULT.check(finding.checkId())
                        .terraform()
                        .orElseThrow()
                        .replaceAll("\n+$", ""));
    }

    @Test
    void aFrameworkListsEachControlWithItsStatus() {
        AuditResult.FrameworkResult framework = RESULT.frameworks().stream()
                .filter(each -> each.framework().id().equals("cis-aws-6.0"))
                .findFirst()
                .orElseThrow();
        Page page = chromium.open(Pages.demo(), "#frameworks");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(framework.framework().title())
                                .setExact(true))
                .last()
                .click();
        assertThat(page.locator("main")).hasAttribute("data-view", "framework");
        Locator rows = page.locator("#controls table tbody tr");
        assertThat(rows).hasCount(framework.controls().size());
        for (int i = 0; i < framework.controls().size(); i++) {
            AuditResult.ControlResult control = framework.controls().get(i);
            String word =
                    control.status().map(Verdict::word).orElse("not-evaluated").replace('-', ' ');
            assertThat(rows.nth(i).locator("td").first())
                    .hasText(control.control().id());
            assertThat(rows.nth(i).locator(".state").first())
                    .hasText(Pattern.compile("^" + word + "$", Pattern.CASE_INSENSITIVE));
        }
        long manual = framework.count(Verdict.MANUAL);
        page.locator("#control-status").selectOption("manual");
        assertThat(page.locator("#controls table tbody tr")).hasCount((int) manual);
    }

    @Test
    void aResourceShowsItsAttributesItsNeighboursAndAllVerdicts() {
        Finding finding = Pages.linked();
        Page page = chromium.open(Pages.demo(), "#finding?id=" + finding.fingerprint());
        page.locator("main h1 ~ p a").first().click();
        assertThat(page.locator("main")).hasAttribute("data-view", "resource");
        assertThat(page.locator("main")).containsText(finding.resource().arn().value());
        finding.resource()
                .tags()
                .forEach((key, value) -> assertThat(page.locator("main")).containsText(key));
        assertThat(page.locator("#attributes dt").first()).isVisible();
        assertThat(page.locator("#neighbours svg")).isVisible();
        long verdicts =
                count(each -> each.resource().arn().equals(finding.resource().arn()));
        assertThat(page.locator("#verdicts tbody tr")).hasCount((int) verdicts);
        page.locator("#neighbours .edges a").first().click();
        assertThat(page.locator("main")).hasAttribute("data-view", "resource");
    }

    @Test
    void coverageNamesWhatGaveNoAnswer() {
        Page page = chromium.open(Pages.demo(), "#coverage");
        assertThat(page.locator("main .headline")).containsText("gave no answer");
        assertThat(page.locator("#gaps tbody tr").first()).isVisible();
        Locator findings = page.locator("#gaps a[href*='gap=']").first();
        String number = findings.innerText();
        findings.click();
        assertThat(page.locator("#shown")).hasText(Pattern.compile("^" + number + " findings?$"));
    }

    @Test
    void changesAreThoseOfTheComparison() {
        Page page = chromium.open(Pages.demo(), "#changes");
        long fresh = count(finding -> finding.isOpenFailure() && is(finding, Change.State.NEW));
        long mended = count(finding -> is(finding, Change.State.FIXED));
        int gone = RESULT.comparison().orElseThrow().gone().size();
        assertThat(List.of(fresh, mended, (long) gone)).allMatch(number -> number > 0);
        assertThat(page.locator("main .headline"))
                .containsText(Html.number(fresh) + " new failures, " + Html.number(mended) + " fixed, "
                        + Html.number(gone) + " gone");
        page.getByLabel("What changed")
                .getByRole(AriaRole.LINK, name("new failures"))
                .click();
        assertThatShown(page, finding -> finding.isOpenFailure() && is(finding, Change.State.NEW));
    }

    @Test
    void suppressionsStandWithReasonOwnerAndWhatTheyCover() {
        Page page = chromium.open(Pages.demo(), "#suppressions");
        assertThat(page.locator("main tbody tr")).hasCount(RESULT.suppressions().size());
        assertThat(page.locator("main")).containsText("platform@example.com");
        assertThat(page.locator("#suppressions-ends-soon tbody tr")).hasCount(1);
        assertThat(page.locator("#suppressions-expired tbody tr")).hasCount(1);
        assertThat(page.locator("#suppressions-used tbody tr")).hasCount(1);
        page.locator("#suppressions-used a[href*='suppression=']").click();
        assertThatShown(
                page,
                finding -> finding.suppression()
                        .filter(suppression -> suppression.check().equals("s3-bucket-versioning-enabled"))
                        .isPresent());
    }

    @Test
    void coloursFollowTheSystemUntilSomeoneChooses() {
        Page page = chromium.open(Pages.demo(), "", Chromium.desktop().setColorScheme(ColorScheme.DARK));
        String background = "getComputedStyle(document.body).backgroundColor";
        Object dark = page.evaluate(background);
        page.locator("#theme").click();
        Object light = page.evaluate(background);
        assertThat(light).isNotEqualTo(dark);
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        assertThat(page.evaluate(background)).isEqualTo(light);
        page.locator("#theme").click();
        assertThat(page.evaluate(background)).isEqualTo(dark);
    }

    @Test
    void withoutScriptsTheSummaryIsThere() {
        Page page = chromium.open(Pages.demo(), "", new Browser.NewContextOptions().setJavaScriptEnabled(false));
        assertThat(page.locator("#plain")).isVisible();
        assertThat(page.locator("#app")).isHidden();
        assertThat(page.locator("#plain"))
                .containsText(Html.number(count(each -> each.isOpenFailure() && each.severity() == Severity.CRITICAL)));
    }

    // ---------------------------------------------------------------------------------------------------------------

    private static Finding first(Predicate<Finding> wanted) {
        return RESULT.findings().stream().filter(wanted).findFirst().orElseThrow();
    }

    private static long count(Predicate<Finding> wanted) {
        return RESULT.findings().stream().filter(wanted).count();
    }

    private static boolean is(Finding finding, Change.State state) {
        return finding.change().filter(change -> change.state() == state).isPresent();
    }

    private static void assertThatShown(Page page, Predicate<Finding> wanted) {
        long number = count(wanted);
        assertThat(page.locator("#shown")).hasText(Html.number(number) + (number == 1 ? " finding" : " findings"));
        assertThat(page.locator("#findings-grid")).hasAttribute("aria-rowcount", String.valueOf(number + 1));
    }

    private static long shown(Page page) {
        return Long.parseLong(page.locator("#shown").innerText().replaceAll("\\D", ""));
    }

    private static List<String> names(Page page) {
        return page.locator("#findings-grid [data-fingerprint] .name").allInnerTexts();
    }

    private static Locator facet(Page page, String key, String value) {
        return page.locator("#facets [data-facet=" + key + "] input[value='" + value + "']");
    }

    /** {@return text without the marks of code, which the page draws} */
    private static String plain(String text) {
        return text.strip().replace("`", "").replaceAll("\\s*\n\\s*", " ");
    }

    private static Locator.GetByRoleOptions name(String part) {
        return new Locator.GetByRoleOptions().setName(part);
    }

    private static Page.GetByRoleOptions navigation() {
        return new Page.GetByRoleOptions().setName("Parts of the report");
    }
}

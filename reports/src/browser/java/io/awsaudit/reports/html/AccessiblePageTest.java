package io.awsaudit.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What axe-core says of each view, by all of its rules, those of good practice among them. */
class AccessiblePageTest {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    static Stream<String> views() {
        return Pages.viewsOfDemo().stream();
    }

    @ParameterizedTest
    @MethodSource("views")
    void axeFindsNothingInTheLight(String view) {
        assertThatAxeFindsNothing(view, Chromium.desktop());
    }

    @ParameterizedTest
    @MethodSource("views")
    void axeFindsNothingInTheDark(String view) {
        assertThatAxeFindsNothing(view, Chromium.desktop().setColorScheme(ColorScheme.DARK));
    }

    @ParameterizedTest
    @MethodSource("views")
    void axeFindsNothingOnAPhone(String view) {
        assertThatAxeFindsNothing(view, Chromium.phone());
    }

    private void assertThatAxeFindsNothing(String view, Browser.NewContextOptions options) {
        Page page = chromium.open(Pages.demo(), view, options);
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + "\n"
                                + String.join(
                                        "\n",
                                        rule.getNodes().stream()
                                                .limit(5)
                                                .map(node -> "  " + node.getTarget() + " " + node.getHtml() + "\n    "
                                                        + node.getFailureSummary()
                                                                .replace("\n", "\n    "))
                                                .toList())))
                .isEmpty();
    }
}

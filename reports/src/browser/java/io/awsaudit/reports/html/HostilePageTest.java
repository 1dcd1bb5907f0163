package io.awsaudit.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    void nothingThatAnAccountSaysIsCarriedOut(Path report) {
        Page page = chromium.open(report);
        for (String view : List.of("#overview", "#findings", "#frameworks", "#coverage")) {
            page.navigate(report.toUri() + view);
            assertThat(page.title()).doesNotContain("owned");
        }
    }
}

package io.awsaudit.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The browser in which tests open reports, from the file system as people do. Whatever a page complains of, asks for or
 * opens in the course of a test fails that test: errors and refusals of its policy, requests, dialogs, windows, downloads.
 */
final class Chromium implements AfterEachCallback {
    /** Where what tests look at stays, for people to look at as well. */
    static final Path FOLDER = Path.of(System.getProperty("browser.folder", "target/browser"));

    private static @Nullable Browser shared;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** {@return a window of the size that most desktops have, in the light scheme} */
    static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setViewportSize(1400, 1000).setReducedMotion(ReducedMotion.REDUCE);
    }

    /** {@return a window as narrow as that of a small phone} */
    static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setIsMobile(true)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    Page open(Path report) {
        return open(report, "", desktop());
    }

    Page open(Path report, String hash) {
        return open(report, hash, desktop());
    }

    /**
     * Opens a report, and waits until it is there.
     *
     * @param hash what stands in the address behind the file, or nothing
     */
    Page open(Path report, String hash, Browser.NewContextOptions options) {
        BrowserContext context = browser().newContext(options);
        contexts.add(context);
        context.setDefaultTimeout(15_000);
        Page page = context.newPage();
        String address = report.toUri().toString();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add("console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("error: " + error));
        page.onCrash(crashed -> complaints.add("crash"));
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onPopup(popup -> complaints.add("window: " + popup.url()));
        page.onDownload(download -> complaints.add("download: " + download.suggestedFilename()));
        page.onRequest(request -> {
            if (!request.url().split("#", 2)[0].equals(address)) {
                complaints.add("request: " + request.url());
            }
        });
        page.navigate(address + hash);
        if (!Boolean.FALSE.equals(options.javaScriptEnabled)) {
            page.locator("html[data-ready]").waitFor();
        }
        return page;
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        if (test.getExecutionException().isPresent()) {
            Files.createDirectories(FOLDER);
            for (Page page : contexts.stream()
                    .flatMap(context -> context.pages().stream())
                    .toList()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(FOLDER.resolve(test.getRequiredTestMethod().getName() + ".png")));
            }
        }
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        assertThat(heard).as("what the page complained of, asked for or opened").isEmpty();
    }

    /** {@return the one browser of this run, which ends with it} */
    private static synchronized Browser browser() {
        if (shared == null) {
            Path executable = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
            assertThat(executable)
                    .as(
                            "the browser: install Chromium ('apt-get install chromium' on Debian), or say where it is with -Dchromium=PATH")
                    .isExecutable();
            shared = Playwright.create()
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(List.of(
                                    "--no-sandbox", // which needs rights that builds do not have
                                    "--disable-gpu",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
        return Objects.requireNonNull(shared);
    }
}

package io.awsaudit.reports.html;

import io.awsaudit.reports.DemoAccount;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The reports that tests open, each written once. */
final class Pages {
    private static final Map<String, Path> WRITTEN = new ConcurrentHashMap<>();

    private static @Nullable AuditResult demoResult;

    private Pages() {}

    static Path small() {
        return of("small", Samples::small);
    }

    /** {@return the demonstration account beside what it was the day before: a page with all that a page can hold} */
    static Path demo() {
        return of("demo", Pages::demoResult);
    }

    static synchronized AuditResult demoResult() {
        if (demoResult == null) {
            demoResult = DemoAccount.compared();
        }
        return demoResult;
    }

    /** {@return the address of each view of the demonstration account} */
    static List<String> viewsOfDemo() {
        Finding finding = linked();
        return List.of(
                "#overview",
                "#findings",
                "#finding?id=" + finding.fingerprint(),
                "#frameworks",
                "#framework?id=cis-aws-6.0",
                "#resource?arn=" + finding.resource().arn(),
                "#coverage",
                "#changes",
                "#suppressions");
    }

    /** {@return a failure in the demonstration account that rests on other resources, and touches frameworks} */
    static Finding linked() {
        return demoResult().findings().stream()
                .filter(finding -> finding.isOpenFailure()
                        && !finding.path().isEmpty()
                        && !finding.evidence().isEmpty()
                        && demoResult().frameworks().stream()
                                .flatMap(framework -> framework.controls().stream())
                                .anyMatch(control -> control.control().checks().contains(finding.checkId())))
                .findFirst()
                .orElseThrow();
    }

    static Path hostile() {
        return of("hostile", Samples::hostile);
    }

    /** {@return the demonstration account, in which all that is insecure has a hostile name} */
    static Path hostileAccount() {
        return of("hostile-account", () -> DemoAccount.named(String.join(" ", Samples.HOSTILE)));
    }

    /** {@return what a big organisation has: 100,000 findings} */
    static Path large() {
        return of("large", () -> Samples.large(100_000));
    }

    static Path of(String name, Supplier<AuditResult> result) {
        return of(name, new HtmlReporter(), result);
    }

    static Path of(String name, HtmlReporter reporter, Supplier<AuditResult> result) {
        return WRITTEN.computeIfAbsent(name, missing -> {
            Path file = Chromium.FOLDER.resolve(name + ".html").toAbsolutePath();
            try {
                Files.createDirectories(file.getParent());
                try (OutputStream out = Files.newOutputStream(file)) {
                    reporter.write(result.get(), out);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return file;
        });
    }
}

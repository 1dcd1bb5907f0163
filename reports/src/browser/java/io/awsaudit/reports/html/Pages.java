package io.awsaudit.reports.html;

import io.awsaudit.reports.DemoAccount;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The reports that tests open, each written once. */
final class Pages {
    private static final Map<String, Path> WRITTEN = new ConcurrentHashMap<>();

    private Pages() {}

    static Path small() {
        return of("small", Samples::small);
    }

    static Path demo() {
        return of("demo", DemoAccount::judged);
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

package io.awsaudit.reports;

import io.awsaudit.reports.html.HtmlReporter;
import java.util.List;
import java.util.Optional;

/** The formats that exist. This is the one place where a new one is named. */
public final class Reporters {
    private static final List<Reporter> ALL = List.of(new HtmlReporter());

    private Reporters() {}

    /** {@return every reporter, in the order in which formats are listed to users} */
    public static List<Reporter> all() {
        return ALL;
    }

    /** {@return the names of all formats, in the same order} */
    public static List<String> formats() {
        return ALL.stream().map(Reporter::format).toList();
    }

    /** {@return the reporter of a format, empty when there is no such format} */
    public static Optional<Reporter> of(String format) {
        return ALL.stream()
                .filter(reporter -> reporter.format().equals(format))
                .findFirst();
    }
}

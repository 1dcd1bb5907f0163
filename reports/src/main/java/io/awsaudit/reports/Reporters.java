package io.awsaudit.reports;

import io.awsaudit.reports.asff.AsffReporter;
import io.awsaudit.reports.console.ConsoleReporter;
import io.awsaudit.reports.csv.CsvReporter;
import io.awsaudit.reports.gitlab.GitLabReporter;
import io.awsaudit.reports.html.HtmlReporter;
import io.awsaudit.reports.json.JsonReporter;
import io.awsaudit.reports.jsonl.JsonLinesReporter;
import io.awsaudit.reports.junit.JUnitReporter;
import io.awsaudit.reports.markdown.MarkdownReporter;
import io.awsaudit.reports.ocsf.OcsfReporter;
import io.awsaudit.reports.sarif.SarifReporter;
import java.util.List;
import java.util.Optional;

/** The formats that exist. This is the one place where a new one is named. */
public final class Reporters {
    private Reporters() {}

    /** {@return the names of all formats, in the order in which they are listed to users} */
    public static List<String> formats() {
        return all(Choices.PLAIN).stream().map(Reporter::format).toList();
    }

    /** {@return the reporter of a format, empty when there is no such format} */
    public static Optional<Reporter> of(String format, Choices choices) {
        return all(choices).stream()
                .filter(reporter -> reporter.format().equals(format))
                .findFirst();
    }

    private static List<Reporter> all(Choices choices) {
        return List.of(
                new ConsoleReporter(choices),
                new JsonReporter(),
                new SarifReporter(choices.includePassed()),
                new HtmlReporter(),
                new JsonLinesReporter(),
                new CsvReporter(),
                new JUnitReporter(),
                new MarkdownReporter(),
                new GitLabReporter(),
                new OcsfReporter(choices.includePassed()),
                new AsffReporter(choices.includePassed()));
    }
}

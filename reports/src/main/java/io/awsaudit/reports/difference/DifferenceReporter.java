package io.awsaudit.reports.difference;

import io.awsaudit.rules.difference.Difference;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** A format that differences are written in. The same difference gives the same bytes, and all text in it is escaped. */
public sealed interface DifferenceReporter permits DifferenceText, DifferenceJson, DifferenceMarkdown, DifferenceHtml {
    /** {@return the formats that there are, in the order in which they are listed to users} */
    static List<DifferenceReporter> all() {
        return List.of(new DifferenceText(), new DifferenceJson(), new DifferenceMarkdown(), new DifferenceHtml());
    }

    /** {@return the reporter of a format, empty when there is no such format} */
    static Optional<DifferenceReporter> of(String format) {
        return all().stream()
                .filter(reporter -> reporter.format().equals(format))
                .findFirst();
    }

    /** {@return the name that users choose it by, such as {@code html}} */
    String format();

    /**
     * Writes a difference to a stream, which stays open.
     *
     * @throws IOException as the stream throws it
     */
    void write(Difference difference, OutputStream out) throws IOException;
}

package io.awsaudit.reports.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Gap;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Requirements;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.Verdict;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes {@code findings.csv}: a line that names the columns, then a finding a line. */
public final class CsvReporter implements Reporter {
    /** What a row is made of. */
    private record Row(Finding finding, Check check, Requirements requirements) {}

    /** What a column holds. */
    private interface Cells {
        String of(Row row);
    }

    /** The columns in their order, which later versions only add to, at the end. */
    private enum Column {
        STATUS(row -> row.finding().status().name()),
        SEVERITY(row -> row.finding().severity().word()),
        CHECK_ID(row -> row.finding().checkId()),
        TITLE(row -> row.check().title()),
        ACCOUNT(row -> row.finding().resource().account()),
        REGION(row -> row.finding().resource().region()),
        RESOURCE_TYPE(row -> row.finding().resource().type()),
        RESOURCE_NAME(row -> row.finding().resource().name()),
        RESOURCE_ARN(row -> row.finding().resource().arn().value()),
        MESSAGE(row -> row.finding().message()),
        EVIDENCE(row -> evidence(row.finding())),
        PATH(row -> list(row.finding().path(), CsvReporter::edge)),
        GAPS(row -> list(row.finding().gaps(), Gap::sentence)),
        FIX(row -> row.finding().status() == Verdict.FAIL ? oneLine(row.check().fix()) : ""),
        CHANGE(row ->
                row.finding().change().map(change -> change.state().word()).orElse("")),
        FIRST_SEEN(row -> row.finding().firstSeen().map(Object::toString).orElse("")),
        SUPPRESSION_REASON(row -> suppression(row).map(Suppression::reason).orElse("")),
        SUPPRESSION_OWNER(row -> suppression(row).map(Suppression::owner).orElse("")),
        SUPPRESSION_EXPIRES(row -> suppression(row)
                .flatMap(Suppression::expires)
                .map(Object::toString)
                .orElse("")),
        SERVICE(row -> row.check().service()),
        PILLAR(row -> row.check().pillar().word()),
        CONTROLS(row -> list(
                row.requirements().of(row.finding().checkId()),
                requirement -> requirement.framework().id() + " "
                        + requirement.control().id())),
        TAGS(row -> list(
                List.copyOf(new TreeMap<>(row.finding().resource().tags()).entrySet()),
                tag -> tag.getKey() + "=" + tag.getValue())),
        FINGERPRINT(row -> row.finding().fingerprint());

        private final Cells cells;

        Column(Cells cells) {
            this.cells = cells;
        }

        String heading() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int BUFFER = 1 << 16;

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public String fileName() {
        return "findings.csv";
    }

    @Override
    public void write(AuditResult result, OutputStream out) throws IOException {
        Map<String, Check> checks = new HashMap<>();
        result.checks().forEach(check -> checks.put(check.id(), check));
        Requirements requirements = Requirements.of(result);
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        try {
            @SuppressWarnings("resource") // to close it would close the stream
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            csv.writeRecord(Arrays.stream(Column.values()).map(Column::heading).toList());
            for (Finding finding : result.findings()) {
                Row row = new Row(finding, checkOf(finding, checks), requirements);
                csv.writeRecord(Arrays.stream(Column.values())
                        .map(column -> Cell.of(column.cells.of(row)))
                        .toList());
            }
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        text.flush();
    }

    private static Check checkOf(Finding finding, Map<String, Check> checks) {
        Check check = checks.get(finding.checkId());
        if (check == null) {
            throw new IllegalArgumentException(
                    "The result has a finding of " + finding.checkId() + " but no such check");
        }
        return check;
    }

    private static Optional<Suppression> suppression(Row row) {
        return row.finding().suppression();
    }

    /** What was seen of the resource itself goes without its name. */
    private static String evidence(Finding finding) {
        return list(
                finding.evidence(),
                evidence -> evidence.property() + " = " + evidence.seen()
                        + (evidence.resource().equals(finding.resource().arn())
                                ? ""
                                : " (" + evidence.resource().value() + ")"));
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    private static String edge(Edge edge) {
        return edge.from().value() + " " + edge.relation().words() + " "
                + edge.to().value();
    }

    private static <T> String list(List<T> items, Function<T, String> words) {
        return items.stream().map(words).collect(Collectors.joining("; "));
    }
}

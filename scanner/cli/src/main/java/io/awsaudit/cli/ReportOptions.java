package io.awsaudit.cli;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.Choices;
import io.awsaudit.reports.Grouping;
import io.awsaudit.reports.ReportFiles;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Reporters;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Baseline;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Settings;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what becomes of a result: reports, and the exit code. */
final class ReportOptions {
    private static final String CONSOLE = "console";

    /** The names of all formats, asked for only when help or a shell shows them. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Reporters.formats().iterator();
        }
    }

    @Option(
            names = "--format",
            paramLabel = "NAMES",
            split = ",",
            defaultValue = "console,json,sarif,html",
            completionCandidates = Formats.class,
            description = "Reports to make: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    List<String> formats;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "aws-audit-report",
            description =
                    "Directory for report files, made if need be; - writes one report to standard output (default:"
                            + " ${DEFAULT-VALUE}).")
    Path output;

    @Option(
            names = "--include-passed",
            description = "Put what passed, and what is out of scope, into SARIF, OCSF and ASFF too.")
    boolean includePassed;

    @Option(
            names = "--group-by",
            paramLabel = "WHAT",
            description =
                    "Have the summary list every failure, by resource or by check, and not just those to mend first.")
    @Nullable
    String groupBy;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "high",
            description =
                    "Exit with 1 at findings of this severity or worse: critical, high, medium, low, never; or, with"
                            + " --baseline, at new ones: new-critical, new-high, new-medium, new-low (default:"
                            + " ${DEFAULT-VALUE}).")
    String failOn;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "Say of each finding what became of it since an earlier result (findings.json) or snapshot, which"
                            + " is judged by the same checks and settings.")
    @Nullable
    Path baseline;

    @Option(names = "--allow-unknown", description = "Do not exit with 4 when checks could not be decided.")
    boolean allowUnknown;

    /** Finds mistakes before any work is done: formats, threshold, and a place that cannot be written to. */
    void verify() {
        verify(false);
    }

    /**
     * Does the same.
     *
     * @param compares whether there is something to compare with besides {@code --baseline}
     */
    void verify(boolean compares) {
        if (Threshold.of(failOn).newOnly() && baseline == null && !compares) {
            throw new UsageException(
                    "--fail-on " + failOn
                            + " looks at what is new since an earlier run; name that run's findings.json or snapshot with --baseline.");
        }
        grouping();
        List<Reporter> files = fileReporters();
        if (isStandardOutput()) {
            if (formats.size() != 1) {
                throw new UsageException("'--output -' takes exactly one format, such as '--format json --output -'.");
            }
        } else if (!files.isEmpty()) {
            ReportFiles.prepare(output);
        }
    }

    /**
     * Reads what to compare with, if anything; before a scan, so that mistakes end it before it begins.
     *
     * @throws UsageException when it cannot be used
     */
    Optional<Baseline> baseline(AuditCommand command, Catalog catalog, List<Check> checks, Settings settings) {
        if (baseline == null) {
            return Optional.empty();
        }
        EarlierRun earlier = EarlierRun.read(baseline);
        command.say("Comparing with " + earlier.words());
        return Optional.of(Baseline.of(earlier.judged(command, catalog, checks, settings)));
    }

    /** Sets a result beside the baseline, if there is one, and says where that makes little sense. */
    static AuditResult compared(AuditResult result, Optional<Baseline> baseline, ConfiguredCommand command) {
        if (baseline.isEmpty()) {
            return result;
        }
        AuditResult earlier = baseline.get().result();
        if (earlier.asOf().isAfter(result.asOf())) {
            command.say("The baseline, of " + earlier.asOf() + ", is later than what is judged, of " + result.asOf()
                    + "; 'new' and 'fixed' are to be read the other way round.");
        }
        Set<String> accounts = ids(earlier);
        if (ids(result).stream().noneMatch(accounts::contains)) {
            command.say("The baseline is of " + String.join(", ", accounts) + ", and holds nothing of "
                    + String.join(", ", ids(result)) + "; so all is new.");
        }
        return baseline.get().compare(result);
    }

    private static Set<String> ids(AuditResult result) {
        return result.accounts().stream()
                .map(Inventory.AccountScope::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isStandardOutput() {
        return output.toString().equals("-");
    }

    private List<Reporter> fileReporters() {
        return formats.stream()
                .filter(format -> !format.equals(CONSOLE))
                .map(this::reporter)
                .toList();
    }

    private Reporter reporter(String format) {
        Choices choices = new Choices(
                includePassed, Terminal.showsColours(), Terminal.columnsOfOutput(Choices.COLUMNS), grouping());
        return Reporters.of(format, choices)
                .orElseThrow(() -> new UsageException("There is no format '" + format + "'; there are: "
                        + String.join(", ", Reporters.formats()) + "."));
    }

    private Optional<Grouping> grouping() {
        return AuditCommand.text(groupBy)
                .map(word -> Grouping.of(word)
                        .orElseThrow(() -> new UsageException(
                                "There is no grouping '" + word + "' (--group-by); there are: resource, check.")));
    }

    /** Writes the reports, prints the summary, and returns the exit code. */
    int deliver(AuditResult result, ConfiguredCommand command) {
        List<Path> written = new ArrayList<>();
        if (isStandardOutput()) {
            fileReporters().forEach(reporter -> print(reporter, result, command));
        } else {
            written.addAll(write(result));
        }
        if (formats.contains(CONSOLE) && !command.quiet) {
            ReportFiles.print(out -> {
                reporter(CONSOLE).write(result, out);
                for (Path file : written) {
                    out.write(("  " + file + System.lineSeparator()).getBytes(Charset.defaultCharset()));
                }
            });
        }
        return exitCode(result);
    }

    private static void print(Reporter reporter, AuditResult result, ConfiguredCommand command) {
        ReportFiles.print(out -> reporter.write(result, out));
        int parts = reporter.parts(result).size();
        if (parts > 1) {
            command.err()
                    .println("aws-audit: standard output holds the first of " + parts + " files of " + reporter.format()
                            + "; name a directory with --output for all of them.");
            command.err().flush();
        }
    }

    /** Writes the reports, one on each processor; a result is immutable, and no report knows of another. */
    private List<Path> write(AuditResult result) {
        return Together.all(fileReporters().stream()
                        .<Callable<List<Path>>>map(reporter -> () -> ReportFiles.writeParts(reporter, result, output))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private int exitCode(AuditResult result) {
        Threshold threshold = Threshold.of(failOn);
        if (result.findings().anyNotable(threshold::isReachedBy)) {
            return ExitCode.FINDINGS;
        }
        return !allowUnknown && result.findings().anyNotable(threshold::isLeftOpenBy)
                ? ExitCode.UNDECIDED
                : ExitCode.CLEAN;
    }
}

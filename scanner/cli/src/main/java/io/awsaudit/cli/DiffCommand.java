package io.awsaudit.cli;

import io.awsaudit.reports.ReportFiles;
import io.awsaudit.reports.difference.DifferenceReporter;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Settings;
import io.awsaudit.rules.Verdict;
import io.awsaudit.rules.difference.Difference;
import io.awsaudit.rules.difference.VerdictChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what changed between two snapshots, or two results. */
@Command(
        name = "diff",
        description = {
            "Says what changed from one snapshot to another: resources and their properties, the verdicts of the chosen"
                    + " checks, and which change of a property explains which verdict. Of results (findings.json) it"
                    + " compares the verdicts only."
        })
final class DiffCommand extends AuditCommand {
    @Parameters(index = "0", paramLabel = "BEFORE", description = "A snapshot, or a result.")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "A later one.")
    private Path after;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "text",
            description = "text, json, markdown or html (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "-",
            description = "The file to write; - is standard output (default: ${DEFAULT-VALUE}).")
    private Path output;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "high",
            description =
                    "Exit with 1 when a failure of this severity or worse is new: critical, high, medium, low, never (default: ${DEFAULT-VALUE}).")
    private String failOn;

    @Option(names = "--allow-unknown", description = "Do not exit with 4 when checks can no longer be decided.")
    private boolean allowUnknown;

    @Override
    public Integer call() {
        Threshold threshold = Threshold.of(failOn);
        DifferenceReporter reporter = DifferenceReporter.of(format)
                .orElseThrow(() -> new UsageException("There is no format '" + format + "'; there are: "
                        + DifferenceReporter.all().stream()
                                .map(DifferenceReporter::format)
                                .collect(Collectors.joining(", "))
                        + "."));
        boolean printed = output.toString().equals("-");
        if (!printed) {
            verify(output);
        }
        Catalog catalog = catalog();
        List<Check> checks = chosen(catalog);
        Settings settings = settings(catalog);
        AuditResult then = EarlierRun.read(before).judged(this, catalog, checks, settings);
        AuditResult now = EarlierRun.read(after).judged(this, catalog, checks, settings);
        if (then.asOf().isAfter(now.asOf())) {
            say(before + " is of " + then.asOf() + ", later than " + after + ", of " + now.asOf()
                    + "; give the earlier one first to read 'new' and 'fixed' as they are meant.");
        }
        Difference difference = Difference.between(then, now);
        if (printed) {
            ReportFiles.print(out -> reporter.write(difference, out));
        } else {
            ReportFiles.write(output, out -> reporter.write(difference, out));
            say("Difference written to " + output);
        }
        return exitCode(difference, threshold);
    }

    private int exitCode(Difference difference, Threshold threshold) {
        List<VerdictChange> worse = difference.verdicts().stream()
                .filter(VerdictChange::isForTheWorse)
                .toList();
        if (worse.stream().map(VerdictChange::finding).anyMatch(threshold::isReachedBy)) {
            return ExitCode.FINDINGS;
        }
        return !allowUnknown
                        && worse.stream().anyMatch(change -> change.finding().status() == Verdict.UNKNOWN)
                ? ExitCode.UNDECIDED
                : ExitCode.CLEAN;
    }

    private static void verify(Path file) {
        if (Files.isDirectory(file)) {
            throw new UsageException(file + " is a directory; name a file for the difference.");
        }
        @Nullable Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("Cannot write to " + file + ": there is no such directory; make it first.");
        }
        ReportFiles.prepare(folder);
    }
}

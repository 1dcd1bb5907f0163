package io.awsaudit.cli;

import io.awsaudit.reports.Choices;
import io.awsaudit.reports.ReportFiles;
import io.awsaudit.reports.Reporter;
import io.awsaudit.reports.Reporters;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** The options that say what becomes of a result: reports, and the exit code. */
final class ReportOptions {
    private static final String CONSOLE = "console";

    @Option(
            names = "--format",
            paramLabel = "NAMES",
            split = ",",
            defaultValue = "console,json,sarif,html",
            description = "Reports to make: console, json, sarif, html (default: all of them).")
    List<String> formats;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "aws-audit-report",
            description =
                    "Directory for report files, made if need be; - writes one report to standard output (default: ${DEFAULT-VALUE}).")
    Path output;

    @Option(names = "--include-passed", description = "Put passed checks into SARIF too.")
    boolean includePassed;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "high",
            description =
                    "Exit with 1 at findings of this severity or worse: critical, high, medium, low, never (default: ${DEFAULT-VALUE}).")
    String failOn;

    @Option(names = "--allow-unknown", description = "Do not exit with 4 when checks could not be decided.")
    boolean allowUnknown;

    /** Finds mistakes before any work is done: formats, threshold, and a place that cannot be written to. */
    void verify() {
        threshold();
        List<Reporter> files = fileReporters();
        if (isStandardOutput()) {
            if (files.size() != 1 || formats.size() != 1) {
                throw new UsageException("'--output -' takes exactly one format, such as '--format json --output -'.");
            }
        } else if (!files.isEmpty()) {
            ReportFiles.prepare(output);
        }
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
        return Reporters.of(format, new Choices(includePassed, Ansi.AUTO.enabled()))
                .orElseThrow(() -> new UsageException("There is no format '" + format + "'; there are: "
                        + String.join(", ", Reporters.formats()) + "."));
    }

    /** Writes the reports, prints the summary, and returns the exit code. */
    int deliver(AuditResult result, AuditCommand command) {
        List<Path> written = new ArrayList<>();
        for (Reporter reporter : fileReporters()) {
            if (isStandardOutput()) {
                ReportFiles.print(out -> reporter.write(result, out));
            } else {
                reporter.parts(result).forEach(part -> written.add(ReportFiles.write(part, result, output)));
            }
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

    private int exitCode(AuditResult result) {
        Optional<Severity> threshold = threshold();
        boolean failed = threshold.isPresent()
                && result.findings().stream()
                        .anyMatch(finding ->
                                finding.isOpenFailure() && finding.severity().atLeast(threshold.get()));
        if (failed) {
            return ExitCode.FINDINGS;
        }
        return !allowUnknown && result.findings().stream().anyMatch(Finding::isOpenUnknown)
                ? ExitCode.UNDECIDED
                : ExitCode.CLEAN;
    }

    private Optional<Severity> threshold() {
        @Nullable String word = failOn;
        return "never".equalsIgnoreCase(word) ? Optional.empty() : Optional.of(AuditCommand.severity(word));
    }
}

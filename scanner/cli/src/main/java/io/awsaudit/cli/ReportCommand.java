package io.awsaudit.cli;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.reports.json.ResultFile;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Baseline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a kept result again, in other formats or with other eyes. It asks no AWS and loads no rule. */
@Command(
        name = "report",
        description = {
            "Writes reports of a result that an earlier run kept, without AWS and without rules.",
            "Exits with 0 whatever the result holds, unless --fail-on is given."
        })
final class ReportCommand extends ConfiguredCommand {
    private static final String STANDARD_INPUT = "-";

    @Parameters(
            paramLabel = "RESULT",
            description = "The findings.json of a run, as the format json writes it; - reads it from standard input.")
    private Path kept;

    @Option(
            names = "--snapshot",
            paramLabel = "FILE",
            description = "The snapshot that was judged, for formats that show what resources are like.")
    @Nullable
    Path snapshot;

    @Mixin
    private ReportOptions reports;

    @Override
    public Integer call() {
        AuditResult result = read();
        Optional<Baseline> baseline = baseline();
        // A threshold in the configuration file is for runs that judge.
        reports.verify(!isGiven("--fail-on")
                || baseline.isPresent()
                || result.comparison().isPresent());
        int code = reports.deliver(ReportOptions.compared(result, baseline, this), this);
        return isGiven("--fail-on") ? code : ExitCode.CLEAN;
    }

    private AuditResult read() {
        Instant start = Instant.now();
        AuditResult result = kept.toString().equals(STANDARD_INPUT)
                ? ResultFile.read(System.in, "standard input")
                : ResultFile.read(kept);
        sayMore("Read in " + Duration.between(start, Instant.now()).toMillis() + " ms: "
                + result.findings().size() + " findings as of " + result.asOf() + ", judged by aws-audit "
                + result.toolVersion());
        return snapshot == null ? result : with(snapshot, result);
    }

    /** Puts the resources that were judged back into a result, which does not keep them. */
    private AuditResult with(Path file, AuditResult result) {
        Inventory inventory = Snapshot.read(file);
        if (!inventory.asOf().equals(result.asOf())) {
            throw new UsageException(file + " is not what " + kept + " judges: it was collected at " + inventory.asOf()
                    + ", and that at " + result.asOf() + ". Name the snapshot of the same run.");
        }
        if (!inventory.accounts().equals(result.accounts())) {
            throw new UsageException(file + " is not what " + kept + " judges: it is of " + words(inventory.accounts())
                    + ", and that of " + words(result.accounts()) + ". Name the snapshot of the same run.");
        }
        if (inventory.resources().size() != result.resources()) {
            throw new UsageException(file + " is not what " + kept + " judges: it holds "
                    + inventory.resources().size() + " resources, and that judges " + result.resources()
                    + ". Name the snapshot of the same run.");
        }
        return result.with(inventory.resources());
    }

    private static String words(List<Inventory.AccountScope> accounts) {
        return accounts.stream()
                .map(account -> account.id() + " (" + String.join(", ", account.regions()) + ")")
                .collect(Collectors.joining("; "));
    }

    /** What the configuration file names is for runs that judge, and may be a snapshot; what is named here is a result. */
    private Optional<Baseline> baseline() {
        @Nullable Path earlier = reports.baseline;
        return earlier != null && isGiven("--baseline")
                ? Optional.of(Baseline.of(ResultFile.read(earlier)))
                : Optional.empty();
    }

    private boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }
}

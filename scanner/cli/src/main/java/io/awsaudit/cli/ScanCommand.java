package io.awsaudit.cli;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.reports.ReportFiles;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Baseline;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads an account, judges it, and reports. */
@Command(
        name = "scan",
        description = {
            "Reads an AWS account, judges it by the chosen checks, and writes reports.",
            "The credentials need no more than what 'aws-audit iam-policy' prints."
        })
final class ScanCommand extends AuditCommand {
    @Mixin
    private ConnectionOptions connection;

    @Mixin
    private ReportOptions reports;

    @Option(
            names = "--snapshot",
            paramLabel = "FILE",
            description = "Keep the inventory in this file, for 'aws-audit evaluate'.")
    @Nullable
    Path snapshot;

    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = {
                "Keep the inventory in this folder, for 'aws-audit history', and say what became of each finding since the"
                        + " account's last one there."
            })
    @Nullable
    Path history;

    @Override
    public Integer call() {
        return scan(connection, reports, snapshot);
    }

    /** The whole of a scan, from arguments that are known to be right to the exit code. */
    int scan(ConnectionOptions connection, ReportOptions reports, @Nullable Path snapshot) {
        Catalog catalog = catalog();
        List<Check> checks = chosen(catalog);
        Settings settings = settings(catalog);
        reports.verify(history != null);
        if (history != null) {
            ReportFiles.prepare(history);
        }
        if (snapshot != null) {
            SnapshotFile.verify(snapshot);
        }
        Optional<Baseline> baseline = reports.baseline(this, catalog, checks, settings);
        // A snapshot is there to be asked other questions later, so it gets every detail of the types collected.
        CollectionPlan plan = snapshot == null && history == null
                ? CollectionPlan.of(catalog.typesOf(checks), catalog.componentsOf(checks))
                : CollectionPlan.of(catalog.typesOf(checks));
        Collected collected = Collected.from(connection, plan, this);
        OptionalInt stopped = collected.keep(snapshot);
        if (stopped.isPresent()) {
            return stopped.getAsInt();
        }
        AuditResult result = judge(collected.inventory(), catalog, checks, settings);
        AuditResult chained =
                history == null ? result : kept(history, collected.inventory(), result, catalog, settings);
        return reports.deliver(baseline.isEmpty() ? chained : ReportOptions.compared(result, baseline, this), this);
    }

    /** Keeps an inventory in a folder, and says what became of its findings since the account's last one there. */
    private AuditResult kept(Path folder, Inventory inventory, AuditResult result, Catalog catalog, Settings settings) {
        Path file = History.add(folder, inventory);
        say("Inventory kept in " + file);
        History past = History.of(folder, this::say);
        Optional<String> key = Judgement.key(rules, result.checks(), configuration.parametersInWords());
        Optional<AuditResult> last = past.newest(
                History.account(inventory.accounts()),
                inventory.asOf(),
                earlier -> judge(earlier, catalog, result.checks(), settings),
                key);
        if (last.isEmpty()) {
            say("It is the account's first one there, so that nothing is new.");
        }
        AuditResult compared =
                last.map(before -> Baseline.of(before).compare(result)).orElse(result);
        key.ifPresent(name -> past.keep(History.entryOf(file), compared, name));
        return compared;
    }
}

package io.awsaudit.cli;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.InventoryStream;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.inventory.snapshot.SnapshotException;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Baseline;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Engine;
import io.awsaudit.rules.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Judges a snapshot, offline. */
@Command(name = "evaluate", description = "Judges a snapshot by the chosen checks, offline, and writes reports.")
final class EvaluateCommand extends AuditCommand {
    /** More resources are read account by account, and reports say nothing of them but what findings do. */
    private static final int MANY = 100_000;

    /** In fewer bytes there is nothing to gain by that. */
    private static final long MANY_BYTES = 4 << 20;

    @Parameters(paramLabel = "SNAPSHOT", description = "A file that 'collect' or 'scan --snapshot' wrote.")
    private Path snapshot;

    @Mixin
    private ReportOptions reports;

    @Override
    public Integer call() {
        boolean isFile = Files.isRegularFile(snapshot); // what is none, such as a pipe, can be read only once
        boolean holdsMuch = isFile && bytes() > MANY_BYTES;
        Supplier<Inventory> reading =
                holdsMuch ? () -> Snapshot.read(snapshot) : Together.begin(() -> Snapshot.read(snapshot));
        Catalog catalog = catalog();
        List<Check> checks = chosen(catalog);
        Settings settings = settings(catalog);
        if (isFile && !holdsMuch) {
            prepare(catalog, checks); // meanwhile
        }
        if (holdsMuch && Snapshot.header(snapshot).resources() > MANY) {
            try (InventoryStream inventory = Snapshot.open(snapshot)) {
                reports.verify();
                Optional<Baseline> baseline = reports.baseline(this, catalog, checks, settings);
                return deliver(judge(inventory, catalog, checks, settings), baseline);
            }
        }
        Inventory inventory = reading.get(); // before anything is made for what comes of it
        reports.verify();
        Optional<Baseline> baseline = reports.baseline(this, catalog, checks, settings);
        return deliver(judge(inventory, catalog, checks, settings), baseline);
    }

    private void prepare(Catalog catalog, List<Check> checks) {
        try {
            Snapshot.header(snapshot)
                    .types()
                    .ifPresent(types -> new Engine(catalog, AwsAudit.version()).prepare(checks, types));
        } catch (SnapshotException e) {
            // reading it says the same
        }
    }

    private long bytes() {
        try {
            return Files.size(snapshot);
        } catch (IOException e) {
            return 0; // reading it says why
        }
    }

    private int deliver(AuditResult result, Optional<Baseline> baseline) {
        return reports.deliver(ReportOptions.compared(result, baseline, this), this);
    }
}

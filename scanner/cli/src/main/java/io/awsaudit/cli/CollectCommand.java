package io.awsaudit.cli;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.rules.Catalog;
import java.nio.file.Path;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads an account and keeps what it saw. */
@Command(
        name = "collect",
        description = {
            "Reads an AWS account into a snapshot file, and judges nothing.",
            "Without a selection of checks it reads all that there is a collector for."
        })
final class CollectCommand extends AuditCommand {
    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--snapshot",
            paramLabel = "FILE",
            defaultValue = "aws-audit.snapshot",
            description = "The file to write (default: ${DEFAULT-VALUE}).")
    private Path snapshot;

    @Override
    public Integer call() {
        SnapshotFile.verify(snapshot);
        boolean all = checks.isEmpty()
                && excluded.isEmpty()
                && services.isEmpty()
                && severities.isEmpty()
                && pillars.isEmpty()
                && frameworks.isEmpty();
        CollectionPlan plan;
        if (all) {
            plan = CollectionPlan.everything();
        } else {
            Catalog catalog = catalog();
            plan = CollectionPlan.of(catalog.typesOf(chosen(catalog)));
        }
        Collected collected = Collected.from(connection, plan, this);
        OptionalInt stopped = collected.keep(snapshot);
        if (stopped.isPresent()) {
            return stopped.getAsInt();
        }
        Inventory inventory = collected.inventory();
        say(inventory.resources().size() + " resources"
                + (inventory.coverage().refused() == 0
                        ? ""
                        : "; " + inventory.coverage().refused() + " calls gave no answer"));
        return ExitCode.CLEAN;
    }
}

package io.awsaudit.cli;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Connection;
import io.awsaudit.collectors.ConnectionSettings;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.inventory.snapshot.SnapshotException;
import io.awsaudit.rules.Baseline;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what the program does, on an account that comes with it. */
@Command(
        name = "demo",
        description = {
            "Audits an account that comes with the program, deliberately insecure in parts, and writes reports.",
            "Needs no AWS account. Exits with 0 whatever it finds."
        })
final class DemoCommand extends AuditCommand {
    private static final String SNAPSHOT = "demo.snapshot";

    @Option(names = "--live", description = "Start an AWS emulator, fill it, and scan it over HTTP (from a checkout).")
    private boolean live;

    @Mixin
    private ReportOptions reports;

    @Override
    public Integer call() {
        Catalog catalog = catalog();
        List<Check> checks = chosen(catalog);
        Settings settings = settings(catalog);
        reports.verify();
        Optional<Baseline> baseline = reports.baseline(this, catalog, checks, settings);
        Inventory inventory =
                live ? scan(CollectionPlan.of(catalog.typesOf(checks), catalog.componentsOf(checks))) : bundled();
        reports.deliver(ReportOptions.compared(judge(inventory, catalog, checks, settings), baseline, this), this);
        return ExitCode.CLEAN;
    }

    private static Inventory bundled() {
        try (@Nullable InputStream in = DemoCommand.class.getResourceAsStream(SNAPSHOT)) {
            if (in == null) {
                throw new SnapshotException("The demo account is missing from this build.");
            }
            return Snapshot.read(in, SNAPSHOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Inventory scan(CollectionPlan plan) {
        DemoAccount account = ServiceLoader.load(DemoAccount.class)
                .findFirst()
                .orElseThrow(
                        () -> new UsageException(
                                "'demo --live' needs the emulator harness, which only a checkout of the source has; 'demo' works anywhere."));
        say("Starting an AWS emulator and filling an account in it ...");
        // Any credentials do for an emulator, and none of the user's may reach it.
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        try (DemoAccount.Running running = account.start()) {
            Connection connection = Connection.open(
                    new ConnectionSettings(
                            Optional.empty(),
                            Optional.of(running.endpoint()),
                            Optional.empty(),
                            Optional.empty(),
                            "demo",
                            serial -> "",
                            16),
                    Set.of());
            Collected collected = Collected.from(connection, plan, Optional.empty(), this);
            collected.keep(null);
            return collected.inventory();
        }
    }
}

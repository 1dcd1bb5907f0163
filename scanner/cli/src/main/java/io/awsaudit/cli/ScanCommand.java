package io.awsaudit.cli;

import io.awsaudit.collectors.AccountCollection;
import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Connection;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Engine;
import io.awsaudit.rules.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

    @Override
    public Integer call() {
        return scan(connection, reports, snapshot);
    }

    /** The whole of a scan, from arguments that are known to be right to the exit code. */
    int scan(ConnectionOptions connection, ReportOptions reports, @Nullable Path snapshot) {
        Catalog catalog = catalog();
        List<Check> checks = chosen(catalog);
        Settings settings = settings(catalog);
        reports.verify();
        if (snapshot != null) {
            SnapshotFile.verify(snapshot);
        }
        // A snapshot is there to be asked other questions later, so it gets every detail of the types collected.
        CollectionPlan plan = snapshot == null
                ? CollectionPlan.of(catalog.typesOf(checks), catalog.componentsOf(checks))
                : CollectionPlan.of(catalog.typesOf(checks));
        Inventory inventory = collect(connection.open(), plan);
        if (snapshot != null) {
            SnapshotFile.write(inventory, snapshot);
            say("Inventory kept in " + snapshot);
        }
        Instant start = Instant.now();
        AuditResult result = new Engine(catalog, AwsAudit.version())
                .evaluate(inventory, checks, settings, configuration.suppressions());
        sayMore("Judged in " + Duration.between(start, Instant.now()).toMillis() + " ms");
        return reports.deliver(result, this);
    }

    private Inventory collect(Connection account, CollectionPlan plan) {
        return collect(this, account, plan);
    }

    static Inventory collect(AuditCommand command, Connection account, CollectionPlan plan) {
        command.say("Account " + account.account() + " as " + account.caller() + ", "
                + account.regions().size() + (account.regions().size() == 1 ? " region" : " regions"));
        Instant start = Instant.now();
        Inventory inventory = AccountCollection.collect(
                account,
                plan,
                start.truncatedTo(ChronoUnit.SECONDS),
                TerminalProgress.on(command.err(), command.quiet));
        command.sayMore("Collected in " + Duration.between(start, Instant.now()).toMillis() + " ms: "
                + inventory.resources().size() + " resources with "
                + inventory.coverage().answered() + " calls");
        inventory
                .coverage()
                .calls()
                .forEach(calls -> calls.refusals()
                        .forEach(refusal -> command.sayMore("  not read in " + calls.region()
                                + refusal.resource().map(arn -> " of " + arn).orElse("") + ": "
                                + refusal.gap().sentence())));
        return inventory;
    }
}

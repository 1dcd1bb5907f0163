package io.awsaudit.localstack.collectors;

import io.awsaudit.collectors.AccountCollection;
import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Connection;
import io.awsaudit.collectors.ConnectionSettings;
import io.awsaudit.collectors.Progress;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Engine;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Settings;
import io.awsaudit.rules.Suppressions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an emulator's account with the real collectors, over HTTP, and judges what was read. */
final class Collected {
    private Collected() {}

    static Inventory from(AwsEmulator emulator, String region, CollectionPlan plan) {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        Connection connection = Connection.open(
                new ConnectionSettings(
                        Optional.empty(),
                        Optional.of(emulator.endpoint()),
                        Optional.empty(),
                        Optional.empty(),
                        "test",
                        serial -> "",
                        8),
                Set.of(region));
        return AccountCollection.collect(connection, plan, Instant.now(), Progress.SILENT);
    }

    /** Reads what the checks ask about, and nothing else. */
    static Inventory from(AwsEmulator emulator, String region, List<Check> checks) {
        Catalog catalog = Catalog.builtIn();
        return from(emulator, region, CollectionPlan.of(catalog.typesOf(checks), catalog.componentsOf(checks)));
    }

    static List<Finding> judged(Inventory inventory, List<Check> checks) {
        return judged(inventory, checks, inventory.asOf());
    }

    /** Judges as if the inventory had been read at another time. */
    static List<Finding> judged(Inventory inventory, List<Check> checks, Instant asOf) {
        Catalog catalog = Catalog.builtIn();
        return new Engine(catalog, "test")
                .evaluate(
                        new Inventory(asOf, inventory.accounts(), inventory.coverage(), inventory.resources()),
                        checks,
                        Settings.standard(catalog.checks()),
                        Suppressions.NONE)
                .findings();
    }
}

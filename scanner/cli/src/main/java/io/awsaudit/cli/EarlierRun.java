package io.awsaudit.cli;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Settings;
import java.nio.file.Path;
import java.util.List;

/** What an earlier run kept in a file: an inventory, which can be judged anew. */
sealed interface EarlierRun {
    /** A snapshot. */
    record OfSnapshot(Path file, Inventory inventory) implements EarlierRun {
        @Override
        public AuditResult judged(AuditCommand command, Catalog catalog, List<Check> checks, Settings settings) {
            return command.judge(inventory, catalog, checks, settings);
        }

        @Override
        public String words() {
            return file + ", a snapshot of " + inventory.asOf() + ", judged by the checks and settings of now";
        }
    }

    /**
     * Reads a file; what it holds says what it is, whatever its name.
     *
     * @throws io.awsaudit.inventory.snapshot.SnapshotException when it cannot be used
     */
    static EarlierRun read(Path file) {
        return new OfSnapshot(file, Snapshot.read(file));
    }

    /** Returns what was said of the account then, or would have been by the checks and settings of now. */
    AuditResult judged(AuditCommand command, Catalog catalog, List<Check> checks, Settings settings);

    /** {@return what this is, in words} */
    String words();
}

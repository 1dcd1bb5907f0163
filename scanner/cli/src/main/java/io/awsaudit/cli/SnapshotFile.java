package io.awsaudit.cli;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.reports.ReportFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps snapshots in files, whole or not at all. */
final class SnapshotFile {
    private SnapshotFile() {}

    /** Finds before the scan that a file cannot be written after it. */
    static void verify(Path file) {
        @Nullable Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw new UsageException(
                    "Cannot write a snapshot to " + file + ": its directory must exist and be writable.");
        }
    }

    static void write(Inventory inventory, Path file) {
        ReportFiles.write(file, out -> Snapshot.write(inventory, out));
    }
}

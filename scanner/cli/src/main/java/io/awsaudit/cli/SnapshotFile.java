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
        if (Files.isDirectory(file)) {
            throw new UsageException(file + " is a directory; name a file for the snapshot.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UsageException(file + " is a device or a pipe; name a file for the snapshot.");
        }
        @Nullable Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.exists(folder)) {
            throw new UsageException(
                    "Cannot write a snapshot to " + file + ": there is no such directory; make it first.");
        }
        ReportFiles.prepare(folder);
    }

    static void write(Inventory inventory, Path file) {
        ReportFiles.write(file, out -> Snapshot.write(inventory, out));
    }
}

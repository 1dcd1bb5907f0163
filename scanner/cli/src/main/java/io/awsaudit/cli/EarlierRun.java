package io.awsaudit.cli;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.inventory.snapshot.SnapshotException;
import io.awsaudit.reports.json.ResultFile;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What an earlier run kept in a file: an inventory, which can be judged anew, or a result, which says what was said then. */
sealed interface EarlierRun {
    /** The first byte of what gzip wrote. */
    int GZIP = 0x1f;

    /** The first byte of UTF-8's mark. */
    int BYTE_ORDER_MARK = 0xef;

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

    /** A result. */
    record OfResult(Path file, AuditResult result) implements EarlierRun {
        @Override
        public AuditResult judged(AuditCommand command, Catalog catalog, List<Check> checks, Settings settings) {
            return result;
        }

        @Override
        public String words() {
            return file + ", a result of " + result.asOf() + ", as aws-audit " + result.toolVersion() + " judged then";
        }
    }

    /**
     * Reads a file; what it holds says what it is, whatever its name.
     *
     * @throws SnapshotException when it is a snapshot that cannot be used, or no file of this program at all
     * @throws io.awsaudit.reports.json.ResultException when it is a result that cannot be used
     */
    static EarlierRun read(Path file) {
        return switch (start(file)) {
            case '{', '[', ' ', '\n', '\r', '\t', BYTE_ORDER_MARK -> new OfResult(file, ResultFile.read(file));
            case GZIP -> new OfSnapshot(file, Snapshot.read(file));
            default ->
                throw new SnapshotException(file
                        + " is neither a snapshot, as 'aws-audit collect' writes it, nor a result (findings.json).");
        };
    }

    private static int start(Path file) {
        if (Files.isDirectory(file)) {
            throw new SnapshotException(file + " is a directory; name a snapshot or a result (findings.json) in it.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.read();
        } catch (NoSuchFileException e) {
            throw new SnapshotException("There is no snapshot and no result at " + file + ".", e);
        } catch (AccessDeniedException e) {
            throw new SnapshotException(file + " may not be read; ask its owner for permission.", e);
        } catch (IOException e) {
            throw new SnapshotException("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /** Returns what was said of the account then, or would have been by the checks and settings of now. */
    AuditResult judged(AuditCommand command, Catalog catalog, List<Check> checks, Settings settings);

    /** {@return what this is, in words} */
    String words();
}

package io.awsaudit.inventory.snapshot;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.InventoryStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** A snapshot file that is read account by account. */
final class SnapshotStream implements InventoryStream {
    private final Path file;
    private final InputStream bytes;
    private final Unzip unzip;
    private final Lines lines;
    private final Sections sections;

    private SnapshotStream(Path file, InputStream bytes, Unzip unzip, Lines lines, Sections sections) {
        this.file = file;
        this.bytes = bytes;
        this.unzip = unzip;
        this.lines = lines;
        this.sections = sections;
    }

    static InventoryStream open(Path file) {
        InputStream bytes = Snapshot.bytes(file);
        boolean opened = false;
        long line = 1;
        try {
            Unzip unzip = Snapshot.unzip(new BufferedInputStream(bytes, 1 << 16), file.toString());
            Lines lines = new Lines(unzip);
            Sections sections;
            try {
                sections = new Sections(lines, file.toString());
            } finally {
                line = Math.max(1, lines.number());
            }
            if (!sections.areOfAccounts()) {
                return InventoryStream.of(Snapshot.read(file));
            }
            opened = true;
            return new SnapshotStream(file, bytes, unzip, lines, sections);
        } catch (IOException | JacksonException | Snapshot.Unusable e) {
            throw Snapshot.failure(file.toString(), line, e);
        } catch (OutOfMemoryError e) {
            throw Snapshot.tooMuch(file.toString(), line, e);
        } finally {
            if (!opened) {
                close(file, bytes);
            }
        }
    }

    @Override
    public Instant asOf() {
        return sections.header().asOf();
    }

    @Override
    public List<Inventory.AccountScope> accounts() {
        return sections.header().accounts();
    }

    @Override
    public Coverage coverage() {
        return sections.coverage();
    }

    @Override
    public long resources() {
        return sections.header().resources();
    }

    @Override
    public Optional<Account> next() {
        try {
            return sections.hasNext() ? Optional.of(sections.next()) : Optional.empty();
        } catch (IOException | JacksonException | Snapshot.Unusable e) {
            throw Snapshot.failure(file.toString(), lines.number(), e);
        } catch (OutOfMemoryError e) {
            throw Snapshot.tooMuch(file.toString(), lines.number(), e);
        }
    }

    @Override
    public void close() {
        unzip.close();
        close(file, bytes);
    }

    private static void close(Path file, InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            throw Snapshot.unreadable(file, e);
        }
    }
}

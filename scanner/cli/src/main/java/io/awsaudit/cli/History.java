package io.awsaudit.cli;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.snapshot.Snapshot;
import io.awsaudit.inventory.snapshot.SnapshotException;
import io.awsaudit.reports.ReportException;
import io.awsaudit.reports.ReportFiles;
import io.awsaudit.reports.json.JsonReporter;
import io.awsaudit.reports.json.ResultException;
import io.awsaudit.reports.json.ResultFile;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Baseline;
import io.awsaudit.rules.Comparison;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A folder of snapshots, each account's in order of time.
 *
 * <p>Since when a finding has been there is said by a chain of results, each compared with the one before. The newest of
 * them is kept beside its snapshot, under a name with a digest of all that judged it, and carries on what the others knew;
 * so a night costs one judgement, and after an update of the program, or with other checks, the folder is judged once anew.
 */
final class History {
    private static final String SNAPSHOT = ".snapshot";
    private static final String RESULT = ".findings.json";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /**
     * A snapshot of the folder.
     *
     * @param account its account; of several, their ids joined by a plus sign
     */
    record Entry(Path file, String account, Snapshot.Header header) {
        private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::asOf)
                .thenComparing(entry -> entry.file().toString());

        Instant asOf() {
            return header.asOf();
        }

        Inventory read() {
            return Snapshot.read(file);
        }
    }

    private final Path folder;
    private final SortedMap<String, List<Entry>> accounts;
    private final Consumer<String> warnings;

    private History(Path folder, SortedMap<String, List<Entry>> accounts, Consumer<String> warnings) {
        this.folder = folder;
        this.accounts = accounts;
        this.warnings = warnings;
    }

    /**
     * Opens a folder, and reads of each snapshot what it says of itself. Of several of one account and moment the first by
     * name stands for all.
     *
     * @param warnings told of each file that is left out, and why
     * @throws UsageException when there is no such folder
     */
    static History of(Path folder, Consumer<String> warnings) {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("There is no folder " + folder + "; 'aws-audit scan --history " + folder
                    + "' makes one, or put snapshots into one yourself.");
        }
        SortedMap<String, List<Entry>> accounts = new TreeMap<>();
        for (Path file : files(folder)) {
            try {
                Entry entry = entry(file);
                accounts.computeIfAbsent(entry.account(), account -> new ArrayList<>())
                        .add(entry);
            } catch (SnapshotException e) {
                warnings.accept("Left out: " + e.getMessage());
            }
        }
        accounts.replaceAll((account, entries) -> inOrder(entries, warnings));
        return new History(folder, accounts, warnings);
    }

    private static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                String name = file.getFileName().toString();
                if (!name.startsWith(".") && !name.endsWith(RESULT)) {
                    files.add(file);
                }
            }
        } catch (IOException e) {
            throw new UsageException("Cannot list " + folder + ": " + e.getMessage() + ".");
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private static Entry entry(Path file) {
        Snapshot.Header header = Snapshot.header(file);
        return new Entry(file, account(header.accounts()), header);
    }

    /** {@return how entries name these accounts} */
    static String account(List<Inventory.AccountScope> accounts) {
        return accounts.stream().map(Inventory.AccountScope::id).sorted().collect(Collectors.joining("+"));
    }

    private static List<Entry> inOrder(List<Entry> entries, Consumer<String> warnings) {
        List<Entry> ordered = new ArrayList<>();
        entries.stream().sorted(Entry.ORDER).forEach(entry -> {
            Entry last = ordered.isEmpty() ? entry : ordered.get(ordered.size() - 1);
            if (last != entry && last.asOf().equals(entry.asOf())) {
                warnings.accept(
                        "Left out: " + entry.file() + " is of the same account and moment as " + last.file() + ".");
            } else {
                ordered.add(entry);
            }
        });
        return List.copyOf(ordered);
    }

    /** {@return the snapshots by account, each account's in order of time} */
    SortedMap<String, List<Entry>> accounts() {
        return accounts;
    }

    /**
     * Returns what is said of an account's newest snapshot, with what its findings were before; empty where it has none.
     *
     * @param account as {@link Entry} names it
     * @param before only what is older than this
     * @param judge says what is said of an inventory
     * @param key what tells results of these checks and settings from others; empty where none can be reused
     */
    Optional<AuditResult> newest(
            String account, Instant before, Function<Inventory, AuditResult> judge, Optional<String> key) {
        List<Entry> entries = accounts.getOrDefault(account, List.of()).stream()
                .filter(entry -> entry.asOf().isBefore(before))
                .toList();
        Optional<AuditResult> last = Optional.empty();
        int next = 0;
        for (int i = entries.size() - 1; i >= 0 && last.isEmpty() && key.isPresent(); i--) {
            last = kept(entries, i, key.get());
            next = last.isPresent() ? i + 1 : 0;
        }
        for (Entry entry : entries.subList(next, entries.size())) {
            try {
                last = Optional.of(compared(judge.apply(entry.read()), last));
            } catch (SnapshotException e) {
                warnings.accept("Left out: " + e.getMessage());
            }
        }
        if (next < entries.size() && last.isPresent() && key.isPresent()) {
            try {
                keep(entries.get(entries.size() - 1), last.get(), key.get());
            } catch (ReportException e) {
                warnings.accept(e.getMessage() + " All snapshots will be judged again the next time.");
            }
        }
        return last;
    }

    /** A result that compares itself with the snapshot before it is one of the chain that leads here. */
    private Optional<AuditResult> kept(List<Entry> entries, int index, String key) {
        Path file = resultOf(entries.get(index).file(), key);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            AuditResult result = ResultFile.read(file);
            Optional<Instant> predecessor = index == 0
                    ? Optional.empty()
                    : Optional.of(entries.get(index - 1).asOf());
            boolean fits = result.asOf().equals(entries.get(index).asOf())
                    && result.comparison().map(Comparison::baseline).equals(predecessor);
            return fits ? Optional.of(result) : Optional.empty();
        } catch (ResultException e) {
            warnings.accept("Not used: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Returns a result beside an earlier one, and without what it judged, so that a chain does not hold each snapshot. */
    private static AuditResult compared(AuditResult result, Optional<AuditResult> earlier) {
        AuditResult slim = result.with(List.of());
        return earlier.map(before -> Baseline.of(before).compare(slim)).orElse(slim);
    }

    /**
     * Puts a snapshot into a folder, under a name that sorts by account and time.
     *
     * @return where it is now
     */
    static Path add(Path folder, Inventory inventory) {
        String name = account(inventory.accounts()) + "-" + MOMENT.format(inventory.asOf());
        Path file = folder.resolve(name + SNAPSHOT);
        for (int copy = 2; Files.exists(file); copy++) {
            file = folder.resolve(name + "-" + copy + SNAPSHOT);
        }
        SnapshotFile.write(inventory, file);
        return file;
    }

    /** Keeps the result of an account's newest snapshot, and removes those of earlier ones, which nothing asks for again. */
    void keep(Entry entry, AuditResult result, String key) {
        ReportFiles.write(resultOf(entry.file(), key), out -> new JsonReporter().write(result, out));
        for (Entry other : accounts.getOrDefault(entry.account(), List.of())) {
            if (!other.file().equals(entry.file())) {
                try {
                    Files.deleteIfExists(resultOf(other.file(), key));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private Path resultOf(Path snapshot, String key) {
        String name = snapshot.getFileName().toString();
        String stem = name.endsWith(SNAPSHOT) ? name.substring(0, name.length() - SNAPSHOT.length()) : name;
        return folder.resolve(stem + "." + key + RESULT);
    }

    /** {@return the entry of a snapshot that was put into the folder} */
    static Entry entryOf(Path file) {
        return entry(file);
    }
}

package io.awsaudit.rules;

import java.io.EOFException;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Runs of findings, each in order, in two temporary files: one for those that are notable, one for the rest. Reading merges
 * the runs. The files lose their names as soon as they are open, where the system allows it, so that nothing is left of
 * them however the program ends; elsewhere they are deleted when it does.
 */
final class FindingRuns {
    private static final Cleaner CLEANER = Cleaner.create();

    /** Where a run stands in a file. */
    private record Run(long start, long end) {}

    private static final class Part {
        private final Path folder;
        private final FileChannel file;
        private final List<Run> runs = new ArrayList<>();
        private final ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
        private long size;

        Part(Path folder) {
            this.folder = folder;
            try {
                this.file = open(folder);
            } catch (IOException e) {
                throw failure(folder, e);
            }
        }

        private static FileChannel open(Path folder) throws IOException {
            FileAttribute<?>[] owner =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                            ? new FileAttribute<?>[] {
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                            }
                            : new FileAttribute<?>[0];
            String name = "aws-audit-"
                    + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + ".findings";
            return FileChannel.open(
                    folder.resolve(name),
                    Set.of(
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE),
                    owner);
        }

        void write(FindingCode.Writer code) {
            byte[] bytes = code.bytes();
            int length = code.size();
            for (int from = 0; from < length; ) {
                int some = Math.min(buffer.remaining(), length - from);
                buffer.put(bytes, from, some);
                from += some;
                if (!buffer.hasRemaining()) {
                    flush();
                }
            }
            code.clear();
        }

        void flush() {
            buffer.flip();
            try {
                while (buffer.hasRemaining()) {
                    size += file.write(buffer, size);
                }
            } catch (IOException e) {
                throw failure(folder, e);
            }
            buffer.clear();
        }

        private static FindingsException failure(Path folder, IOException e) {
            return new FindingsException(
                    "Cannot keep findings in " + folder + ": " + e.getMessage()
                            + ". There are more than memory holds; make room, or name another directory with"
                            + " AWS_AUDIT_OPTS=-Djava.io.tmpdir=DIR.",
                    e);
        }
    }

    private final Part notable;
    private final Part rest;
    private final List<Suppression> suppressions = new ArrayList<>();

    FindingRuns() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        if (!Files.isDirectory(folder)) {
            throw Part.failure(folder, new IOException("there is no such directory"));
        }
        notable = new Part(folder);
        rest = new Part(folder);
        FileChannel one = notable.file;
        FileChannel other = rest.file;
        CLEANER.register(this, () -> close(one, other));
    }

    private static void close(FileChannel... files) {
        for (FileChannel file : files) {
            try {
                file.close();
            } catch (IOException e) {
                // it was only kept for as long as somebody reads it
            }
        }
    }

    /** Adds a run. */
    void add(List<Finding> sorted) {
        for (Part part : List.of(notable, rest)) {
            long start = part.size;
            FindingCode.Writer code = new FindingCode.Writer(suppressions);
            for (Finding finding : sorted) {
                if (Findings.isNotable(finding) == (part == notable)) {
                    code.write(finding);
                    part.write(code);
                }
            }
            part.flush();
            if (part.size > start) {
                part.runs.add(new Run(start, part.size));
            }
        }
    }

    Iterator<Finding> all() {
        return new Merged(List.of(notable, rest));
    }

    Iterator<Finding> notable() {
        return new Merged(List.of(notable));
    }

    /** Reads one run after its beginning. */
    private final class Cursor {
        private static final int BUFFER = 1 << 15;

        private final int number;
        private final boolean isNotable;
        private final FindingCode.Reader code;
        private Finding finding;

        Cursor(Part part, int number) {
            this.number = number;
            this.isNotable = part == notable;
            this.code = new FindingCode.Reader(new Bytes(part, part.runs.get(number)), suppressions);
            this.finding = code.read();
        }

        /** Goes on to the next finding, and returns whether there is one. */
        boolean advance() {
            if (code.isAtEnd()) {
                return false;
            }
            finding = code.read();
            return true;
        }
    }

    private static final class Bytes implements FindingCode.Source {
        private final Part part;
        private final ByteBuffer buffer = ByteBuffer.allocate(Cursor.BUFFER).limit(0);
        private final long end;
        private long position;

        Bytes(Part part, Run run) {
            this.part = part;
            this.position = run.start();
            this.end = run.end();
        }

        @Override
        public boolean isAtEnd() {
            return !buffer.hasRemaining() && position == end;
        }

        @Override
        public byte next() {
            if (!buffer.hasRemaining()) {
                fill();
            }
            return buffer.get();
        }

        @Override
        public void next(byte[] target) {
            for (int from = 0; from < target.length; ) {
                if (!buffer.hasRemaining()) {
                    fill();
                }
                int some = Math.min(buffer.remaining(), target.length - from);
                buffer.get(target, from, some);
                from += some;
            }
        }

        private void fill() {
            try {
                buffer.clear().limit((int) Math.min(buffer.capacity(), end - position));
                int count = part.file.read(buffer, position);
                if (count <= 0) {
                    throw new EOFException("the file is shorter than it was");
                }
                position += count;
                buffer.flip();
            } catch (IOException e) {
                throw Part.failure(part.folder, e);
            }
        }
    }

    private final class Merged implements Iterator<Finding> {
        private static final Comparator<Cursor> ORDER = Comparator.<Cursor, Finding>comparing(
                        cursor -> cursor.finding, Finding.ORDER)
                .thenComparing(cursor -> cursor.number)
                .thenComparing(cursor -> cursor.isNotable); // as what stands for a whole listing comes after the rest

        private final PriorityQueue<Cursor> cursors = new PriorityQueue<>(ORDER);
        private @Nullable Cursor first;

        Merged(List<Part> parts) {
            for (Part part : parts) {
                for (int run = 0; run < part.runs.size(); run++) {
                    cursors.add(new Cursor(part, run));
                }
            }
            first = cursors.poll();
        }

        @Override
        public boolean hasNext() {
            return first != null;
        }

        @Override
        public Finding next() {
            Cursor cursor = first;
            if (cursor == null) {
                throw new NoSuchElementException();
            }
            Finding finding = cursor.finding;
            if (!cursor.advance()) {
                first = cursors.poll();
                return finding;
            }
            Cursor other = cursors.peek();
            if (other != null && ORDER.compare(other, cursor) < 0) { // a run goes on for a while, mostly
                first = cursors.poll();
                cursors.add(cursor);
            }
            return finding;
        }
    }
}

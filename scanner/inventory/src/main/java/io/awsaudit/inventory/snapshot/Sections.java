package io.awsaudit.inventory.snapshot;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.InventoryStream;
import io.awsaudit.inventory.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * The sections of a snapshot, one after another. A small one comes as lines that were not looked into, so that threads can do
 * so for several accounts at once; of a large one all processors read the lines together, some MiB at a time.
 */
final class Sections {
    private static final ObjectReader READER = InventoryJson.mapper().readerFor(Resource.class);

    /** How many parts of {@link RawLines#ENOUGH} bytes a small section has at most. */
    private static final int PARTS = 8;

    private final Lines lines;
    private final String source;
    private final Snapshot.Header header;
    private final Coverage coverage;
    private final List<Snapshot.Section> sections;
    private int next;
    private long count;
    private boolean ended;

    Sections(Lines lines, String source) throws IOException {
        this.lines = lines;
        this.source = source;
        header = Snapshot.header(Snapshot.next(lines, Snapshot.MAX_HEADER_BYTES));
        coverage = InventoryJson.mapper().readValue(Snapshot.next(lines, Snapshot.MAX_COVERAGE_BYTES), Coverage.class);
        Snapshot.verify(coverage);
        sections = header.sections().orElse(List.of(new Snapshot.Section("", header.resources())));
    }

    Snapshot.Header header() {
        return header;
    }

    Coverage coverage() {
        return coverage;
    }

    /** {@return whether the resources of each account stand together} */
    boolean areOfAccounts() {
        return header.sections().isPresent();
    }

    /** Returns whether there is another section; after the last, looks at whether the file ends there. */
    boolean hasNext() throws IOException {
        if (next < sections.size()) {
            return true;
        }
        if (!ended) {
            verifyEnd();
            ended = true;
        }
        return false;
    }

    /** Reads the next section. */
    InventoryStream.Account next() throws IOException {
        Snapshot.Section wanted = sections.get(next++);
        Section section = new Section(wanted, source, areOfAccounts());
        RawLines some = new RawLines(lines.number() + 1);
        for (long i = 0; i < wanted.resources(); i++) {
            if (!lines.hasNext()) {
                section.add(some);
                section.resources(); // a mistake further up is the one to tell of
                throw new Snapshot.Unusable("is cut short: its first line counts " + header.resources()
                        + " resources, and there are " + count + "; collect it again.");
            }
            lines.next(some, Snapshot.MAX_RESOURCE_BYTES);
            count++;
            if (some.isEnough()) {
                section.add(some);
                some = new RawLines(lines.number() + 1);
            }
        }
        section.add(some);
        return section;
    }

    private void verifyEnd() throws IOException {
        if (lines.hasNext()) {
            RawLines more = new RawLines(lines.number() + 1);
            lines.next(more, Snapshot.MAX_RESOURCE_BYTES);
            resource(more, 0);
            throw new Snapshot.Unusable("there are more resources than the " + header.resources()
                    + " that its first line counts; it is damaged or edited. Collect it again.");
        }
    }

    private static Resource resource(RawLines lines, int line) throws IOException {
        byte[] bytes = lines.bytes();
        int start = lines.start(line);
        int length = lines.length(line);
        // Jackson would take other bytes for a mark of UTF-16 or UTF-32, or a blank line for nothing at all.
        if (length < 2
                || bytes[start + 1] == 0
                || bytes[start] != '{' && (bytes[start] & 0xff) != Snapshot.BYTE_ORDER_MARK) {
            throw new ZipException("it does not hold JSON there");
        }
        return READER.readValue(bytes, start, length);
    }

    /** The resources of an account, or in version 1 of all. */
    private static final class Section implements InventoryStream.Account {
        private final Snapshot.Section section;
        private final String source;
        private final Optional<String> account;
        private final List<RawLines> parts = new ArrayList<>();
        private final List<Resource> read = new ArrayList<>();

        Section(Snapshot.Section section, String source, boolean ofAccount) {
            this.section = section;
            this.source = source;
            this.account = ofAccount ? Optional.of(section.account()) : Optional.empty();
        }

        void add(RawLines some) {
            parts.add(some);
            if (parts.size() == PARTS) {
                resources();
            }
        }

        @Override
        public String id() {
            return section.account();
        }

        @Override
        public boolean isLarge() {
            return section.resources() > InventoryStream.LARGE;
        }

        @Override
        public List<Resource> resources() {
            List<List<Resource>> now = parts.size() == 1
                    ? List.of(read(parts.get(0)))
                    : parts.parallelStream().map(this::read).toList();
            for (int i = 0; i < now.size(); i++) {
                if (!now.get(i).isEmpty() && !read.isEmpty()) {
                    verifyOrder(
                            read.get(read.size() - 1),
                            now.get(i).get(0),
                            parts.get(i).number(0));
                }
                read.addAll(now.get(i));
            }
            parts.clear();
            return read;
        }

        private List<Resource> read(RawLines lines) {
            List<Resource> resources = new ArrayList<>(lines.count());
            for (int line = 0; line < lines.count(); line++) {
                try {
                    Resource resource = resource(lines, line);
                    Snapshot.verify(resource, account);
                    resources.add(resource);
                } catch (IOException | JacksonException | Snapshot.Unusable e) {
                    throw Snapshot.failure(source, lines.number(line), e);
                } catch (OutOfMemoryError e) {
                    throw Snapshot.tooMuch(source, lines.number(line), e);
                }
                if (line > 0) {
                    verifyOrder(resources.get(line - 1), resources.get(line), lines.number(line));
                }
            }
            return resources;
        }

        private void verifyOrder(Resource last, Resource resource, long line) {
            try {
                Snapshot.verifyOrder(last, resource);
            } catch (Snapshot.Unusable e) {
                throw Snapshot.failure(source, line, e);
            }
        }
    }
}

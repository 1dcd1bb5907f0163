package io.awsaudit.inventory.snapshot;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.InventoryStream;
import io.awsaudit.inventory.Memo;
import io.awsaudit.inventory.Resource;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PushbackInputStream;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Reads and writes snapshot files: gzip over JSON Lines, being a header, the coverage, and a resource a line, account by
 * account and there sorted by ARN, so that two snapshots of an unchanged account are equal byte for byte below the header.
 * In version 1 resources were sorted by ARN whatever their account.
 */
public final class Snapshot {
    /** The version that this program writes, and the newest that it reads. */
    public static final int VERSION = 2;

    private static final String FORMAT = "aws-audit-snapshot";

    /** The limits bind nobody honest: AWS holds no resource of a mebibyte, and no account a million scopes. */
    static final long MAX_HEADER_BYTES = 64 << 20;

    static final long MAX_RESOURCE_BYTES = 64 << 20;

    /** A refusal takes some 500 bytes; this is two million of them. */
    static final long MAX_COVERAGE_BYTES = 1L << 30;

    private static final int PEEKED_BYTES = 512;
    static final int BYTE_ORDER_MARK = 0xef;
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Memo<Boolean> REGIONS = new Memo<>(1 << 6);

    /**
     * What a snapshot says of itself in its first line.
     *
     * @param asOf when collection began
     * @param resources how many it holds
     * @param sections which accounts they belong to, in their order; empty in version 1
     * @param types the CloudFormation type names of those that it holds, for readers to prepare for; empty in version 1, and
     *     not compared with what follows
     */
    public record Header(
            String format,
            int version,
            Instant asOf,
            List<Inventory.AccountScope> accounts,
            long resources,
            Optional<List<Section>> sections,
            Optional<List<String>> types) {
        public Header {
            accounts = List.copyOf(accounts);
            sections = sections.map(List::copyOf);
            types = types.map(List::copyOf);
        }
    }

    /** How many resources of an account stand together. */
    public record Section(String account, long resources) {}

    /** Takes what it wants of the lines of a snapshot. */
    private interface Reading<T> {
        T read(Lines lines) throws IOException;
    }

    private Snapshot() {}

    /** Writes an inventory to a stream, which stays open. */
    public static void write(Inventory inventory, OutputStream out) throws IOException {
        Map<String, List<Resource>> sections = sections(inventory);
        write(
                inventory.asOf(),
                inventory.accounts(),
                inventory.coverage(),
                sections.entrySet().stream()
                        .map(section ->
                                new Section(section.getKey(), section.getValue().size()))
                        .toList(),
                inventory.resources().stream()
                        .map(Resource::type)
                        .distinct()
                        .sorted()
                        .toList(),
                sections.values().stream().flatMap(List::stream).iterator(),
                out);
    }

    /**
     * Writes what need not fit into memory to a stream, which stays open.
     *
     * @param sections how many resources there are of each account, in the order in which they come
     * @param types the CloudFormation type names of those that come
     * @param resources account by account, those of one in the order of an inventory
     */
    public static void write(
            Instant asOf,
            List<Inventory.AccountScope> accounts,
            Coverage coverage,
            List<Section> sections,
            List<String> types,
            Iterator<Resource> resources,
            OutputStream out)
            throws IOException {
        var mapper = InventoryJson.mapper();
        GZIPOutputStream zip = new GZIPOutputStream(out, 1 << 16);
        Writer lines = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        lines.write(encodable(mapper.writeValueAsString(new Header(
                FORMAT,
                VERSION,
                asOf,
                accounts,
                sections.stream().mapToLong(Section::resources).sum(),
                Optional.of(sections),
                Optional.of(types)))));
        lines.write('\n');
        lines.write(encodable(mapper.writeValueAsString(coverage)));
        lines.write('\n');
        var writer = mapper.writerFor(Resource.class);
        while (resources.hasNext()) {
            lines.write(encodable(writer.writeValueAsString(resources.next())));
            lines.write('\n');
        }
        lines.flush();
        zip.finish();
    }

    /** The accounts that were looked at in their order, and after them any others. */
    private static Map<String, List<Resource>> sections(Inventory inventory) {
        Map<String, List<Resource>> sections = new LinkedHashMap<>();
        inventory.accounts().forEach(account -> sections.put(account.id(), new ArrayList<>()));
        Map<String, List<Resource>> others = new TreeMap<>();
        for (Resource resource : inventory.resources()) {
            List<Resource> section = sections.get(resource.account());
            (section == null ? others.computeIfAbsent(resource.account(), id -> new ArrayList<>()) : section)
                    .add(resource);
        }
        sections.putAll(others);
        return sections;
    }

    /**
     * Escapes halves of surrogate pairs, which AWS's own JSON may hold and UTF-8 has no form for; else they would come back
     * as something else, and what was judged live would be another resource when it is judged again. All but strings is
     * ASCII.
     */
    private static String encodable(String json) {
        if (!hasSurrogates(json)) {
            return json;
        }
        StringBuilder out = new StringBuilder(json.length() + 16);
        json.codePoints().forEach(point -> {
            if (point <= 0xffff && Character.isSurrogate((char) point)) {
                out.append(String.format("\\u%04x", point));
            } else {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads a snapshot file.
     *
     * @throws SnapshotException when the file is missing, damaged, cut short, or newer than this program
     */
    public static Inventory read(Path file) {
        return read(file, lines -> read(lines, file.toString()));
    }

    /**
     * Opens a snapshot file to read it account by account. One of version 1 is read whole first.
     *
     * @throws SnapshotException now or later, when the file is missing, damaged, cut short, or newer than this program
     */
    public static InventoryStream open(Path file) {
        return SnapshotStream.open(file);
    }

    /**
     * Reads the first line of a snapshot file, and no more of it.
     *
     * @throws SnapshotException when the file is missing, or does not begin as a snapshot does
     */
    public static Header header(Path file) {
        return read(file, lines -> header(next(lines, MAX_HEADER_BYTES)));
    }

    private static <T> T read(Path file, Reading<T> reading) {
        try (InputStream in = bytes(file)) {
            return read(in, file.toString(), reading);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Opens a file, whose closing is left to the caller. */
    static InputStream bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new SnapshotException(file + " is a directory; name a snapshot file.");
        }
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new SnapshotException("No snapshot at " + file + "; 'aws-audit collect' writes one.", e);
        } catch (AccessDeniedException e) {
            throw new SnapshotException(file + " may not be read; ask its owner for permission, or collect anew.", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static SnapshotException unreadable(Path file, IOException e) {
        return new SnapshotException("Cannot read " + file + ": " + e.getMessage() + ".", e);
    }

    /**
     * Reads a snapshot from a stream, to its end. Whoever made it, what comes back is an inventory, or one exception soon:
     * what is not in the file takes no memory, whatever the file says.
     *
     * @param source what to call it in messages
     * @throws SnapshotException when it is damaged, cut short, newer than this program, or more than memory holds
     */
    public static Inventory read(InputStream in, String source) {
        return read(in, source, lines -> read(lines, source));
    }

    private static <T> T read(InputStream in, String source, Reading<T> reading) {
        long line = 1;
        BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
        try (Unzip unzip = unzip(bytes, source)) {
            Lines lines = new Lines(unzip);
            try {
                return reading.read(lines);
            } catch (IOException | RuntimeException e) {
                line = Math.max(1, lines.number());
                throw e;
            }
        } catch (OutOfMemoryError e) { // what was read is garbage by now, so that there is room for the message
            throw tooMuch(source, line, e);
        } catch (IOException | Unusable | JacksonException e) {
            throw failure(source, line, e);
        }
    }

    static SnapshotException tooMuch(String source, long line, OutOfMemoryError e) {
        long limit = Runtime.getRuntime().maxMemory() >> 20;
        return new SnapshotException(
                source + ", line " + line + ": holds more than fits into the " + limit
                        + " MiB of memory that this program may use; give it more with AWS_AUDIT_OPTS=-Xmx4g.",
                e);
    }

    /** Says what is wrong in a line. */
    static SnapshotException failure(String source, long line, Exception e) {
        if (e instanceof Unusable) {
            return new SnapshotException(source + ", line " + line + ": " + e.getMessage(), e);
        }
        if (e instanceof JacksonIOException wrapped) {
            return failure(source, line, Objects.requireNonNull(wrapped.getCause()));
        }
        if (e instanceof JacksonException mistake) {
            return new SnapshotException(
                    source + ", line " + line + ": " + InventoryJson.reason(mistake)
                            + "; it is damaged or edited, or a newer aws-audit wrote it. Update aws-audit, or collect anew.",
                    e);
        }
        if (e instanceof IOException failure) {
            return failure(source, line, failure);
        }
        throw new IllegalStateException(e);
    }

    /** A result is the one thing that is likely to be taken for a snapshot, being the other file that is kept. */
    static Unzip unzip(BufferedInputStream in, String source) throws IOException {
        in.mark(PEEKED_BYTES);
        String start = new String(in.readNBytes(PEEKED_BYTES), StandardCharsets.UTF_8);
        in.reset();
        if (start.stripLeading().startsWith("{") && start.contains("\"schemaVersion\"")) {
            throw new SnapshotException(source
                    + " is no aws-audit snapshot but a result, which holds verdicts and no resources; 'aws-audit report'"
                    + " takes it, and 'aws-audit collect' writes a snapshot.");
        }
        return new Unzip(in);
    }

    private static SnapshotException failure(String source, long line, IOException e) {
        String place = source + ", line " + line + ": ";
        if (e instanceof EOFException) {
            return new SnapshotException(place + "is cut short; collect it again.", e);
        }
        if (e instanceof ZipException) {
            return line == 1
                    ? new SnapshotException(
                            source + " is no aws-audit snapshot: " + e.getMessage()
                                    + "; 'aws-audit collect' writes one.",
                            e)
                    : new SnapshotException(place + "is damaged: " + e.getMessage() + "; collect it again.", e);
        }
        return new SnapshotException("Cannot read " + source + ": " + e.getMessage() + ".", e);
    }

    private static Inventory read(Lines lines, String source) throws IOException {
        Sections sections = new Sections(lines, source);
        List<Resource> resources = new ArrayList<>();
        while (sections.hasNext()) {
            resources.addAll(sections.next().resources());
        }
        return new Inventory(sections.header().asOf(), sections.header().accounts(), sections.coverage(), resources);
    }

    static InputStream next(Lines lines, long maxBytes) throws IOException {
        boolean more = lines.hasNext();
        PushbackInputStream line = new PushbackInputStream(lines.next(maxBytes), 2);
        if (!more) {
            throw new EOFException();
        }
        byte[] start = line.readNBytes(2);
        // Jackson would take other bytes for a mark of UTF-16 or UTF-32, or a blank line for nothing at all.
        if (start.length < 2 || start[1] == 0 || start[0] != '{' && (start[0] & 0xff) != BYTE_ORDER_MARK) {
            throw new ZipException("it does not hold JSON there");
        }
        line.unread(start);
        return line;
    }

    static Header header(InputStream line) {
        var tree = InventoryJson.mapper().readTree(line);
        if (!tree.path("format").asString("").equals(FORMAT)) {
            throw new Unusable("is no aws-audit snapshot: it does not say so there; 'aws-audit collect' writes one.");
        }
        var version = tree.path("version");
        if (!version.isIntegralNumber() || version.bigIntegerValue().signum() <= 0) {
            throw new Unusable("its first line gives no version; collect it again.");
        }
        if (version.bigIntegerValue().compareTo(BigInteger.valueOf(VERSION)) > 0) {
            throw new Unusable("has snapshot version " + version.bigIntegerValue() + ", newer than " + VERSION
                    + ", the newest that this program reads; update aws-audit.");
        }
        Header header = InventoryJson.mapper().treeToValue(tree, Header.class);
        header.accounts().forEach(account -> verify(account.id(), account.regions()));
        header.sections().ifPresent(sections -> verify(sections, header.resources()));
        return header;
    }

    private static void verify(List<Section> sections, long resources) {
        Set<String> accounts = new HashSet<>();
        long sum = 0;
        for (Section section : sections) {
            verify(section.account(), List.of());
            if (!accounts.add(section.account())) {
                throw new Unusable("its first line has account " + section.account()
                        + " twice; it is damaged or edited. Collect it again.");
            }
            if (section.resources() < 0) {
                throw new Unusable("its first line counts fewer than no resources of account " + section.account()
                        + "; it is damaged or edited. Collect it again.");
            }
            sum += section.resources();
        }
        if (sum != resources) {
            throw new Unusable("its first line counts " + resources + " resources, and " + sum
                    + " account by account; it is damaged or edited. Collect it again.");
        }
    }

    static void verify(Coverage coverage) {
        coverage.listings().forEach(listing -> verify(listing.account(), List.of(listing.region())));
        coverage.calls().forEach(calls -> verify(calls.account(), List.of(calls.region())));
    }

    /**
     * Looks at what is read of a resource and decides where it belongs.
     *
     * @param account whose section it stands in, if sections have any
     */
    static void verify(Resource resource, Optional<String> account) {
        String arn = resource.arn().value();
        if (!isArn(arn)) {
            throw new Unusable(InventoryJson.quoted(arn) + " is no ARN; it is damaged or edited. Collect it again.");
        }
        if (account.isPresent() && account.get().equals(resource.account())) {
            verifyRegion(resource.region());
            return;
        }
        verify(resource.account(), List.of(resource.region()));
        if (account.isPresent()) {
            throw new Unusable(resource.type() + " " + InventoryJson.quoted(arn) + " stands among those of account "
                    + account.get() + "; it is damaged or edited. Collect it again.");
        }
    }

    static void verifyOrder(Resource last, Resource resource) {
        int order = Inventory.ORDER.compare(last, resource);
        if (order >= 0) {
            throw new Unusable(resource.type() + " "
                    + InventoryJson.quoted(resource.arn().value())
                    + (order == 0 ? " is there twice" : " is not in its place, by order of ARN")
                    + "; it is damaged or edited. Collect it again.");
        }
    }

    /** Whether a text begins as an ARN does, which has five colons. */
    private static boolean isArn(String text) {
        if (!text.startsWith("arn:")) {
            return false;
        }
        int colon = 3;
        for (int part = 1; part < 5; part++) {
            colon = text.indexOf(':', colon + 1);
            if (colon < 0) {
                return false;
            }
        }
        return true;
    }

    private static void verify(String account, List<String> regions) {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new Unusable(InventoryJson.quoted(account)
                    + " is no account, which has twelve digits; it is damaged or edited. Collect it again.");
        }
        regions.forEach(Snapshot::verifyRegion);
    }

    private static void verifyRegion(String region) {
        if (!REGIONS.get(region, name -> REGION.matcher(name).matches())) {
            throw new Unusable(
                    InventoryJson.quoted(region) + " is no region; it is damaged or edited. Collect it again.");
        }
    }

    /** What a line holds that cannot be used; the file and the line are added to its message. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }
}

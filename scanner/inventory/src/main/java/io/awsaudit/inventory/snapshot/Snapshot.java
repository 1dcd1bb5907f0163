package io.awsaudit.inventory.snapshot;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads and writes snapshot files: gzip over JSON Lines, being a header, the coverage, and a resource a line sorted by
 * ARN, so that two snapshots of an unchanged account are equal byte for byte below the header.
 */
public final class Snapshot {
    /** The version that this program writes, and the newest that it reads. */
    public static final int VERSION = 1;

    private static final String FORMAT = "aws-audit-snapshot";

    private record Header(
            String format, int version, Instant asOf, List<Inventory.AccountScope> accounts, long resources) {}

    private Snapshot() {}

    /** Writes an inventory to a stream, which stays open. */
    public static void write(Inventory inventory, OutputStream out) throws IOException {
        var mapper = InventoryJson.mapper();
        GZIPOutputStream zip = new GZIPOutputStream(out, 1 << 16);
        Writer lines = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        lines.write(encodable(mapper.writeValueAsString(new Header(
                FORMAT,
                VERSION,
                inventory.asOf(),
                inventory.accounts(),
                inventory.resources().size()))));
        lines.write('\n');
        lines.write(encodable(mapper.writeValueAsString(inventory.coverage())));
        lines.write('\n');
        var resources = mapper.writerFor(Resource.class);
        for (Resource resource : inventory.resources()) {
            lines.write(encodable(resources.writeValueAsString(resource)));
            lines.write('\n');
        }
        lines.flush();
        zip.finish();
    }

    /**
     * Escapes halves of surrogate pairs, which AWS's own JSON may hold and UTF-8 has no form for; else they would come back
     * as something else, and what was judged live would be another resource when it is judged again. All but strings is
     * ASCII.
     */
    private static String encodable(String json) {
        if (json.chars().noneMatch(character -> Character.isSurrogate((char) character))) {
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

    /**
     * Reads a snapshot file.
     *
     * @throws SnapshotException when the file is missing, damaged, cut short, or newer than this program
     */
    public static Inventory read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (NoSuchFileException e) {
            throw new SnapshotException("No snapshot at " + file + "; 'aws-audit collect' writes one.", e);
        } catch (IOException e) {
            throw new SnapshotException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a snapshot from a stream.
     *
     * @param source what to call it in messages
     * @throws SnapshotException when it is damaged, cut short, or newer than this program
     */
    public static Inventory read(InputStream in, String source) {
        int line = 1;
        try {
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(in, 1 << 16), StandardCharsets.UTF_8), 1 << 16);
            Header header = header(lines.readLine(), source);
            line = 2;
            Coverage coverage =
                    InventoryJson.mapper().readValue(required(lines.readLine(), source, line), Coverage.class);
            var reader = InventoryJson.mapper().readerFor(Resource.class);
            List<Resource> resources = new ArrayList<>();
            for (long i = 0; i < header.resources(); i++) {
                line++;
                resources.add(reader.readValue(required(lines.readLine(), source, line)));
            }
            return new Inventory(header.asOf(), header.accounts(), coverage, resources);
        } catch (ZipException e) {
            throw new SnapshotException(
                    source + " is no aws-audit snapshot, or is damaged: " + e.getMessage() + ".", e);
        } catch (EOFException e) {
            throw new SnapshotException(source + " is cut short at line " + line + "; collect it again.", e);
        } catch (JacksonException e) {
            throw new SnapshotException(source + ", line " + line + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new SnapshotException("Cannot read " + source + ": " + e.getMessage(), e);
        }
    }

    private static Header header(@Nullable String line, String source) {
        var tree = InventoryJson.mapper().readTree(required(line, source, 1));
        if (!tree.path("format").asString("").equals(FORMAT)) {
            throw new SnapshotException(source + " is no aws-audit snapshot: its first line does not say so.");
        }
        int version = tree.path("version").asInt(0);
        if (version > VERSION) {
            throw new SnapshotException(source + " has snapshot version " + version + ", newer than " + VERSION
                    + ", the newest that this program reads; update aws-audit.");
        }
        return InventoryJson.mapper().treeToValue(tree, Header.class);
    }

    private static String required(@Nullable String line, String source, int number) {
        if (line == null) {
            throw new SnapshotException(source + " is cut short at line " + number + "; collect it again.");
        }
        return line;
    }
}

package io.awsaudit.reports.json;

import io.awsaudit.inventory.snapshot.InventoryJson;
import io.awsaudit.rules.AuditResult;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads what {@link JsonReporter} wrote: {@code findings.json}, the file that keeps a result. What comes back is equal to
 * what was written but for the resources that were judged, which are not in it, and for halves of surrogate pairs, which
 * UTF-8 has no form for.
 *
 * <p>Properties may come in any order, and what follows from others (sums above all) is not read, so that a result that was
 * filtered with another tool can be used like any other.
 */
public final class ResultFile {
    /** Nothing that this program writes is longer; a fix of a user's own check may be long. */
    private static final int MAX_STRING_CHARS = 4 << 20;

    private static final int MAX_NAME_CHARS = 1 << 16;
    private static final int MAX_DEPTH = 100;

    private static final int BUFFER = 1 << 16;
    private static final int GZIP = 0x1f;
    private static final int PEEKED_BYTES = 512;

    private static final String WRITERS = "'aws-audit scan' and 'aws-audit evaluate' write one, findings.json";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_STRING_CHARS)
                    .maxNameLength(MAX_NAME_CHARS)
                    .maxNestingDepth(MAX_DEPTH)
                    .build())
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private ResultFile() {}

    /**
     * Reads a result from a file.
     *
     * @throws ResultException when the file is missing, no result, damaged, cut short, or newer than this program
     */
    public static AuditResult read(Path file) {
        if (Files.isDirectory(file)) {
            Path inside = file.resolve(new JsonReporter().fileName());
            throw new ResultException(file + " is a directory; name a result"
                    + (Files.exists(inside) ? ", such as " + inside + "." : "."));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (NoSuchFileException e) {
            throw new ResultException("No result at " + file + "; " + WRITERS + ".", e);
        } catch (AccessDeniedException e) {
            throw new ResultException(file + " may not be read; ask its owner for permission, or judge anew.", e);
        } catch (IOException e) {
            throw new ResultException("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /**
     * Reads a result from a stream, to its end. Whoever made it, what comes back is a result, or one exception soon: it takes
     * no more memory than what it holds.
     *
     * @param source what to call it in messages
     * @throws ResultException when it is no result, damaged, cut short, newer than this program, or more than memory holds
     */
    public static AuditResult read(InputStream in, String source) {
        boolean begun = false;
        boolean cut = false;
        long line = 1;
        try {
            Ending bytes = new Ending(in);
            refuseCompressed(bytes, source);
            try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
                ResultReader reader = new ResultReader(json);
                try {
                    return reader.read();
                } catch (RuntimeException | OutOfMemoryError e) {
                    begun = reader.isResult();
                    cut = bytes.isAtEnd() && !json.streamReadContext().inRoot();
                    line = Math.max(1, json.currentLocation().getLineNr());
                    throw e;
                }
            }
        } catch (OutOfMemoryError e) { // what was read is garbage by now, so that there is room for the message
            long limit = Runtime.getRuntime().maxMemory() >> 20;
            throw new ResultException(
                    source + ", line " + line + ": holds more than fits into the " + limit
                            + " MiB of memory that this program may use; give it more with AWS_AUDIT_OPTS=-Xmx4g.",
                    e);
        } catch (ResultReader.Unusable e) {
            throw new ResultException(source + " " + e.getMessage(), e);
        } catch (Walk.Mistake e) {
            throw damaged(source, line, String.valueOf(e.getMessage()), e);
        } catch (JacksonIOException e) {
            IOException cause = Objects.requireNonNull(e.getCause());
            throw new ResultException("Cannot read " + source + ": " + cause.getMessage() + ".", cause);
        } catch (JacksonException e) {
            if (!begun) {
                throw new ResultException(
                        source + " is no result of aws-audit: " + (cut ? "it ends too early" : "it does not hold JSON")
                                + "; " + WRITERS + ".",
                        e);
            }
            if (cut) {
                throw new ResultException(source + ", line " + line + ": is cut short; judge anew.", e);
            }
            throw damaged(source, line, InventoryJson.reason(e), e);
        } catch (IOException e) {
            throw new ResultException("Cannot read " + source + ": " + e.getMessage() + ".", e);
        }
    }

    private static ResultException damaged(String source, long line, String reason, Exception cause) {
        return new ResultException(
                source + ", line " + line + ": " + reason
                        + "; it is damaged or edited, or a newer aws-audit wrote it. Update aws-audit, or judge anew.",
                cause);
    }

    /** A snapshot is compressed, and the one thing that is likely to be taken for a result. */
    private static void refuseCompressed(InputStream in, String source) throws IOException {
        in.mark(PEEKED_BYTES);
        byte[] start = in.readNBytes(PEEKED_BYTES);
        in.reset();
        if (start.length == 0 || start[0] != GZIP) {
            return;
        }
        if (beginning(start).contains("\"aws-audit-snapshot\"")) {
            throw new ResultException(source
                    + " is a snapshot, which holds resources and no verdicts; 'aws-audit evaluate' judges it and writes a"
                    + " result, findings.json.");
        }
        throw new ResultException(source + " is compressed; expand it first, as with gunzip.");
    }

    private static String beginning(byte[] zipped) {
        byte[] expanded = new byte[PEEKED_BYTES];
        int length = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            for (int count = 0; count >= 0 && length < expanded.length; length += Math.max(0, count)) {
                count = in.read(expanded, length, Math.min(16, expanded.length - length));
            }
        } catch (IOException e) {
            // It is only the beginning, which ends too early.
        }
        return new String(expanded, 0, length, StandardCharsets.UTF_8);
    }

    /** A stream that knows whether all of it was asked for, as a parser does that finds no end of what it reads. */
    private static final class Ending extends BufferedInputStream {
        private boolean atEnd;

        Ending(InputStream in) {
            super(in, BUFFER);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            atEnd = count < 0;
            return count;
        }

        boolean isAtEnd() {
            return atEnd;
        }
    }
}

package io.awsaudit.inventory.snapshot;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Expands the one gzip member that a snapshot is, and trusts none of it. Other than {@link java.util.zip.GZIPInputStream}
 * it takes what follows the member for a mistake instead of ignoring it, and stops at a bomb.
 *
 * <p>Deflate makes at most 1,032 bytes of one. What snapshots hold is too various for that: a million resources that differ
 * in nothing but their names and ids shrink by a factor of 15 to 60, of up to 150 where these are counted up, and long
 * lists of rules that differ in a number by some 100. So {@value #MAX_FACTOR} leaves honest files a margin; the first
 * {@value #FREE_BYTES} bytes may shrink by any factor, since a small account can hold a long and dull document.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
final class Unzip implements AutoCloseable {
    static final int MAX_FACTOR = 400;
    static final long FREE_BYTES = 64 << 20;

    private static final int HAS_HEADER_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] packed = new byte[1 << 16];
    private int position;
    private int end;
    private boolean atEnd;

    Unzip(InputStream in) throws IOException {
        this.in = in;
        readHeader();
    }

    /**
     * Reads at least one byte.
     *
     * @return how many, or -1 at the end of a whole and undamaged file
     * @throws EOFException when the file ends too early
     * @throws ZipException when it is damaged or a bomb
     */
    int read(byte[] buffer) throws IOException {
        try {
            while (!atEnd) {
                int count = inflater.inflate(buffer);
                if (count > 0) {
                    checksum.update(buffer, 0, count);
                    refuseBomb();
                    return count;
                }
                if (inflater.finished()) {
                    position = end - inflater.getRemaining();
                    readTrailer();
                    atEnd = true;
                } else if (inflater.needsDictionary()) {
                    throw new ZipException("it needs a dictionary");
                } else {
                    if (!fill()) {
                        throw new EOFException();
                    }
                    inflater.setInput(packed, position, end - position);
                    position = end;
                }
            }
            return -1;
        } catch (DataFormatException e) {
            ZipException damaged = new ZipException(String.valueOf(e.getMessage()));
            damaged.initCause(e);
            throw damaged;
        }
    }

    private void refuseBomb() throws ZipException {
        long expanded = inflater.getBytesWritten();
        if (expanded > FREE_BYTES && expanded / MAX_FACTOR > inflater.getBytesRead()) {
            throw new ZipException("it expands more than " + MAX_FACTOR + "-fold, as no honest snapshot does");
        }
    }

    private void readHeader() throws IOException {
        if (next() != 0x1f || next() != 0x8b) {
            throw new ZipException("it is not compressed with gzip");
        }
        if (next() != 8) {
            throw new ZipException("its compression is unknown");
        }
        int flags = next();
        skip(6); // time, extra flags, operating system
        if ((flags & HAS_EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        for (int text = flags & (HAS_NAME | HAS_COMMENT); text != 0; text &= text - 1) {
            while (next() != 0) {
                // a name or a comment, which ends with a zero
            }
        }
        if ((flags & HAS_HEADER_CHECKSUM) != 0) {
            skip(2);
        }
        inflater.setInput(packed, position, end - position);
        position = end;
    }

    private void readTrailer() throws IOException {
        if (nextInt() != (int) checksum.getValue() || nextInt() != (int) inflater.getBytesWritten()) {
            throw new ZipException("its checksum is wrong");
        }
        if (position < end || fill()) {
            throw new ZipException("something follows its end");
        }
    }

    private int nextInt() throws IOException {
        return next() | next() << 8 | next() << 16 | next() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private int next() throws IOException {
        if (position == end && !fill()) {
            throw new EOFException();
        }
        return packed[position++] & 0xff;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(packed));
        return end > 0;
    }

    @Override
    public void close() {
        inflater.end();
    }
}

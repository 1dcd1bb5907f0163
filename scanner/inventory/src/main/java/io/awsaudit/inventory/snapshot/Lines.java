package io.awsaudit.inventory.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.ZipException;

/**
 * The lines of a file, each as a stream of its own that ends where the line does; so that none of them is ever in memory as
 * a text, and a mistake is noticed in the line that it is in.
 */
final class Lines {
    private final Unzip bytes;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int end;
    private long number;

    Lines(Unzip bytes) {
        this.bytes = bytes;
    }

    /** {@return the number of the line that was begun last; the first is 1} */
    long number() {
        return number;
    }

    /** Returns whether there is another line. */
    boolean hasNext() throws IOException {
        if (position == end) {
            position = 0;
            end = Math.max(0, bytes.read(buffer));
        }
        return end > 0;
    }

    /**
     * Begins the next line. The one before must have been read to its end.
     *
     * @param maxBytes how long it may be
     */
    InputStream next(long maxBytes) {
        number++;
        return new Line(maxBytes);
    }

    /**
     * Adds the next line to others.
     *
     * @param maxBytes how long it may be
     * @throws ZipException when it is longer
     */
    void next(RawLines lines, long maxBytes) throws IOException {
        number++;
        long length = 0;
        while (hasNext()) {
            int feed = position;
            while (feed < end && buffer[feed] != '\n') {
                feed++;
            }
            length += feed - position;
            if (length > maxBytes) {
                throw tooLong(maxBytes);
            }
            lines.add(buffer, position, feed - position);
            boolean ended = feed < end;
            position = ended ? feed + 1 : feed;
            if (ended) {
                break;
            }
        }
        lines.endLine();
    }

    private static ZipException tooLong(long maxBytes) {
        return new ZipException("the line is longer than " + (maxBytes >> 20) + " MiB");
    }

    private final class Line extends InputStream {
        private final long maxBytes;
        private long left;
        private boolean over;

        Line(long maxBytes) {
            this.maxBytes = maxBytes;
            this.left = maxBytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (over || !hasNext()) {
                over = true;
                return -1;
            }
            int count = 0;
            while (count < length && position < end) {
                byte next = buffer[position++];
                if (next == '\n') {
                    over = true;
                    break;
                }
                target[offset + count++] = next;
            }
            left -= count;
            if (left < 0) {
                throw tooLong(maxBytes);
            }
            return count == 0 && over ? -1 : count;
        }
    }
}

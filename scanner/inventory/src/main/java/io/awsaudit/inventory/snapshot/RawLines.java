package io.awsaudit.inventory.snapshot;

import java.util.Arrays;

/** Some lines of a file that were not looked into yet. */
final class RawLines {
    /** What works on many lines takes so many bytes at a time. */
    static final int ENOUGH = 1 << 20;

    private final long first;
    private byte[] bytes = new byte[1 << 12];
    private int size;
    private int[] ends = new int[16];
    private int count;

    /** @param first the number of the first of them in the file */
    RawLines(long first) {
        this.first = first;
    }

    void add(byte[] some, int from, int length) {
        if (length > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
        }
        System.arraycopy(some, from, bytes, size, length);
        size += length;
    }

    void endLine() {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = size;
    }

    boolean isEnough() {
        return size >= ENOUGH;
    }

    int count() {
        return count;
    }

    /** {@return the number of a line in the file} */
    long number(int line) {
        return first + line;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    int length(int line) {
        return ends[line] - start(line);
    }
}

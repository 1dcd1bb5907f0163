package io.awsaudit.rules.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that people write by hand. */
public final class TextFile {
    /** Some forty thousand lines; nobody writes more into one file. */
    private static final int MAX_BYTES = 2 << 20;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private TextFile() {}

    /**
     * Reads a file whole. A pipe or a device is not even opened, since it may have no end, or no other one.
     *
     * @param name what to call it in messages
     * @throws TextException when it is no regular file, may not be read, is larger than people write, or is no UTF-8
     */
    public static String read(Path file, String name) {
        if (Files.isDirectory(file)) {
            throw new TextException(name, 0, "is a directory; name a file.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new TextException(name, 0, "is a device or a pipe; name a file.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new TextException(
                        name, 0, "is larger than " + (MAX_BYTES >> 20) + " MiB, which nobody writes by hand.");
            }
            return decode(bytes, name);
        } catch (NoSuchFileException e) {
            throw new TextException(name, 0, "there is no such file.");
        } catch (AccessDeniedException e) {
            throw new TextException(name, 0, "may not be read; ask its owner for permission.");
        } catch (IOException e) {
            throw new TextException(name, 0, "cannot be read: " + e.getMessage() + ".");
        }
    }

    private static String decode(byte[] bytes, String name) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw new TextException(name, lineAt(text, text.length()), "is no UTF-8; save it in that encoding.");
        }
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            throw new TextException(name, lineAt(text, zero), "holds a zero byte; it is no text.");
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** {@return the line that a place in a text is in; the first is 1} */
    public static int lineAt(String text, int place) {
        return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    }
}

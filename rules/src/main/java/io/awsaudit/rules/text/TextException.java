package io.awsaudit.rules.text;

/** A text that cannot be used; the message says which file, where it is known the line, and what is wrong. */
public final class TextException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TextException(String message) {
        super(message);
    }

    TextException(String file, int line, String reason) {
        super(place(file, line) + reason);
    }

    static String place(String file, int line) {
        return line > 0 ? file + ", line " + line + ": " : file + ": ";
    }
}

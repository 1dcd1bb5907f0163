package io.awsaudit.collectors;

/** The account could not be reached at all; the message says what to do. */
public final class ConnectionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ConnectionException(String message, Throwable cause) {
        super(message, cause);
    }

    public ConnectionException(String message) {
        super(message);
    }
}

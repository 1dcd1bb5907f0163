package io.awsaudit.reports.json;

/** A kept result that cannot be used; the message says which, where and what to do. */
public final class ResultException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ResultException(String message) {
        super(message);
    }

    public ResultException(String message, Throwable cause) {
        super(message, cause);
    }
}

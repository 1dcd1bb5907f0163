package io.awsaudit.reports;

/** A report that could not be written; the message says which, why and what to do. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}

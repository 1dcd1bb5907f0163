package io.awsaudit.reports;

/** A report that could not be written; the message says which, why and what to do. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean readerGone;

    public ReportException(String message, Throwable cause) {
        this(message, cause, false);
    }

    ReportException(String message, Throwable cause, boolean readerGone) {
        super(message, cause);
        this.readerGone = readerGone;
    }

    /** {@return whether whoever read the report has had enough of it, as {@code head} has soon} */
    public boolean isReaderGone() {
        return readerGone;
    }
}

package io.awsaudit.inventory.snapshot;

/** A snapshot file that cannot be used; the message says which, where and what to do. */
public final class SnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SnapshotException(String message) {
        super(message);
    }

    public SnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}

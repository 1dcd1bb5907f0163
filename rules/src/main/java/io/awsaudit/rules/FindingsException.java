package io.awsaudit.rules;

/** Findings that memory does not hold could not be kept elsewhere; its message is for the user. */
public final class FindingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FindingsException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.awsaudit.localstack;

/** No emulator could be had; the message lists every way that was tried, and why each one failed. */
public final class NoEmulatorException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoEmulatorException(String message) {
        super(message);
    }
}

package io.awsaudit.localstack;

/** Why one way to an emulator is closed; the message is part of the one that {@link AwsEmulator#start()} gives up with. */
final class EmulatorUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    EmulatorUnavailableException(String message) {
        super(message);
    }

    EmulatorUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}

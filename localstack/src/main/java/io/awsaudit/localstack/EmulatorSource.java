package io.awsaudit.localstack;

/** A way to come by an emulator. */
interface EmulatorSource {
    /** {@return what this way is called when it is said that it failed} */
    String name();

    /**
     * Finds or starts the emulator, and returns when it answers.
     *
     * @throws EmulatorUnavailableException if this way is closed here, and another may be tried
     */
    RunningEmulator start() throws EmulatorUnavailableException;
}

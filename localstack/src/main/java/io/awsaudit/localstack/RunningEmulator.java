package io.awsaudit.localstack;

import java.net.URI;

/** An emulator that answers. */
interface RunningEmulator extends AutoCloseable {
    /** {@return the one address at which it answers for every service and region} */
    URI endpoint();

    /** {@return what it is and where, in a few words} */
    String description();

    /** Empties every account. */
    void reset();

    /** Stops what was started for it, and nothing that was there before. */
    @Override
    void close();
}

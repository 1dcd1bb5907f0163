package io.awsaudit.cli;

import java.net.URI;

/**
 * An account to try the program on: an emulator with something in it. Found as a service, since what starts an emulator
 * is no part of the distribution.
 */
public interface DemoAccount {
    /**
     * Starts the emulator and fills the account.
     *
     * @return how to reach it; closing it stops the emulator
     */
    Running start();

    /** An account that answers. */
    interface Running extends AutoCloseable {
        /** {@return where it answers} */
        URI endpoint();

        @Override
        void close();
    }
}

package io.awsaudit.cli;

/** What the program's exit status means; documented in {@code docs/configuration.md}. */
final class ExitCode {
    /** Nothing at or above the threshold. */
    static final int CLEAN = 0;

    /** Findings at or above the threshold. */
    static final int FINDINGS = 1;

    /** Wrong usage or configuration. */
    static final int USAGE = 2;

    /** The scan could not run, or its results could not be written. */
    static final int FAILED = 3;

    /** Nothing at the threshold, but some checks could not be decided. */
    static final int UNDECIDED = 4;

    private ExitCode() {}
}

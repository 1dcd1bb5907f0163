package io.awsaudit.reports.sarif;

/**
 * How much GitHub code scanning takes and shows. A file that holds more than it takes is refused whole.
 *
 * @see <a href="https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#validating-your-sarif-file">SARIF
 *     support for code scanning</a>
 */
final class Limits {
    /** Runs that a file may have. */
    static final int RUNS = 20;

    /** Results that a run may have. */
    static final int RESULTS = 25_000;

    /** Results of a run that are shown. */
    static final int RESULTS_SHOWN = 5_000;

    /** Rules that a run may have. */
    static final int RULES = 25_000;

    /** Tags of a rule that are shown; twice as many are taken. */
    static final int TAGS = 10;

    /** Locations of a result that are shown; ten times as many are taken. */
    static final int LOCATIONS = 100;

    /** Thread flow locations of a result that are shown; ten times as many are taken. */
    static final int STEPS = 1_000;

    /** Bytes that a file compressed by gzip may have, less what another compressor may make of it: 10 MB are taken. */
    static final long COMPRESSED = 9_500_000;

    /** Characters of a rule's name. */
    static final int NAME = 255;

    /** Characters of a rule's descriptions. */
    static final int DESCRIPTION = 1_024;

    private Limits() {}
}

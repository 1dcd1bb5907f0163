package io.awsaudit.rules;

import java.util.Arrays;
import java.util.Optional;

/** Counts of findings; those that a user accepted are counted apart. */
public final class Tally {
    private final long[][] counts = new long[Verdict.values().length][Severity.values().length];
    private long suppressed;

    void add(Finding finding) {
        if (finding.suppression().isPresent()) {
            suppressed++;
        } else {
            counts[finding.status().ordinal()][finding.severity().ordinal()]++;
        }
    }

    /** Adds what another counted. */
    public void add(Tally other) {
        for (int verdict = 0; verdict < counts.length; verdict++) {
            for (int severity = 0; severity < counts[verdict].length; severity++) {
                counts[verdict][severity] += other.counts[verdict][severity];
            }
        }
        suppressed += other.suppressed;
    }

    /** {@return how many findings have a verdict} */
    public long of(Verdict verdict) {
        long sum = 0;
        for (long count : counts[verdict.ordinal()]) {
            sum += count;
        }
        return sum;
    }

    /** {@return how many findings of checks with a severity have a verdict} */
    public long of(Verdict verdict, Severity severity) {
        return counts[verdict.ordinal()][severity.ordinal()];
    }

    /** {@return the severity of the worst failure, empty when there is none} */
    public Optional<Severity> worst() {
        return Arrays.stream(Severity.values())
                .filter(severity -> of(Verdict.FAIL, severity) > 0)
                .findFirst();
    }

    /** {@return how many findings a user accepted, whatever their verdict} */
    public long suppressed() {
        return suppressed;
    }
}

package io.awsaudit.cli;

import io.awsaudit.rules.Change;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which findings make a run end with another code than 0.
 *
 * @param severity failures of this one or worse; empty for none
 * @param newOnly whether only what is new since a baseline counts, of failures and of what could not be decided
 */
record Threshold(Optional<Severity> severity, boolean newOnly) {
    private static final String NEW = "new-";
    private static final String NEVER = "never";

    /**
     * Reads a threshold as users write it, such as {@code new-high}.
     *
     * @throws UsageException when there is no such threshold
     */
    static Threshold of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.equals(NEVER)) {
            return new Threshold(Optional.empty(), false);
        }
        boolean isNew = lower.startsWith(NEW);
        String level = isNew ? lower.substring(NEW.length()) : lower;
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equals(level))
                .findFirst()
                .map(severity -> new Threshold(Optional.of(severity), isNew))
                .orElseThrow(() -> new UsageException(
                        "--fail-on knows no '" + word + "'; there are: " + String.join(", ", words()) + "."));
    }

    /** {@return all thresholds that there are, as users write them} */
    static List<String> words() {
        List<String> levels =
                Arrays.stream(Severity.values()).map(Severity::word).toList();
        return Stream.of(levels.stream(), levels.stream().map(level -> NEW + level), Stream.of(NEVER))
                .flatMap(words -> words)
                .toList();
    }

    /** {@return whether a failure is one that a run must not have} */
    boolean isReachedBy(Finding finding) {
        return severity.isPresent()
                && finding.isOpenFailure()
                && finding.severity().atLeast(severity.get())
                && counts(finding);
    }

    /** {@return whether a finding leaves open what a run must not leave open} */
    boolean isLeftOpenBy(Finding finding) {
        return finding.isOpenUnknown() && counts(finding);
    }

    private boolean counts(Finding finding) {
        return !newOnly
                || finding.change()
                        .filter(change -> change.state() == Change.State.NEW)
                        .isPresent();
    }
}

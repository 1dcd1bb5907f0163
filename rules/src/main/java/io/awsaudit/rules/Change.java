package io.awsaudit.rules;

import java.util.Locale;
import java.util.Optional;

/**
 * What became of a finding since an earlier result, its baseline.
 *
 * @param before the verdict then; empty where there was none
 * @param reason why it is so in a few words, such as {@code its resource is new}
 */
public record Change(State state, Optional<Verdict> before, String reason) {
    /** How a finding stands to its baseline; the words are those of SARIF's {@code baselineState}, where it has one. */
    public enum State {
        /** It asks for something now and did not then, or was not there. */
        NEW,
        /** It was the same then. */
        UNCHANGED,
        /** Its verdict is another, but nothing that was wrong is right now, nor the other way round. */
        UPDATED,
        /** It failed then, and what decides was seen not to fail now. */
        FIXED;

        /** {@return the state as files spell it, such as {@code new}} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

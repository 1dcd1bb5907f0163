package io.awsaudit.reports;

import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Comparison;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A finding as a system is told of it that keeps findings from one run to the next, and has to close what is mended.
 *
 * @param finding as it is now; for {@link State#GONE} as it was
 */
public record Tracked(Finding finding, State state) {
    /** What became of a finding since such a system was last told. */
    public enum State {
        /** It was not there, or no earlier result is known. */
        CREATED,
        /** It was there already. */
        UPDATED,
        /** It failed, and does not any more. */
        FIXED,
        /** It failed, and its resource is no longer there. */
        GONE
    }

    /**
     * Returns what to tell of a result, in its order and then what is gone: what asks for something, what a user accepted
     * of that, and what is to be closed.
     *
     * @param includePassed whether to tell of what passed and of what is out of scope, too
     */
    public static Stream<Tracked> of(AuditResult result, boolean includePassed) {
        Set<String> checks = result.checks().stream().map(Check::id).collect(Collectors.toSet());
        return Stream.concat(
                (includePassed ? result.findings() : result.findings().notable())
                        .stream()
                                .map(finding -> new Tracked(finding, stateOf(finding)))
                                .filter(tracked -> includePassed || tracked.matters()),
                result.comparison().map(Comparison::gone).stream()
                        .flatMap(gone -> gone.stream())
                        .filter(finding -> checks.contains(finding.checkId())) // what else is known of it stands there
                        .map(finding -> new Tracked(finding, State.GONE)));
    }

    private static State stateOf(Finding finding) {
        return finding.change()
                .map(Change::state)
                .map(change -> switch (change) {
                    case NEW -> State.CREATED;
                    case UNCHANGED, UPDATED -> State.UPDATED;
                    case FIXED -> State.FIXED;
                })
                .orElse(State.CREATED);
    }

    private boolean matters() {
        return state == State.FIXED || asksForSomething(finding.status());
    }

    /** {@return whether there is something to do, which a user may have accepted} */
    public boolean isOpen() {
        return !isClosed() && asksForSomething(finding.status());
    }

    /** {@return whether whoever was told of it before should close it} */
    public boolean isClosed() {
        return switch (state) {
            case CREATED, UPDATED -> false;
            case FIXED, GONE -> true;
        };
    }

    private static boolean asksForSomething(Verdict verdict) {
        return switch (verdict) {
            case FAIL, UNKNOWN, MANUAL -> true;
            case PASS, NOT_APPLICABLE -> false;
        };
    }
}

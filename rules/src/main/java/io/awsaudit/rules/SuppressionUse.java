package io.awsaudit.rules;

import java.util.OptionalLong;

/**
 * What a suppression did in an evaluation.
 *
 * @param findings how many findings it covers
 * @param daysLeft whole days until its last one, 0 on that day, negative when it is past and it covers nothing; empty
 *     where it holds for ever
 * @param asked whether this evaluation would have needed it if it were needed: a check that it names was evaluated, in an
 *     account and region that it names, and all resources of the check's type were listed
 */
public record SuppressionUse(Suppression suppression, long findings, OptionalLong daysLeft, boolean asked) {
    /** How long before its end a suppression is announced. */
    public static final int NOTICE_DAYS = 14;

    /** {@return whether its last day is past} */
    public boolean isExpired() {
        return daysLeft.isPresent() && daysLeft.getAsLong() < 0;
    }

    /** {@return whether it still holds, and will not for long} */
    public boolean endsSoon() {
        return daysLeft.isPresent() && daysLeft.getAsLong() >= 0 && daysLeft.getAsLong() <= NOTICE_DAYS;
    }

    /** {@return whether it holds, could have covered something, and covers nothing} */
    public boolean isUnused() {
        return asked && findings == 0 && !isExpired();
    }
}

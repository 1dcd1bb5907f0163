package io.awsaudit.inventory.servicequotas;

/**
 * How much there is of something that there may be only so much of.
 *
 * @param used how much there is
 * @param quota how much there may be
 */
public record Usage(long used, long quota) {
    private static final long ALL = 100;

    /** {@return whether at least so many percent of what there may be is there; of nothing never} */
    public boolean reaches(long percent) {
        return used > 0 && used * ALL >= quota * percent;
    }

    /** {@return how much of how much there may be, as evidence} */
    public String words() {
        return used + " of " + quota;
    }
}

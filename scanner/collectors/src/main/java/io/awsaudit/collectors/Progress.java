package io.awsaudit.collectors;

/** Told how a collection comes on; called from several threads. */
public interface Progress {
    /** Says nothing to anybody. */
    Progress SILENT = new Progress() {};

    /**
     * A unit of work: what one collector reads in one region, with as many calls as it takes.
     *
     * @param region or {@link io.awsaudit.inventory.Identity#GLOBAL}
     * @param service as its package is named, such as {@code ec2}
     */
    record Unit(String account, String region, String service) {}

    /** What was done until now; asked from any thread, as often as somebody wants to know. */
    interface Tally {
        /** {@return how many units have ended, those among them that an earlier collection held} */
        int units();

        /** {@return how many resources were read} */
        int resources();

        /** {@return how many calls were answered} */
        long calls();
    }

    /**
     * Called once, before the first call.
     *
     * @param units how many there are in all; how many calls each takes nobody knows before they are made
     */
    default void started(int units, Tally tally) {}

    /** Called when a unit begins. */
    default void began(Unit unit) {}

    /** Called when a unit that began has ended. */
    default void ended(Unit unit) {}

    /** Called once, after the last call. */
    default void finished() {}
}

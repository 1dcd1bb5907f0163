package io.awsaudit.collectors;

/**
 * How often a collector calls an operation: what the table of calls says, and a test holds the collectors to.
 *
 * @param size how many a page or a batch has at most; 0 where AWS chooses, or gives all at once
 * @param asked whether that size is asked for; else it is what AWS gives by itself, and no more can be had
 * @param per what else it is called once for, such as a cluster, in whose things it looks; empty where nothing
 * @param where of which resources alone it is asked; empty where of all
 * @param shared whether it is called once for all collectors that name it
 * @param separate whether each setting that names the operation has a call of its own; else one answer fills them all
 */
public record Frequency(
        Unit unit, int size, boolean asked, String per, String where, boolean shared, boolean separate) {
    /** What one call is for. */
    public enum Unit {
        /** For a page of a listing, the first of which is asked for even where there is nothing. */
        PAGE,
        /** For so many resources. */
        BATCH,
        /** For one resource. */
        RESOURCE,
        /** For a page of another listing, which tells of all resources and is asked for where there are any. */
        ALL
    }

    static final Frequency A_PAGE = new Frequency(Unit.PAGE, 0, false, "", "", false, false);

    static final Frequency A_RESOURCE = new Frequency(Unit.RESOURCE, 1, false, "", "", false, false);

    Frequency of(Unit other, int most, boolean isAsked) {
        return new Frequency(other, most, isAsked, per, where, shared, separate);
    }

    Frequency per(String what) {
        return new Frequency(unit, size, asked, what, where, shared, separate);
    }

    Frequency where(String condition) {
        return new Frequency(unit, size, asked, per, condition, shared, separate);
    }

    Frequency sharing() {
        return new Frequency(unit, size, asked, per, where, true, separate);
    }

    Frequency separately() {
        return new Frequency(unit, size, asked, per, where, shared, true);
    }
}

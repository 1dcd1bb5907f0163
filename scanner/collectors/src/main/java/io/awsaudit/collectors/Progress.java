package io.awsaudit.collectors;

/** Told how a collection comes on; called from several threads. */
public interface Progress {
    /** Says nothing to anybody. */
    Progress SILENT = new Progress() {};

    /** Called once, before the first call. */
    default void started(int units) {}

    /** Called when a unit of work ends. */
    default void advanced(int unitsDone, int resources, long calls) {}

    /** Called once, after the last call. */
    default void finished() {}
}

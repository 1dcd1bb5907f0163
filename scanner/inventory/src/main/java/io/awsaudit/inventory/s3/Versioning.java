package io.awsaudit.inventory.s3;

import io.awsaudit.inventory.OpenValue;
import java.util.function.Predicate;

/**
 * The versioning of a bucket, read whole by {@code s3:GetBucketVersioning}.
 *
 * @param mfaDelete whether deleting a version takes the root user's MFA code
 */
public record Versioning(State state, boolean mfaDelete) {
    /** Holds of buckets that keep no old versions of new objects. */
    public static final Predicate<Versioning> NOT_ENABLED =
            versioning -> !versioning.state().equals(State.ENABLED);

    /** Holds of buckets whose versions can be deleted without an MFA code. */
    public static final Predicate<Versioning> NO_MFA_DELETE = versioning -> !versioning.mfaDelete();

    /** AWS sends no status for a bucket whose versioning was never set; that is {@link #UNVERSIONED}, our word. */
    public record State(String value) implements OpenValue {
        public static final State ENABLED = new State("Enabled");
        public static final State SUSPENDED = new State("Suspended");
        public static final State UNVERSIONED = new State("Unversioned");
    }
}

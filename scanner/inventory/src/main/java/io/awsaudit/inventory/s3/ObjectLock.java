package io.awsaudit.inventory.s3;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Object Lock of a bucket, read by {@code s3:GetObjectLockConfiguration}.
 *
 * @param mode of the retention that new objects get by themselves, {@code GOVERNANCE} or {@code COMPLIANCE}; empty where
 *     they get none
 */
public record ObjectLock(boolean enabled, Optional<String> mode) {
    /** Of a bucket that was made without it. */
    public static final ObjectLock OFF = new ObjectLock(false, Optional.empty());

    /** Holds where objects can be locked. */
    public static final Predicate<ObjectLock> ON = ObjectLock::enabled;
}

package io.awsaudit.inventory.s3;

import java.util.OptionalInt;

/**
 * A lifecycle rule of a bucket.
 *
 * @param expirationDays for current versions, where the rule expires by age
 */
public record LifecycleRule(
        String id,
        boolean enabled,
        OptionalInt expirationDays,
        OptionalInt noncurrentExpirationDays,
        OptionalInt abortIncompleteUploadDays,
        boolean transitions) {}

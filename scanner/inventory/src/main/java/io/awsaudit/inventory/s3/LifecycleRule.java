package io.awsaudit.inventory.s3;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * A lifecycle rule of a bucket.
 *
 * @param wholeBucket whether it applies to all objects: no prefix, tag or size narrows it
 * @param expirationDays for current versions, where the rule expires by age
 */
public record LifecycleRule(
        String id,
        boolean enabled,
        boolean wholeBucket,
        OptionalInt expirationDays,
        OptionalInt noncurrentExpirationDays,
        OptionalInt abortIncompleteUploadDays,
        boolean transitions) {
    /** Holds of lifecycle configurations in which some rule is in force. */
    public static final Predicate<List<LifecycleRule>> IN_FORCE =
            rules -> rules.stream().anyMatch(LifecycleRule::enabled);

    /** Holds of lifecycle configurations that clear away every upload that was begun and never completed. */
    public static final Predicate<List<LifecycleRule>> ABORTS_UPLOADS = rules -> rules.stream()
            .anyMatch(rule -> rule.enabled()
                    && rule.wholeBucket()
                    && rule.abortIncompleteUploadDays().isPresent());

    /** Holds of lifecycle configurations under which some objects are deleted with time, or move to other storage. */
    public static final Predicate<List<LifecycleRule>> ENDS_STANDARD_STORAGE = rules -> rules.stream()
            .anyMatch(rule -> rule.enabled() && (rule.expirationDays().isPresent() || rule.transitions()));
}

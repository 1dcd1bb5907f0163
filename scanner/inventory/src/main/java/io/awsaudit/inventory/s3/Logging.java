package io.awsaudit.inventory.s3;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Server access logging of a bucket.
 *
 * @param targetBucket empty when logging is off
 */
public record Logging(Optional<String> targetBucket, String prefix) {
    public static final Logging OFF = new Logging(Optional.empty(), "");

    /** Holds where access is logged. */
    public static final Predicate<Logging> ON = Logging::isOn;

    /** {@return whether access to the bucket is logged} */
    public boolean isOn() {
        return targetBucket.isPresent();
    }
}

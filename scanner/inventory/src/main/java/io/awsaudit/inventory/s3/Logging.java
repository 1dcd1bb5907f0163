package io.awsaudit.inventory.s3;

import java.util.Optional;

/**
 * Server access logging of a bucket.
 *
 * @param targetBucket empty when logging is off
 */
public record Logging(Optional<String> targetBucket, String prefix) {
    public static final Logging OFF = new Logging(Optional.empty(), "");

    /** {@return whether access to the bucket is logged} */
    public boolean isOn() {
        return targetBucket.isPresent();
    }
}

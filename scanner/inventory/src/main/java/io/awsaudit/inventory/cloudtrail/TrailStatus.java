package io.awsaudit.inventory.cloudtrail;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whether a trail is recording, read by {@code cloudtrail:GetTrailStatus}.
 *
 * @param latestDeliveryError the error that S3 gave at the latest delivery; empty where it worked
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html">GetTrailStatus</a>
 */
public record TrailStatus(boolean logging, Optional<String> latestDeliveryError) {
    /** Holds of trails that are recording. */
    public static final Predicate<TrailStatus> LOGGING = TrailStatus::logging;
    /** Holds of trails whose bucket refused their latest files. */
    public static final Predicate<TrailStatus> UNDELIVERED = status ->
            status.latestDeliveryError().filter(error -> !error.isBlank()).isPresent();
    /** Translates into the error that the bucket gave, as evidence. */
    public static final Function<TrailStatus, String> DELIVERY_ERROR =
            status -> status.latestDeliveryError().orElse("none");
}

package io.awsaudit.inventory.guardduty;

import io.awsaudit.inventory.OpenValue;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a detector does.
 *
 * @param features whether each protection plan is on, by its name; of those that GuardDuty sends
 */
public record DetectorSettings(Status status, Map<String, Status> features) {
    /** Holds of detectors that are on. */
    public static final Predicate<DetectorSettings> ENABLED =
            settings -> settings.status().equals(Status.ENABLED);

    /** Whether a detector, or one of its features, is on. */
    public record Status(String value) implements OpenValue {
        public static final Status DISABLED = new Status("DISABLED");
        public static final Status ENABLED = new Status("ENABLED");
    }

    public DetectorSettings {
        features = Map.copyOf(features);
    }
}

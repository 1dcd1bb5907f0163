package io.awsaudit.inventory.guardduty;

import io.awsaudit.inventory.OpenValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a detector does.
 *
 * @param features the sources and protection plans that GuardDuty sends, by their names
 * @see <a href="https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html">Features</a>
 */
public record DetectorSettings(Status status, Map<String, Feature> features) {
    /** Holds of detectors that are on. */
    public static final Predicate<DetectorSettings> ENABLED =
            settings -> settings.status().equals(Status.ENABLED);

    /** What every detector reads, so that an answer with one of these is the whole list of what the region has. */
    private static final Set<String> FOUNDATIONAL = Set.of("CLOUD_TRAIL", "DNS_LOGS", "FLOW_LOGS");

    /** Whether a detector, or one of its features, is on. */
    public record Status(String value) implements OpenValue {
        public static final Status DISABLED = new Status("DISABLED");
        public static final Status ENABLED = new Status("ENABLED");
    }

    /**
     * A source or protection plan.
     *
     * @param additionalConfiguration whether each of its parts is on, by its name: the agents that GuardDuty installs
     */
    public record Feature(Status status, Map<String, Status> additionalConfiguration) {
        public Feature {
            additionalConfiguration = Map.copyOf(additionalConfiguration);
        }
    }

    public DetectorSettings {
        features = Map.copyOf(features);
    }

    /** {@return whether the detector and one of its features are on} */
    boolean protects(String feature) {
        return ENABLED.test(this) && feature(feature).isPresent();
    }

    /** {@return whether the detector, one of its features, and one of that feature's parts are on} */
    boolean protects(String feature, String part) {
        return ENABLED.test(this)
                && feature(feature)
                        .filter(on -> Status.ENABLED.equals(
                                on.additionalConfiguration().get(part)))
                        .isPresent();
    }

    /** {@return whether GuardDuty lists what the region has, and this feature is not among it} */
    boolean isWithout(String feature) {
        return !features.containsKey(feature) && features.keySet().stream().anyMatch(FOUNDATIONAL::contains);
    }

    private Optional<Feature> feature(String name) {
        return Optional.ofNullable(features.get(name))
                .filter(feature -> feature.status().equals(Status.ENABLED));
    }
}

package io.awsaudit.inventory.cloudfront;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What of a distribution's configuration {@code cloudfront:ListDistributions} leaves out.
 *
 * @param defaultRootObject what is served for the root URL
 * @param logBucket the domain name of the bucket that standard logging (legacy) delivers to; empty where it is off
 * @see <a href="https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html">DistributionConfig</a>
 */
public record DistributionConfig(Optional<String> defaultRootObject, Optional<String> logBucket) {
    /** Holds where the root URL gets to the origin as it is. */
    public static final Predicate<DistributionConfig> WITHOUT_ROOT_OBJECT =
            config -> config.defaultRootObject().isEmpty();
    /** Holds where standard logging (legacy) is off. */
    public static final Predicate<DistributionConfig> WITHOUT_LEGACY_LOGS =
            config -> config.logBucket().isEmpty();
}

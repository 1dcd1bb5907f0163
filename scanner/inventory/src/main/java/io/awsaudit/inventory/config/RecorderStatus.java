package io.awsaudit.inventory.config;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a recorder is recording, read by {@code config:DescribeConfigurationRecorderStatus}.
 *
 * @param lastStatus of the latest delivery: {@code Pending}, {@code Success} or {@code Failure}, in whatever letter case;
 *     empty where none was tried
 * @param lastErrorCode why the latest delivery failed
 * @see <a href="https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorderStatus.html">ConfigurationRecorderStatus</a>
 */
public record RecorderStatus(boolean recording, Optional<String> lastStatus, Optional<String> lastErrorCode) {
    /**
     * Holds of recorders that record and whose latest delivery did not fail.
     *
     * <p>That there is a delivery channel goes without saying: AWS starts no recorder without one, and deletes none that a
     * running recorder uses.
     */
    public static final Predicate<RecorderStatus> HEALTHY = status -> status.recording()
            && !status.lastStatus().filter("Failure"::equalsIgnoreCase).isPresent();
}

package io.awsaudit.inventory.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which resource types a recorder records.
 *
 * @param strategy empty where AWS sends none, as for recorders from before there were strategies
 * @param resourceTypes those recorded, where only some are
 * @param excludedResourceTypes those left out, where all others are recorded
 * @see <a href="https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html">RecordingGroup</a>
 */
public record RecordingGroup(
        boolean allSupported,
        boolean includeGlobalResourceTypes,
        Optional<RecordingStrategy> strategy,
        List<String> resourceTypes,
        List<String> excludedResourceTypes) {
    /** Recorded as global: AWS advises to record them in one region only, and so to leave them out in all others. */
    private static final Set<String> GLOBAL =
            Set.of("AWS::IAM::Group", "AWS::IAM::Policy", "AWS::IAM::Role", "AWS::IAM::User");

    public RecordingGroup {
        resourceTypes = List.copyOf(resourceTypes);
        excludedResourceTypes = List.copyOf(excludedResourceTypes);
    }

    /** {@return whether every type that exists in a region is recorded, those added in future included} */
    public boolean recordsAllTypes() {
        if (allSupported) {
            return true;
        }
        return strategy.filter(RecordingStrategy.EXCLUSION::equals).isPresent()
                && GLOBAL.containsAll(excludedResourceTypes);
    }
}

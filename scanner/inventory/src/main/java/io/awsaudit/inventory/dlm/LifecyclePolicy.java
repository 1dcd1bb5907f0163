package io.awsaudit.inventory.dlm;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.stream.Stream;

/**
 * What makes, copies and deletes snapshots and images by itself. {@code dlm:GetLifecyclePolicies} tells that it is there, and
 * {@code dlm:GetLifecyclePolicy} what it does.
 *
 * @param state {@code ENABLED}, {@code DISABLED} or {@code ERROR}
 * @param policyType {@code EBS_SNAPSHOT_MANAGEMENT}, {@code IMAGE_MANAGEMENT} or {@code EVENT_BASED_POLICY}
 * @see <a href="https://docs.aws.amazon.com/dlm/latest/APIReference/API_LifecyclePolicySummary.html">LifecyclePolicySummary</a>
 */
@CloudFormationType("AWS::DLM::LifecyclePolicy")
public record LifecyclePolicy(
        Identity identity, String state, String policyType, Observed<LifecyclePolicyDetails> details)
        implements Resource {
    private static final String WORKING = "ENABLED";

    /** {@return whether it does what it is for} */
    public boolean isWorking() {
        return state.equals(WORKING);
    }

    @Override
    public Stream<Edge> edges() {
        return details.asOptional().stream()
                .flatMap(known -> known.role().stream())
                .map(role -> new Edge(arn(), Relation.RUNS_AS, role));
    }
}

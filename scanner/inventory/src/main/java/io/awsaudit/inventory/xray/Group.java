package io.awsaudit.inventory.xray;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * A group of traces, read by {@code xray:GetGroups} but for its tags.
 *
 * @param insightsEnabled whether X-Ray looks for faults in it by itself
 * @see <a href="https://docs.aws.amazon.com/xray/latest/api/API_GroupSummary.html">GroupSummary</a>
 */
@CloudFormationType("AWS::XRay::Group")
public record Group(Identity identity, boolean insightsEnabled) implements Resource {
    private static final String DEFAULT = "Default";

    /** {@return whether it is the one that every region has: AWS made it} */
    @Override
    public boolean isServiceOwned() {
        return name().equals(DEFAULT);
    }
}

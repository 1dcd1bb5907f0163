package io.awsaudit.inventory.xray;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * A rule that says which requests are traced, read by {@code xray:GetSamplingRules} but for its tags.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/api/API_SamplingRule.html">SamplingRule</a>
 */
@CloudFormationType("AWS::XRay::SamplingRule")
public record SamplingRule(Identity identity) implements Resource {
    private static final String DEFAULT = "Default";

    /** {@return whether it is the one that every region has: AWS made it} */
    @Override
    public boolean isServiceOwned() {
        return name().equals(DEFAULT);
    }
}

package io.awsaudit.inventory.xray;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;

/**
 * A policy that lets others send traces to X-Ray in a region, read whole by {@code xray:ListResourcePolicies}. It cannot be
 * tagged.
 *
 * <p>AWS has no ARN for it: {@code arn:aws:xray:eu-west-1:123456789012:resource-policy/NAME}.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/api/API_ResourcePolicy.html">ResourcePolicy</a>
 */
@CloudFormationType("AWS::XRay::ResourcePolicy")
public record ResourcePolicy(Identity identity, Observed<Policy> policy) implements Governed {
    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }
}

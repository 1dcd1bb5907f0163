package io.awsaudit.inventory.policy;

import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;

/**
 * A resource that has a policy of its own, which may let principals of other accounts in.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html">Resource-based
 *     policies</a>
 */
public interface Governed extends Resource {
    /** {@return its policy, {@link Policy#NONE} where it has none} */
    Observed<Policy> resourcePolicy();
}

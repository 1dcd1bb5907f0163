package io.awsaudit.inventory.organizations;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Predicate;

/**
 * A policy of the organization's own that bounds what its members may do, or what may be done to them. AWS's, which allow
 * everything, are left out.
 *
 * @param targets ids of the roots, units and accounts that it is attached to
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_PolicySummary.html">PolicySummary</a>
 */
@CloudFormationType("AWS::Organizations::Policy")
public record Policy(Identity identity, Type policyType, Observed<List<String>> targets) implements Resource {
    /** Holds of policies that are attached to something. */
    public static final Predicate<List<String>> ATTACHED = targets -> !targets.isEmpty();

    /** What a policy bounds. */
    public record Type(String value) implements OpenValue {
        public static final Type RESOURCE_CONTROL_POLICY = new Type("RESOURCE_CONTROL_POLICY");
        public static final Type SERVICE_CONTROL_POLICY = new Type("SERVICE_CONTROL_POLICY");
    }

    public Policy {
        targets = targets.map(List::copyOf);
    }
}

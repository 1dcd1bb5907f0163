package io.awsaudit.inventory.organizations;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.policy.Condition;
import io.awsaudit.inventory.policy.Statement;
import java.util.List;
import java.util.function.Predicate;

/**
 * A policy of the organization's own, which bounds what its members may do, or what may be done to them, or says how their
 * resources are tagged and backed up and what AWS may learn from them. AWS's own, which allow everything, are left out.
 *
 * @param targets ids of the roots, units and accounts that it is attached to
 * @param statements what a service control policy allows and denies; known to be nothing for others
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_PolicySummary.html">PolicySummary</a>
 */
@CloudFormationType("AWS::Organizations::Policy")
public record Policy(
        Identity identity,
        Type policyType,
        Observed<List<String>> targets,
        Observed<io.awsaudit.inventory.policy.Policy> statements)
        implements Resource {
    private static final String REQUESTED_REGION = "aws:RequestedRegion";

    /** Holds of policies that are attached to something. */
    public static final Predicate<List<String>> ATTACHED = targets -> !targets.isEmpty();

    /** Holds of policies that are attached to nothing. */
    public static final Predicate<List<String>> LOOSE = List::isEmpty;

    /** Holds of policies that keep members in the organization. */
    public static final Predicate<io.awsaudit.inventory.policy.Policy> KEEPS_MEMBERS =
            policy -> denies(policy, "organizations:LeaveOrganization");

    /** Holds of policies that keep members' trails running. */
    public static final Predicate<io.awsaudit.inventory.policy.Policy> KEEPS_TRAILS =
            policy -> denies(policy, "cloudtrail:StopLogging") && denies(policy, "cloudtrail:DeleteTrail");

    /** Holds of policies that keep members to some regions. */
    public static final Predicate<io.awsaudit.inventory.policy.Policy> KEEPS_TO_REGIONS = policy -> policy.any(
            statement -> !statement.allows() && statement.conditions().stream().anyMatch(Policy::isOfRegion));

    /** What a policy is about. */
    public record Type(String value) implements OpenValue {
        public static final Type AISERVICES_OPT_OUT_POLICY = new Type("AISERVICES_OPT_OUT_POLICY");
        public static final Type BACKUP_POLICY = new Type("BACKUP_POLICY");
        public static final Type RESOURCE_CONTROL_POLICY = new Type("RESOURCE_CONTROL_POLICY");
        public static final Type SERVICE_CONTROL_POLICY = new Type("SERVICE_CONTROL_POLICY");
        public static final Type TAG_POLICY = new Type("TAG_POLICY");
    }

    public Policy {
        targets = targets.map(List::copyOf);
    }

    /** {@return whether it bounds what members may do, or what may be done to them} */
    public boolean isGuardRail() {
        return isServiceControl() || policyType.equals(Type.RESOURCE_CONTROL_POLICY);
    }

    /** {@return whether it bounds what members may do} */
    public boolean isServiceControl() {
        return policyType.equals(Type.SERVICE_CONTROL_POLICY);
    }

    private static boolean denies(io.awsaudit.inventory.policy.Policy policy, String action) {
        return policy.any((Statement statement) -> !statement.allows()
                && statement.actions().covers(action)
                && statement.resources().coversEverything());
    }

    private static boolean isOfRegion(Condition condition) {
        return condition.key().equalsIgnoreCase(REQUESTED_REGION);
    }
}

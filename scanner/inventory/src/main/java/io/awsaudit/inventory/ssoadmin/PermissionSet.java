package io.awsaudit.inventory.ssoadmin;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A permission set of IAM Identity Center, which becomes a role in each account that somebody is assigned it in; read by {@code
 * sso:DescribePermissionSet} but for its policies, its accounts and its tags.
 *
 * @param sessionMinutes for how long somebody who has signed in has its permissions
 * @param inlinePolicy its own policy; {@link Policy#NONE} where it has none
 * @param managedPolicies the policies of AWS that it grants
 * @param accounts those where it is a role
 * @see <a href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PermissionSet.html">PermissionSet</a>
 */
@CloudFormationType("AWS::SSO::PermissionSet")
public record PermissionSet(
        Identity identity,
        long sessionMinutes,
        Observed<Policy> inlinePolicy,
        Observed<List<Arn>> managedPolicies,
        Observed<List<String>> accounts)
        implements Resource {
    private static final String ADMINISTRATOR = "AdministratorAccess";

    /** Holds of policies that allow every action on everything. */
    public static final Predicate<Policy> EVERYTHING = Policy::allowsEverything;

    /** Holds where somebody becomes administrator by AWS's own policy. */
    public static final Predicate<List<Arn>> ADMINISTRATORS = policies ->
            policies.stream().anyMatch(policy -> policy.lastSegment().equals(ADMINISTRATOR));

    /** Holds where there is no account. */
    public static final Predicate<List<String>> NOWHERE = List::isEmpty;

    public PermissionSet {
        managedPolicies = managedPolicies.map(List::copyOf);
        accounts = accounts.map(List::copyOf);
    }

    /** {@return whether a session lasts for more than so many hours} */
    public boolean lastsLongerThan(long hours) {
        return sessionMinutes > hours * 60;
    }

    /** {@return whether it is known to make somebody administrator} */
    public boolean isForAdministrators() {
        return managedPolicies.knownTo(ADMINISTRATORS) || inlinePolicy.knownTo(EVERYTHING);
    }

    /** {@return whether it is known to make nobody administrator} */
    public boolean isForOthers() {
        return managedPolicies.knownNotTo(ADMINISTRATORS) && inlinePolicy.knownNotTo(EVERYTHING);
    }

    @Override
    public Stream<Edge> edges() {
        return managedPolicies.asOptional().stream()
                .flatMap(List::stream)
                .map(policy -> new Edge(arn(), Relation.GRANTS, policy));
    }
}

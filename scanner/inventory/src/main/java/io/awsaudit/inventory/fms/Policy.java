package io.awsaudit.inventory.fms;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Predicate;

/**
 * A policy of Firewall Manager, which says what protects the resources of all accounts of an organisation; read by {@code
 * fms:ListPolicies} but for its tags and who keeps it. It is told in accounts alone that administer Firewall Manager.
 *
 * @param serviceType what it is about, such as {@code WAFV2} or {@code SECURITY_GROUPS_COMMON}
 * @param remediationEnabled whether Firewall Manager itself mends what does not keep it
 * @param outOfScope whether its administrator may no longer manage it, so that nothing is done by it
 * @param violators the accounts that have resources that do not keep it
 * @see <a href="https://docs.aws.amazon.com/fms/2018-01-01/APIReference/API_PolicySummary.html">PolicySummary</a>
 */
@CloudFormationType("AWS::FMS::Policy")
public record Policy(
        Identity identity,
        String serviceType,
        boolean remediationEnabled,
        boolean outOfScope,
        Observed<List<String>> violators)
        implements Resource {
    /** Holds where some account has resources that do not keep the policy. */
    public static final Predicate<List<String>> SOME = accounts -> !accounts.isEmpty();

    public Policy {
        violators = violators.map(List::copyOf);
    }
}

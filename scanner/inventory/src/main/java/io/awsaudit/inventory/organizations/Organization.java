package io.awsaudit.inventory.organizations;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.function.Predicate;

/**
 * The organization that the account is a member of; an account that is in none has none.
 *
 * <p>What takes a call of its own is told to the management account and to delegated administrators alone.
 *
 * @param managementAccount twelve digits
 * @param rootFeatures what the organization does centrally for the root users of its members
 * @param delegatedAdministrators accounts that run a service for the whole organization
 * @param delegationPolicy who else may manage the organization's policies; {@link Policy#NONE} where nobody may
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html">DescribeOrganization</a>
 */
@CloudFormationType("AWS::Organizations::Organization")
public record Organization(
        Identity identity,
        String managementAccount,
        FeatureSet featureSet,
        Observed<List<String>> rootFeatures,
        Observed<List<String>> delegatedAdministrators,
        Observed<Policy> delegationPolicy)
        implements Resource {
    /** Holds where members' root credentials can be taken away and audited centrally. */
    public static final Predicate<List<String>> MANAGES_ROOT =
            features -> features.contains("RootCredentialsManagement");

    /** Holds where no account but the management account runs any service. */
    public static final Predicate<List<String>> NOBODY = List::isEmpty;

    /** Holds where no member manages the organization's policies. */
    public static final Predicate<Policy> UNDELEGATED = Policy.NONE::equals;

    /** Whether the organization governs its members, or pays their bills and no more. */
    public record FeatureSet(String value) implements OpenValue {
        public static final FeatureSet ALL = new FeatureSet("ALL");
        public static final FeatureSet CONSOLIDATED_BILLING = new FeatureSet("CONSOLIDATED_BILLING");
    }

    public Organization {
        rootFeatures = rootFeatures.map(List::copyOf);
        delegatedAdministrators = delegatedAdministrators.map(List::copyOf);
    }

    /** {@return whether the organization governs its members} */
    public boolean hasAllFeatures() {
        return featureSet.equals(FeatureSet.ALL);
    }
}

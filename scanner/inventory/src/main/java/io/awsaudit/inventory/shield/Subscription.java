package io.awsaudit.inventory.shield;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The account's subscription to Shield Advanced, by {@code shield:GetSubscriptionState}. An account that has Shield Standard
 * alone, as every account has, has none.
 *
 * <p>CloudFormation has no type for it. Its ARN here is {@code arn:PARTITION:shield::ACCOUNT:subscription}.
 *
 * @param terms for how long, and how it is run
 * @param responseTeamRole the role by which AWS's response team may help in an attack; empty where it may not
 * @param emergencyContacts how many people the response team can reach
 * @see <a href="https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_Subscription.html">Subscription</a>
 */
@CloudFormationType("AWS::Shield::Subscription")
public record Subscription(
        Identity identity,
        Observed<Terms> terms,
        Observed<Optional<Arn>> responseTeamRole,
        Observed<Integer> emergencyContacts)
        implements Resource {
    /** Holds where AWS's response team may change nothing. */
    public static final Predicate<Optional<Arn>> NO_ROLE = Optional::isEmpty;

    /** Holds where nobody can be reached. */
    public static final Predicate<Integer> NOBODY = contacts -> contacts == 0;

    /**
     * For how long, and how a subscription is run, by {@code shield:DescribeSubscription}.
     *
     * @param autoRenew whether it goes on after its year
     * @param proactiveEngagement whether AWS's response team calls when what is attacked becomes unhealthy
     */
    public record Terms(boolean autoRenew, boolean proactiveEngagement) {
        /** Holds where protection ends with the year. */
        public static final Predicate<Terms> ENDS = terms -> !terms.autoRenew();

        /** Holds where the response team waits to be called. */
        public static final Predicate<Terms> WAITS = terms -> !terms.proactiveEngagement();
    }
}

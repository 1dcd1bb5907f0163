package io.awsaudit.inventory.networkfirewall;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.function.Predicate;

/**
 * A group of rules of the account's own. {@code network-firewall:ListRuleGroups} gives its name and its ARN alone; one that
 * is being deleted is none any more.
 *
 * @param stateless whether its rules look at each packet by itself
 * @param settings what it is
 * @see <a href="https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_RuleGroup.html">RuleGroup</a>
 */
@CloudFormationType("AWS::NetworkFirewall::RuleGroup")
public record RuleGroup(Identity identity, boolean stateless, Observed<Settings> settings) implements Resource {
    /**
     * What a group is, by {@code network-firewall:DescribeRuleGroup}.
     *
     * @param status such as {@code ACTIVE}
     * @param statelessRules how many it has of those that look at each packet by itself
     */
    public record Settings(String status, int statelessRules) {
        /** Holds of groups that are on their way out. */
        public static final Predicate<Settings> DELETING =
                group -> group.status().equals("DELETING");

        /** Holds of groups without rules that look at each packet by itself. */
        public static final Predicate<Settings> EMPTY = group -> group.statelessRules() == 0;
    }
}

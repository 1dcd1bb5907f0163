package io.awsaudit.inventory.wafregional;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Predicate;

/**
 * A rule group of AWS WAF Classic, for load balancers and APIs of a region, of the account's own. {@code waf-regional:ListRuleGroups} gives its name alone.
 *
 * @param rules the ids of its rules
 * @see <a href="https://docs.aws.amazon.com/waf/latest/APIReference/API_wafRegional_RuleGroup.html">RuleGroup</a>
 */
@CloudFormationType("AWS::WAFRegional::RuleGroup")
public record RuleGroup(Identity identity, Observed<List<String>> rules) implements Resource {
    /** Holds where there is no rule. */
    public static final Predicate<List<String>> NONE = List::isEmpty;
}

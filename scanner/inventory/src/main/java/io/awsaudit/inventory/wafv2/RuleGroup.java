package io.awsaudit.inventory.wafv2;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;

/**
 * A rule group of AWS WAF, of the account's own. {@code wafv2:ListRuleGroups} gives its name alone.
 *
 * @param identity those for CloudFront belong to no region, though their ARN names one
 * @see <a href="https://docs.aws.amazon.com/waf/latest/APIReference/API_RuleGroup.html">RuleGroup</a>
 */
@CloudFormationType("AWS::WAFv2::RuleGroup")
public record RuleGroup(Identity identity, Observed<Definition> definition) implements Resource {
    /** {@return what of it is without metrics, as evidence} */
    public List<String> unmetered() {
        return definition.asOptional().stream().flatMap(Definition::unmetered).toList();
    }
}

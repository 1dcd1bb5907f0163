package io.awsaudit.inventory.waf;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Predicate;

/**
 * A rule of AWS WAF Classic, for CloudFront, other than a rate-based one. {@code waf:ListRules} gives its name alone.
 *
 * @param predicates the kinds of its conditions, such as {@code IPMatch}; one without any matches nothing
 * @see <a href="https://docs.aws.amazon.com/waf/latest/APIReference/API_waf_Rule.html">Rule</a>
 */
@CloudFormationType("AWS::WAF::Rule")
public record Rule(Identity identity, Observed<List<String>> predicates) implements Resource {
    /** Holds where there is no condition. */
    public static final Predicate<List<String>> NONE = List::isEmpty;
}

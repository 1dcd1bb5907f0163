package io.awsaudit.inventory.wafregional;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Predicate;

/**
 * A web ACL of AWS WAF Classic, for load balancers and APIs of a region. {@code waf-regional:ListWebACLs} gives its name
 * alone.
 *
 * @param rules the ids of its rules and rule groups
 * @see <a href="https://docs.aws.amazon.com/waf/latest/APIReference/API_wafRegional_WebACL.html">WebACL</a>
 */
@CloudFormationType("AWS::WAFRegional::WebACL")
public record WebAcl(Identity identity, Observed<List<String>> rules) implements Resource {
    /** Holds where there is no rule. */
    public static final Predicate<List<String>> NONE = List::isEmpty;
}

package io.awsaudit.inventory.waf;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A web ACL of AWS WAF Classic, for CloudFront. {@code waf:ListWebACLs} gives its name alone.
 *
 * @param rules the ids of its rules and rule groups
 * @param logDestinations where its logs go; empty where logging is off
 * @see <a href="https://docs.aws.amazon.com/waf/latest/APIReference/API_waf_WebACL.html">WebACL</a>
 */
@CloudFormationType("AWS::WAF::WebACL")
public record WebAcl(Identity identity, Observed<List<String>> rules, Observed<List<Arn>> logDestinations)
        implements Resource {
    /** Holds where there is nothing of a kind. */
    public static final Predicate<List<?>> NONE = List::isEmpty;

    @Override
    public Stream<Edge> edges() {
        return logDestinations.asOptional().orElse(List.of()).stream()
                .map(destination -> new Edge(arn(), Relation.LOGS_TO, destination));
    }
}

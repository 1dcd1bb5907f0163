package io.awsaudit.inventory.wafv2;

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
 * A web ACL of AWS WAF. {@code wafv2:ListWebACLs} gives its name alone.
 *
 * @param identity those for CloudFront belong to no region, though their ARN names one
 * @param logDestinations where its logs go; empty where logging is off
 * @see <a href="https://docs.aws.amazon.com/waf/latest/APIReference/API_WebACL.html">WebACL</a>
 */
@CloudFormationType("AWS::WAFv2::WebACL")
public record WebAcl(Identity identity, Observed<Definition> definition, Observed<List<Arn>> logDestinations)
        implements Resource {
    /** Holds where logging is off. */
    public static final Predicate<List<Arn>> NO_LOGS = List::isEmpty;

    @Override
    public Stream<Edge> edges() {
        return logDestinations.asOptional().orElse(List.of()).stream()
                .map(destination -> new Edge(arn(), Relation.LOGS_TO, destination));
    }

    /** {@return what of it is without metrics, as evidence} */
    public List<String> unmetered() {
        return definition.asOptional().stream().flatMap(Definition::unmetered).toList();
    }
}

package io.awsaudit.inventory.route53;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A zone of the domain name system, read by {@code route53:ListHostedZones}. Its name is the domain, without the dot at its end.
 *
 * @param privateZone whether only some VPCs can ask it
 * @param queryLogging the log group that each query is noted in; empty where there is none, and always for a private zone
 * @param recordCount how many sets of records it has; two, which AWS makes, in one that nobody uses
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_HostedZone.html">HostedZone</a>
 */
@CloudFormationType("AWS::Route53::HostedZone")
public record HostedZone(
        Identity identity, boolean privateZone, Observed<Optional<Arn>> queryLogging, OptionalLong recordCount)
        implements Resource {
    @Override
    public Stream<Edge> edges() {
        return queryLogging.asOptional().flatMap(group -> group).stream()
                .map(group -> new Edge(arn(), Relation.LOGS_TO, group));
    }

    /** {@return whether its queries are known to be noted nowhere} */
    public boolean lacksQueryLogging() {
        return queryLogging.knownTo(Optional::isEmpty);
    }

    /** {@return whether it has nothing but what AWS puts into each: its name servers and its start of authority} */
    public boolean isEmpty() {
        return recordCount.isPresent() && recordCount.getAsLong() <= 2;
    }
}

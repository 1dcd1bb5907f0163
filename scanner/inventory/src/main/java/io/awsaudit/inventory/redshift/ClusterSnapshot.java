package io.awsaudit.inventory.redshift;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A snapshot of a cluster that somebody made by hand, read whole by {@code redshift:DescribeClusterSnapshots}.
 *
 * @param source what it was taken of; need not exist any more
 * @param createdAt empty while it is being made
 * @param sharing accounts that may restore it; its owner is not among them
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_Snapshot.html">Snapshot</a>
 */
@CloudFormationType("AWS::Redshift::ClusterSnapshot")
public record ClusterSnapshot(
        Identity identity, boolean encrypted, Arn source, Optional<Instant> createdAt, List<String> sharing)
        implements Resource {
    public ClusterSnapshot {
        sharing = List.copyOf(sharing);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.CREATED_FROM, source));
    }

    /** {@return whether it was made more than some days before a moment} */
    public boolean isOlderThan(long days, Instant asOf) {
        return createdAt
                .filter(made -> made.isBefore(asOf.minus(Duration.ofDays(days))))
                .isPresent();
    }
}

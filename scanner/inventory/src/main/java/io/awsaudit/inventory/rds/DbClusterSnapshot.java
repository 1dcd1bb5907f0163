package io.awsaudit.inventory.rds;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A snapshot of an Aurora or Multi-AZ cluster that somebody made by hand, read by {@code rds:DescribeDBClusterSnapshots}.
 * Automated ones cannot be shared, and share the encryption of their source; those of DocumentDB and Neptune, which share that
 * operation, are none.
 *
 * <p>CloudFormation has no type for it; the name is the one that AWS Config uses.
 *
 * @param source what it was taken of; need not exist any more
 * @param createdAt empty while it is being made
 * @param sharing accounts that may restore it, {@code all} for everybody; its owner is not among them
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterSnapshot.html">DBClusterSnapshot</a>
 */
@CloudFormationType("AWS::RDS::DBClusterSnapshot")
public record DbClusterSnapshot(
        Identity identity,
        String engine,
        boolean encrypted,
        Optional<Arn> kmsKey,
        Arn source,
        Optional<Instant> createdAt,
        Observed<List<String>> sharing)
        implements Resource {
    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                Stream.of(new Edge(arn(), Relation.CREATED_FROM, source)),
                kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)));
    }

    /** {@return whether it was read who may restore the snapshot, and everybody may} */
    public boolean isPublic() {
        return sharing.knownTo(accounts -> accounts.contains("all"));
    }

    /** {@return whether it was made more than some days before a moment} */
    public boolean isOlderThan(long days, Instant asOf) {
        return createdAt
                .filter(made -> made.isBefore(asOf.minus(Duration.ofDays(days))))
                .isPresent();
    }
}

package io.awsaudit.inventory.docdb;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A snapshot of a cluster of DocumentDB that somebody made by hand, read by {@code rds:DescribeDBClusterSnapshots}. Automated ones
 * cannot be shared, and share the encryption of their source.
 *
 * <p>CloudFormation has no type for it, and AWS Config calls it by RDS's name; the name is made after the cluster's.
 *
 * @param source what it was taken of; need not exist any more
 * @param createdAt empty while it is being made
 * @param sharing accounts that may restore it, {@code all} for everybody; its owner is not among them
 * @see <a href="https://docs.aws.amazon.com/documentdb/latest/developerguide/API_DBClusterSnapshot.html">DBClusterSnapshot</a>
 */
@CloudFormationType("AWS::DocDB::DBClusterSnapshot")
public record DbClusterSnapshot(
        Identity identity,
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
}

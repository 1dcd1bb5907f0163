package io.awsaudit.inventory.memorydb;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cluster of MemoryDB, read by {@code memorydb:DescribeClusters} but for its tags. One that is being deleted is none any more.
 *
 * @param engine {@code valkey} or {@code redis}; empty where it is not told
 * @param nodeType such as {@code db.r7g.large}
 * @param multiAz whether its nodes are in more than one zone
 * @param tlsEnabled whether clients reach it by TLS, and by TLS alone
 * @param accessControlList the name of the list of those who may sign in; {@code open-access} lets in everybody without a password
 * @param kmsKey the key of the customer's that encrypts it; empty when it is one of AWS's
 * @param snapshotRetentionDays 0 when automatic snapshots are off
 * @see <a href="https://docs.aws.amazon.com/memorydb/latest/APIReference/API_Cluster.html">Cluster</a>
 */
@CloudFormationType("AWS::MemoryDB::Cluster")
public record Cluster(
        Identity identity,
        Optional<String> engine,
        String engineVersion,
        String nodeType,
        String status,
        boolean multiAz,
        boolean tlsEnabled,
        Optional<String> accessControlList,
        Optional<Arn> kmsKey,
        int snapshotRetentionDays,
        boolean autoMinorVersionUpgrade,
        List<Arn> securityGroups)
        implements Resource {
    /** The list that AWS makes, which lets in everybody. */
    public static final String OPEN_ACCESS = "open-access";

    public Cluster {
        securityGroups = List.copyOf(securityGroups);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)));
    }

    /** {@return whether whoever reaches it may do everything in it} */
    public boolean isOpen() {
        return accessControlList.filter(OPEN_ACCESS::equals).isPresent();
    }
}

package io.awsaudit.inventory.rds;

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
 * An Aurora or Multi-AZ cluster, read whole by {@code rds:DescribeDBClusters}. Clusters of DocumentDB and Neptune, which
 * share that operation, are none.
 *
 * @param engineMode {@code provisioned}, {@code serverless} (the first version), …; empty for Multi-AZ clusters
 * @param kmsKey the key that encrypts its storage; empty when it is not encrypted
 * @param multiAz whether its instances are in more than one zone
 * @param members instances
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html">DBCluster</a>
 */
@CloudFormationType("AWS::RDS::DBCluster")
public record DbCluster(
        Identity identity,
        String engine,
        String engineVersion,
        String engineMode,
        String status,
        boolean storageEncrypted,
        Optional<Arn> kmsKey,
        boolean multiAz,
        boolean autoMinorVersionUpgrade,
        int backupRetentionDays,
        boolean deletionProtection,
        boolean iamAuthentication,
        List<Arn> members,
        List<Arn> securityGroups)
        implements Resource {
    public DbCluster {
        members = List.copyOf(members);
        securityGroups = List.copyOf(securityGroups);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                        members.stream().map(member -> new Edge(arn(), Relation.CONTAINS, member)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)))
                .flatMap(edges -> edges);
    }

    /** {@return whether it is Aurora Serverless of the first version, which has no instances to place} */
    public boolean isServerlessV1() {
        return engineMode.equals("serverless");
    }
}

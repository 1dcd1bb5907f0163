package io.awsaudit.inventory.neptune;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.rds.DbParameterGroupStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cluster of Neptune, read by {@code rds:DescribeDBClusters} but for its tags. One that is being deleted is none any more.
 *
 * @param kmsKey the key that encrypts its storage; empty when it is not encrypted
 * @param multiAz whether its instances are in more than one zone
 * @param members instances
 * @param logExports types of logs that are published to CloudWatch Logs, such as {@code audit}
 * @param parameterApplyStatuses of its members: {@code in-sync} alone when what its parameter group says is in force
 * @see <a href="https://docs.aws.amazon.com/neptune/latest/apiref/API_DBCluster.html">DBCluster</a>
 */
@CloudFormationType("AWS::Neptune::DBCluster")
public record DbCluster(
        Identity identity,
        String engineVersion,
        String status,
        boolean storageEncrypted,
        Optional<Arn> kmsKey,
        boolean multiAz,
        int backupRetentionDays,
        boolean deletionProtection,
        boolean iamAuthentication,
        boolean copyTagsToSnapshot,
        List<Arn> members,
        List<Arn> securityGroups,
        List<String> logExports,
        Optional<Arn> parameterGroup,
        List<String> parameterApplyStatuses)
        implements Resource {
    public DbCluster {
        members = List.copyOf(members);
        securityGroups = List.copyOf(securityGroups);
        logExports = List.copyOf(logExports);
        parameterApplyStatuses = List.copyOf(parameterApplyStatuses);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                        members.stream().map(member -> new Edge(arn(), Relation.CONTAINS, member)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                        customParameterGroups().stream().map(group -> new Edge(arn(), Relation.CONFIGURED_BY, group)))
                .flatMap(edges -> edges);
    }

    /** {@return the parameter group that somebody made and that it takes its parameters from; at most one} */
    public List<Arn> customParameterGroups() {
        return parameterGroup.stream()
                .filter(group -> !DbParameterGroupStatus.isDefault(group))
                .toList();
    }

    /** {@return whether what its parameter group says is in force in all its members} */
    public boolean isInSync() {
        return parameterApplyStatuses.stream().allMatch("in-sync"::equals);
    }
}

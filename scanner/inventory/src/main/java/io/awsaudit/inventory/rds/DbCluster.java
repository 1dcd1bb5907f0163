package io.awsaudit.inventory.rds;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * An Aurora or Multi-AZ cluster, read whole by {@code rds:DescribeDBClusters}. Clusters of DocumentDB and Neptune, which
 * share that operation, are none.
 *
 * @param engineMode {@code provisioned}, {@code serverless} (the first version), …; empty for Multi-AZ clusters
 * @param kmsKey the key that encrypts its storage; empty when it is not encrypted
 * @param multiAz whether its instances are in more than one zone
 * @param members instances
 * @param backtrackWindowSeconds how far Aurora MySQL can be turned back in place; 0 when it cannot
 * @param globalCluster the name of the database over several regions that it is a part of
 * @param port empty while it is being made
 * @param administrator the name of the user that was made with it
 * @param logExports types of logs that are published to CloudWatch Logs
 * @param parameterApplyStatuses of its members: {@code in-sync} alone when what its parameter group says is in force
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
        List<Arn> securityGroups,
        long backtrackWindowSeconds,
        boolean copyTagsToSnapshot,
        Optional<String> globalCluster,
        OptionalInt port,
        Optional<String> administrator,
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

    /** {@return whether it is Aurora Serverless of the first version, which has no instances to place} */
    public boolean isServerlessV1() {
        return engineMode.equals("serverless");
    }

    /** {@return whether it is one of Aurora; else it is a Multi-AZ cluster} */
    public boolean isAurora() {
        return engine.startsWith("aurora");
    }

    /** {@return whether it runs Aurora MySQL, of whatever version} */
    public boolean isAuroraMySql() {
        return engine.equals("aurora-mysql") || engine.equals("aurora");
    }

    /** {@return whether it listens on the port that its engine has by default; false while there is no port yet} */
    public boolean isOnDefaultPort() {
        return port.isPresent() && DefaultPort.of(engine) == port.getAsInt();
    }

    /** {@return whether its administrator has one of some names, however they are written} */
    public boolean isAdministeredBy(List<String> names) {
        return administrator.stream().anyMatch(name -> names.stream().anyMatch(name::equalsIgnoreCase));
    }

    /**
     * Returns the logs that are asked of its engine and that it does not publish, in words such as {@code slowquery}.
     *
     * @param logs of all engines, such as {@code aurora-mysql/slowquery}
     */
    public List<String> unpublishedLogs(List<String> logs) {
        return LogTypes.of(engine, logs).stream()
                .filter(log -> !logExports.contains(log))
                .toList();
    }

    /** {@return whether some log is asked of its engine} */
    public boolean hasLogAmong(List<String> logs) {
        return !LogTypes.of(engine, logs).isEmpty();
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

    /**
     * {@return whether it may be reached without TLS whatever its own group says: it has none, and its engine's default is so,
     * or what it says is not in force yet}
     */
    public boolean isPlainByDefault() {
        return !isInSync() || customParameterGroups().isEmpty() && !RequiredTls.byDefault(engine, engineVersion);
    }

    /** {@return whether a group's parameters were read, and let it be reached without TLS} */
    public boolean isPlainWith(DbClusterParameterGroup group) {
        return group.parameters().knownNotTo(set -> RequiredTls.with(set, engine, engineVersion));
    }

    /** {@return whether standard support of its engine's major version had ended} */
    public boolean isSupportOver(Instant asOf) {
        return EngineVersion.isMajorOver(engine, engineVersion, asOf);
    }

    /** {@return whether it serves nobody, and will not by itself} */
    public boolean isBroken() {
        return status.endsWith("-failed") || status.startsWith("inaccessible-encryption-credentials");
    }
}

package io.awsaudit.inventory.rds;

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
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A database instance, read whole by {@code rds:DescribeDBInstances}. Instances of DocumentDB and Neptune, which share
 * that operation, are none.
 *
 * @param engine such as {@code postgres}, {@code aurora-mysql} or {@code custom-oracle-ee}
 * @param instanceClass such as {@code db.m6g.large} or {@code db.serverless}
 * @param kmsKey the key that encrypts its storage; empty when it is not encrypted
 * @param backupRetentionDays 0 when automated backups are off
 * @param cluster the cluster that it is a member of
 * @param replicaOf the instance or cluster that it replicates
 * @param subnets those of its subnet group, which it may be placed in
 * @param caCertificate identifies the authority behind its TLS certificate
 * @param certificateValidUntil when that certificate of its own expires
 * @param port empty while it is being made
 * @param administrator the name of the user that was made with it
 * @param monitoringIntervalSeconds between two measurements of Enhanced Monitoring; 0 when that is off
 * @param logExports types of logs that are published to CloudWatch Logs
 * @param maxStorageGiB how far its storage grows by itself; empty where it does not
 * @param latestRestorableTime the last moment that it can be restored to; empty where it cannot be to any
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html">DBInstance</a>
 */
@CloudFormationType("AWS::RDS::DBInstance")
public record DbInstance(
        Identity identity,
        String engine,
        String engineVersion,
        String instanceClass,
        String status,
        boolean storageEncrypted,
        Optional<Arn> kmsKey,
        String storageType,
        int storageGiB,
        boolean publiclyAccessible,
        boolean multiAz,
        boolean autoMinorVersionUpgrade,
        int backupRetentionDays,
        boolean deletionProtection,
        boolean iamAuthentication,
        boolean performanceInsights,
        Optional<Arn> cluster,
        Optional<Arn> replicaOf,
        Optional<String> vpc,
        List<Arn> subnets,
        List<Arn> securityGroups,
        Optional<String> caCertificate,
        Optional<Instant> certificateValidUntil,
        OptionalInt port,
        Optional<String> administrator,
        boolean copyTagsToSnapshot,
        int monitoringIntervalSeconds,
        List<String> logExports,
        List<DbParameterGroupStatus> parameterGroups,
        OptionalInt maxStorageGiB,
        Optional<Instant> latestRestorableTime)
        implements Resource {
    /** Beside those that say what is incompatible, and that the key cannot be used. */
    private static final Set<String> BROKEN =
            Set.of("failed", "insufficient-capacity", "restore-error", "storage-full");

    public DbInstance {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
        logExports = List.copyOf(logExports);
        parameterGroups = List.copyOf(parameterGroups);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                        cluster.stream().map(group -> new Edge(arn(), Relation.MEMBER_OF, group)),
                        replicaOf.stream().map(source -> new Edge(arn(), Relation.CREATED_FROM, source)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                        subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                        customParameterGroups().stream().map(group -> new Edge(arn(), Relation.CONFIGURED_BY, group)))
                .flatMap(edges -> edges);
    }

    /** {@return whether a cluster, Aurora's or a Multi-AZ one, decides on its availability, backups and deletion} */
    public boolean isInCluster() {
        return cluster.isPresent();
    }

    /** {@return whether it replicates an instance or cluster outside of its own cluster} */
    public boolean isReplica() {
        return replicaOf.isPresent();
    }

    /** {@return whether it is an instance of RDS Custom, whose operating system and upgrades the customer manages} */
    public boolean isCustom() {
        return engine.startsWith("custom-");
    }

    /** {@return the family of its class: {@code m6g} of {@code db.m6g.large}} */
    public String family() {
        String[] parts = instanceClass.split("\\.");
        return parts.length > 1 ? parts[1] : instanceClass;
    }

    /** {@return whether it runs SQL Server under AWS's care} */
    public boolean isSqlServer() {
        return engine.startsWith("sqlserver-");
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
     * @param logs of all engines, such as {@code mysql/slowquery}
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

    /** {@return whether its TLS certificate, or the authority behind it, had expired} */
    public boolean isCertificateExpired(Instant asOf, List<String> expiredAuthorities) {
        return caCertificate.filter(expiredAuthorities::contains).isPresent()
                || certificateValidUntil.filter(asOf::isAfter).isPresent();
    }

    /** {@return the parameter groups that somebody made and that it takes its parameters from} */
    public List<Arn> customParameterGroups() {
        return parameterGroups.stream()
                .filter(status -> !status.isDefault())
                .map(DbParameterGroupStatus::group)
                .toList();
    }

    /** {@return whether its engine has a parameter that makes it refuse connections without TLS} */
    public boolean canRequireTls() {
        return RequiredTls.isSetting(engine, engineVersion);
    }

    /**
     * {@return whether it may be reached without TLS whatever its own groups say: it has none, and its engine's default is
     * so, or what they say is not in force yet}
     */
    public boolean isPlainByDefault() {
        return parameterGroups.stream().anyMatch(status -> !status.isInSync())
                || customParameterGroups().isEmpty() && !RequiredTls.byDefault(engine, engineVersion);
    }

    /** {@return whether a group's parameters were read, and let it be reached without TLS} */
    public boolean isPlainWith(DbParameterGroup group) {
        return group.parameters().knownNotTo(set -> RequiredTls.with(set, engine, engineVersion));
    }

    /** {@return whether AWS publishes until when it supports the versions of its engine} */
    public boolean hasLifecycle() {
        return EngineVersion.hasLifecycle(engine);
    }

    /** {@return whether standard support of its engine's major version had ended} */
    public boolean isSupportOver(Instant asOf) {
        return EngineVersion.isMajorOver(engine, engineVersion, asOf);
    }

    /** {@return whether it serves nobody, and will not by itself} */
    public boolean isBroken() {
        return BROKEN.contains(status)
                || status.startsWith("incompatible-")
                || status.startsWith("inaccessible-encryption-credentials");
    }

    /** {@return whether its storage grows by itself before it is full} */
    public boolean hasGrowingStorage() {
        return maxStorageGiB.isPresent() && maxStorageGiB.getAsInt() > storageGiB;
    }

    /** {@return whether what was written in the last hours, so many, could not be restored} */
    public boolean isRestorableOnlyBefore(long hours, Instant asOf) {
        return latestRestorableTime
                .filter(latest -> latest.isBefore(asOf.minus(Duration.ofHours(hours))))
                .isPresent();
    }
}

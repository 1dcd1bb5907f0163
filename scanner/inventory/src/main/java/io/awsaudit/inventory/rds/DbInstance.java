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
 * A database instance, read whole by {@code rds:DescribeDBInstances}. Instances of DocumentDB and Neptune, which share
 * that operation, are none.
 *
 * @param engine such as {@code postgres}, {@code aurora-mysql} or {@code custom-oracle-ee}
 * @param instanceClass such as {@code db.m6g.large} or {@code db.serverless}
 * @param kmsKey the key that encrypts its storage; empty when it is not encrypted
 * @param backupRetentionDays 0 when automated backups are off
 * @param cluster the cluster that it is a member of
 * @param replicaOf the instance or cluster that it replicates
 * @param subnets ids of the subnets that it may be placed in
 * @param caCertificate identifies the authority behind its TLS certificate
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
        List<String> subnets,
        List<Arn> securityGroups,
        Optional<String> caCertificate)
        implements Resource {
    public DbInstance {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                        cluster.stream().map(group -> new Edge(arn(), Relation.MEMBER_OF, group)),
                        replicaOf.stream().map(source -> new Edge(arn(), Relation.CREATED_FROM, source)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)))
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
}

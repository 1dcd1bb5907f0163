package io.awsaudit.collectors.rds;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBClusterParameterGroup;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/**
 * The client of RDS, what it lists, and how it words what several of its resources have.
 *
 * <p>DocumentDB and Neptune are services of their own that answer through the same API: what is listed here is of all three, and
 * each takes from it what is of its engine.
 */
public final class Rds {
    public static final AwsService<RdsClient> RDS = AwsService.of("rds", RdsClient::builder);

    public static final Operation DESCRIBE_CLUSTERS =
            Operation.of("rds:DescribeDBClusters").ownPages(100).shared();
    public static final Operation DESCRIBE_INSTANCES =
            Operation.of("rds:DescribeDBInstances").ownPages(100).shared();
    public static final Operation DESCRIBE_CLUSTER_SNAPSHOTS =
            Operation.of("rds:DescribeDBClusterSnapshots").ownPages(100).shared();
    public static final Operation DESCRIBE_CLUSTER_PARAMETER_GROUPS =
            Operation.of("rds:DescribeDBClusterParameterGroups").ownPages(100).shared();

    private static final String DOCUMENT_DB = "docdb";
    private static final String NEPTUNE = "neptune";

    /** Engines of services of their own that answer through RDS's API too. */
    private static final Set<String> OTHERS = Set.of(DOCUMENT_DB, NEPTUNE);

    private static final String DELETING = "deleting";

    private Rds() {}

    /** Lists the clusters of all engines in a region but those that are being deleted. */
    public static Stream<DBCluster> clusters(Reads reads) {
        return reads.sharedPages(
                        DESCRIBE_CLUSTERS,
                        () -> reads.client(RDS).describeDBClustersPaginator().dbClusters())
                .filter(cluster -> !DELETING.equals(cluster.status()));
    }

    /** Lists the instances of all engines in a region but those that are being deleted. */
    public static Stream<DBInstance> instances(Reads reads) {
        return reads.sharedPages(
                        DESCRIBE_INSTANCES,
                        () -> reads.client(RDS).describeDBInstancesPaginator().dbInstances())
                .filter(instance -> !DELETING.equals(instance.dbInstanceStatus()));
    }

    /** Lists the snapshots that people made of clusters of all engines in a region. */
    public static Stream<DBClusterSnapshot> clusterSnapshots(Reads reads) {
        return reads.sharedPages(
                        DESCRIBE_CLUSTER_SNAPSHOTS,
                        () -> reads.client(RDS)
                                .describeDBClusterSnapshotsPaginator(request -> request.snapshotType("manual"))
                                .dbClusterSnapshots())
                .filter(snapshot -> "manual".equals(snapshot.snapshotType()));
    }

    /** Lists the parameter groups that people made for clusters of all engines in a region. */
    public static Stream<DBClusterParameterGroup> clusterParameterGroups(Reads reads) {
        return reads.sharedPages(
                        DESCRIBE_CLUSTER_PARAMETER_GROUPS,
                        () -> reads.client(RDS)
                                .describeDBClusterParameterGroupsPaginator()
                                .dbClusterParameterGroups())
                .filter(group -> !isDefaultGroup(group.dbClusterParameterGroupName()));
    }

    /** {@return whether an engine is one of RDS itself} */
    public static boolean isOwn(@Nullable String engine) {
        return !OTHERS.contains(orEmpty(engine));
    }

    /** {@return whether an engine is DocumentDB} */
    public static boolean isDocumentDb(@Nullable String engine) {
        return DOCUMENT_DB.equals(engine);
    }

    /** {@return whether an engine is Neptune} */
    public static boolean isNeptune(@Nullable String engine) {
        return NEPTUNE.equals(engine);
    }

    /** {@return whether a family of parameter groups, such as {@code docdb5.0}, is one for DocumentDB} */
    public static boolean isDocumentDbFamily(@Nullable String family) {
        return orEmpty(family).startsWith(DOCUMENT_DB);
    }

    /** {@return whether a family of parameter groups, such as {@code neptune1.4}, is one for Neptune} */
    public static boolean isNeptuneFamily(@Nullable String family) {
        return orEmpty(family).startsWith(NEPTUNE);
    }

    /** Reads the parameters of a cluster's group that have a value, whoever has set it. */
    public static Map<String, String> clusterParametersOf(String group, Reads reads) {
        return parameters(reads
                .client(RDS)
                .describeDBClusterParametersPaginator(request -> request.dbClusterParameterGroupName(group))
                .parameters()
                .stream());
    }

    /** Reads which accounts may restore a cluster's snapshot, {@code all} for everybody. */
    public static List<String> restorersOf(DBClusterSnapshot snapshot, Reads reads) {
        return reads
                .client(RDS)
                .describeDBClusterSnapshotAttributes(
                        request -> request.dbClusterSnapshotIdentifier(snapshot.dbClusterSnapshotIdentifier()))
                .dbClusterSnapshotAttributesResult()
                .dbClusterSnapshotAttributes()
                .stream()
                .filter(attribute -> "restore".equals(attribute.attributeName()))
                .flatMap(attribute -> attribute.attributeValues().stream())
                .sorted()
                .toList();
    }

    /** {@return the instances of a cluster} */
    public static List<Arn> members(DBCluster cluster, Reads reads) {
        return cluster.dbClusterMembers().stream()
                .map(DBClusterMember::dbInstanceIdentifier)
                .sorted()
                .map(id -> reads.arn("rds", "db:" + id))
                .toList();
    }

    /** {@return how far what a cluster's parameter group says is in force in its members} */
    public static List<String> parameterApplyStatuses(DBCluster cluster) {
        return cluster.dbClusterMembers().stream()
                .map(member -> orEmpty(member.dbClusterParameterGroupStatus()))
                .distinct()
                .sorted()
                .toList();
    }

    /** {@return the parameter group of a cluster} */
    public static Optional<Arn> parameterGroup(DBCluster cluster, Reads reads) {
        return Optional.ofNullable(cluster.dbClusterParameterGroup())
                .filter(name -> !name.isEmpty())
                .map(name -> reads.arn("rds", "cluster-pg:" + name));
    }

    /** {@return tags by key} */
    public static Map<String, String> tags(List<Tag> tags) {
        return tags.stream().collect(Collectors.toMap(Tag::key, tag -> orEmpty(tag.value()), (one, other) -> other));
    }

    /** Reads the tags of what is listed without them. */
    public static Map<String, String> tagsOf(Arn arn, Reads reads) {
        return tags(reads.client(RDS)
                .listTagsForResource(request -> request.resourceName(arn.value()))
                .tagList());
    }

    /** {@return the parameters that have a value, by name} */
    static Map<String, String> parameters(Stream<Parameter> parameters) {
        return parameters
                .filter(parameter -> parameter.parameterName() != null && parameter.parameterValue() != null)
                .collect(Collectors.toMap(
                        Parameter::parameterName, Parameter::parameterValue, (one, other) -> other, TreeMap::new));
    }

    /** {@return whether a parameter group is one that somebody made, for an engine of RDS} */
    static boolean isCustomGroup(@Nullable String name, @Nullable String family) {
        return !isDefaultGroup(name) && isOwnFamily(family);
    }

    private static boolean isDefaultGroup(@Nullable String name) {
        return orEmpty(name).startsWith("default.");
    }

    static boolean isOwnFamily(@Nullable String family) {
        return OTHERS.stream().noneMatch(orEmpty(family)::startsWith);
    }

    /** AWS names the key by its ARN, and some emulators by a word of their own, which stands for no key anywhere. */
    public static Optional<Arn> key(@Nullable String name) {
        return Optional.ofNullable(name).filter(text -> text.startsWith("arn:")).map(Arn::new);
    }

    /** {@return the security groups that something is in} */
    public static List<Arn> securityGroups(List<VpcSecurityGroupMembership> memberships, Reads reads) {
        return memberships.stream()
                .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                .filter(id -> id != null)
                .sorted()
                .map(id -> reads.arn("ec2", "security-group/" + id))
                .toList();
    }

    /** {@return a text that an answer may lack} */
    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** {@return a number that an answer may lack} */
    public static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}

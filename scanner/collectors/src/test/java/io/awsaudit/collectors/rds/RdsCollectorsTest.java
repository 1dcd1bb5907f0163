package io.awsaudit.collectors.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.rds.DbCluster;
import io.awsaudit.inventory.rds.DbClusterSnapshot;
import io.awsaudit.inventory.rds.DbInstance;
import io.awsaudit.inventory.rds.DbSnapshot;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of databases, with AWS's documented responses. */
class RdsCollectorsTest {
    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/k";

    @Test
    void instancesComePageByPageAndOthersServicesAreLeftOut() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeDBInstances",
                        instances(
                                "<Marker>more</Marker>",
                                instance("one", "postgres", "") + instance("doc", "docdb", "")))
                .xml("Marker=more", instances("", instance("two", "mysql", "") + instance("graph", "neptune", "")))) {
            assertThat(aws.collect(DbInstance.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void anInstanceNamesItsClusterItsSourceItsKeyAndItsGroups() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeDBInstances", instances("", instance("one", "aurora-mysql", """
                <DBClusterIdentifier>c</DBClusterIdentifier><StorageEncrypted>true</StorageEncrypted><KmsKeyId>%s</KmsKeyId>
                <ReadReplicaSourceDBInstanceIdentifier>arn:aws:rds:eu-west-1:111122223333:db:s</ReadReplicaSourceDBInstanceIdentifier>
                <VpcSecurityGroups><VpcSecurityGroupMembership><VpcSecurityGroupId>sg-1</VpcSecurityGroupId></VpcSecurityGroupMembership></VpcSecurityGroups>
                <TagList><Tag><Key>Owner</Key><Value>me</Value></Tag></TagList>""".formatted(
                                KEY))))) {
            DbInstance instance = only(aws, DbInstance.class);
            assertThat(instance.edges())
                    .extracting(edge -> edge.relation() + " " + edge.to())
                    .containsExactly(
                            Relation.ENCRYPTED_BY + " " + KEY,
                            Relation.MEMBER_OF + " arn:aws:rds:us-east-1:111122223333:cluster:c",
                            Relation.CREATED_FROM + " arn:aws:rds:eu-west-1:111122223333:db:s",
                            Relation.PROTECTED_BY + " arn:aws:ec2:us-east-1:111122223333:security-group/sg-1");
            assertThat(instance.tags().asOptional().orElseThrow()).containsEntry("Owner", "me");
        }
    }

    @Test
    void storageGrowsWhereALargerSizeIsNamed() {
        try (CannedAws aws =
                new CannedAws().xml("Action=DescribeDBInstances", instances("", instance("one", "mysql", """
                <AllocatedStorage>100</AllocatedStorage><MaxAllocatedStorage>500</MaxAllocatedStorage>
                <LatestRestorableTime>2025-12-31T12:00:00Z</LatestRestorableTime>""")))) {
            DbInstance instance = only(aws, DbInstance.class);
            Instant day = Instant.parse("2026-01-01T00:00:00Z");
            assertThat(instance.hasGrowingStorage()).isTrue();
            assertThat(instance.isRestorableOnlyBefore(11, day)).isTrue();
            assertThat(instance.isRestorableOnlyBefore(12, day)).isFalse();
        }
        try (CannedAws aws =
                new CannedAws().xml("Action=DescribeDBInstances", instances("", instance("one", "mysql", "")))) {
            DbInstance instance = only(aws, DbInstance.class);
            assertThat(instance.hasGrowingStorage()).isFalse();
            assertThat(instance.latestRestorableTime()).isEmpty();
        }
    }

    @Test
    void aReplicaOfTheSameRegionNamesItsSourceById() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeDBInstances",
                        instances(
                                "",
                                instance(
                                        "one",
                                        "mysql",
                                        "<ReadReplicaSourceDBInstanceIdentifier>s</ReadReplicaSourceDBInstanceIdentifier>")))) {
            assertThat(only(aws, DbInstance.class).replicaOf())
                    .contains(new Arn("arn:aws:rds:us-east-1:111122223333:db:s"));
        }
    }

    @Test
    void aRefusedListingIsAGap() {
        try (CannedAws aws = new CannedAws().answer("Action=DescribeDBInstances", 403, "text/xml", """
                <ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>""")) {
            assertThat(aws.collect(DbInstance.class).coverage().listings())
                    .singleElement()
                    .satisfies(listing ->
                            assertThat(listing.gap().orElseThrow().cause()).isEqualTo(Gap.Cause.DENIED));
        }
    }

    @Test
    void clustersComePageByPageWithTheirMembers() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeDBClusters",
                        clusters("<Marker>more</Marker>", cluster("a", "aurora-mysql") + cluster("doc", "docdb")))
                .xml("Marker=more", clusters("", cluster("b", "postgres")))) {
            assertThat(aws.collect(DbCluster.class).resources())
                    .extracting(Resource::name, resource -> ((DbCluster) resource).members())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    "a", java.util.List.of(new Arn("arn:aws:rds:us-east-1:111122223333:db:a-1"))),
                            org.assertj.core.groups.Tuple.tuple(
                                    "b", java.util.List.of(new Arn("arn:aws:rds:us-east-1:111122223333:db:b-1"))));
        }
    }

    @Test
    void snapshotsComePageByPageAndAutomatedOnesAreLeftOut() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeDBSnapshots",
                        snapshots("<Marker>more</Marker>", snapshot("one", "manual") + snapshot("rds:x", "automated")))
                .xml("Marker=more", snapshots("", snapshot("two", "manual")))
                .xml(
                        "Action=DescribeDBSnapshotAttributes",
                        attributes(
                                "DBSnapshot",
                                "<AttributeValue>all</AttributeValue><AttributeValue>444455556666</AttributeValue>"))) {
            assertThat(aws.collect(DbSnapshot.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
            assertThat(only(aws, DbSnapshot.class).isPublic()).isTrue();
            assertThat(aws.requests()).anyMatch(request -> request.contains("SnapshotType=manual"));
        }
    }

    @Test
    void aRefusedAttributeLeavesTheSharingUnknown() {
        String denied = "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>";
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeDBSnapshots", snapshots("", snapshot("one", "manual")))
                .answer("Action=DescribeDBSnapshotAttributes", 403, "text/xml", denied)
                .xml("Action=DescribeDBClusterSnapshots", clusterSnapshots())
                .answer("Action=DescribeDBClusterSnapshotAttributes", 403, "text/xml", denied)) {
            DbSnapshot snapshot = only(aws, DbSnapshot.class);
            assertThat(snapshot.isPublic()).isFalse();
            assertThat(snapshot.sharing().unknownBecause().orElseThrow().action())
                    .contains("rds:DescribeDBSnapshotAttributes");
            assertThat(only(aws, DbClusterSnapshot.class)
                            .sharing()
                            .unknownBecause()
                            .orElseThrow()
                            .action())
                    .contains("rds:DescribeDBClusterSnapshotAttributes");
        }
    }

    @Test
    void aClusterSnapshotSharedWithNobodyIsPrivate() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeDBClusterSnapshots", clusterSnapshots())
                .xml("Action=DescribeDBClusterSnapshotAttributes", attributes("DBClusterSnapshot", ""))) {
            DbClusterSnapshot snapshot = only(aws, DbClusterSnapshot.class);
            assertThat(snapshot.sharing().asOptional().orElseThrow()).isEmpty();
            assertThat(snapshot.encrypted()).isTrue();
            assertThat(snapshot.source()).isEqualTo(new Arn("arn:aws:rds:us-east-1:111122223333:cluster:c"));
        }
    }

    private static <R extends Resource> R only(CannedAws aws, Class<R> type) {
        return type.cast(aws.collect(type).resources().get(0));
    }

    private static String instances(String marker, String instances) {
        return "<DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances>" + instances + "</DBInstances>"
                + marker + "</DescribeDBInstancesResult></DescribeDBInstancesResponse>";
    }

    private static String instance(String name, String engine, String more) {
        return "<DBInstance><DBInstanceIdentifier>" + name + "</DBInstanceIdentifier><Engine>" + engine + "</Engine>"
                + "<DBInstanceArn>arn:aws:rds:us-east-1:111122223333:db:" + name + "</DBInstanceArn>" + more
                + "</DBInstance>";
    }

    private static String clusters(String marker, String clusters) {
        return "<DescribeDBClustersResponse><DescribeDBClustersResult><DBClusters>" + clusters + "</DBClusters>"
                + marker + "</DescribeDBClustersResult></DescribeDBClustersResponse>";
    }

    private static String cluster(String name, String engine) {
        return "<DBCluster><DBClusterIdentifier>" + name + "</DBClusterIdentifier><Engine>" + engine + "</Engine>"
                + "<DBClusterArn>arn:aws:rds:us-east-1:111122223333:cluster:" + name
                + "</DBClusterArn><DBClusterMembers>"
                + "<DBClusterMember><DBInstanceIdentifier>" + name + "-1</DBInstanceIdentifier></DBClusterMember>"
                + "</DBClusterMembers></DBCluster>";
    }

    private static String snapshots(String marker, String snapshots) {
        return "<DescribeDBSnapshotsResponse><DescribeDBSnapshotsResult><DBSnapshots>" + snapshots + "</DBSnapshots>"
                + marker + "</DescribeDBSnapshotsResult></DescribeDBSnapshotsResponse>";
    }

    private static String snapshot(String name, String type) {
        return "<DBSnapshot><DBSnapshotIdentifier>" + name
                + "</DBSnapshotIdentifier><DBInstanceIdentifier>d</DBInstanceIdentifier>"
                + "<DBSnapshotArn>arn:aws:rds:us-east-1:111122223333:snapshot:" + name
                + "</DBSnapshotArn><SnapshotType>" + type
                + "</SnapshotType><SnapshotCreateTime>2025-12-01T00:00:00Z</SnapshotCreateTime></DBSnapshot>";
    }

    private static String clusterSnapshots() {
        return "<DescribeDBClusterSnapshotsResponse><DescribeDBClusterSnapshotsResult><DBClusterSnapshots><DBClusterSnapshot>"
                + "<DBClusterSnapshotIdentifier>s</DBClusterSnapshotIdentifier><DBClusterIdentifier>c</DBClusterIdentifier>"
                + "<DBClusterSnapshotArn>arn:aws:rds:us-east-1:111122223333:cluster-snapshot:s</DBClusterSnapshotArn>"
                + "<SnapshotType>manual</SnapshotType><StorageEncrypted>true</StorageEncrypted></DBClusterSnapshot>"
                + "</DBClusterSnapshots></DescribeDBClusterSnapshotsResult></DescribeDBClusterSnapshotsResponse>";
    }

    private static String attributes(String kind, String values) {
        String open = "<Describe" + kind + "AttributesResponse><Describe" + kind + "AttributesResult><" + kind
                + "AttributesResult>";
        return open + "<" + kind + "Attributes><" + kind
                + "Attribute><AttributeName>restore</AttributeName><AttributeValues>" + values
                + "</AttributeValues></" + kind + "Attribute></" + kind + "Attributes></" + kind
                + "AttributesResult></Describe" + kind
                + "AttributesResult></Describe" + kind + "AttributesResponse>";
    }
}

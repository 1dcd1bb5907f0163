package io.awsaudit.collectors.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.docdb.DbCluster;
import io.awsaudit.inventory.docdb.DbClusterParameterGroup;
import io.awsaudit.inventory.docdb.DbClusterSnapshot;
import io.awsaudit.inventory.docdb.DbInstance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** DocumentDB, which the emulator does not have, and Neptune beside it, with the responses that RDS's API documents. */
class OtherEnginesCollectorsTest {
    @Test
    void eachClusterIsOneOfItsOwnServiceAndAllAreListedOnce() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeDBClusters",
                        answer(
                                "DescribeDBClusters",
                                "<DBClusters>" + cluster("documents", "docdb", "")
                                        + cluster("gone", "docdb", "<Status>deleting</Status>")
                                        + cluster("relations", "aurora-mysql", "")
                                        + "</DBClusters><Marker>more</Marker>"))
                .xml(
                        "Marker=more",
                        answer(
                                "DescribeDBClusters",
                                "<DBClusters>" + cluster("graph", "neptune", "") + cluster("papers", "docdb", "")
                                        + "</DBClusters>"))
                .xml("Action=ListTagsForResource", tags())) {
            Inventory inventory = aws.collect(
                    DbCluster.class,
                    io.awsaudit.inventory.neptune.DbCluster.class,
                    io.awsaudit.inventory.rds.DbCluster.class);
            assertThat(inventory.resources())
                    .extracting(resource -> resource.type() + " " + resource.name())
                    .containsExactlyInAnyOrder(
                            "AWS::DocDB::DBCluster documents",
                            "AWS::DocDB::DBCluster papers",
                            "AWS::Neptune::DBCluster graph",
                            "AWS::RDS::DBCluster relations");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("Action=DescribeDBClusters"))
                    .hasSize(2);
        }
    }

    @Test
    void aClusterTellsWhatItHasAndWhatIsLeftOutIsOff() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeDBClusters",
                        answer(
                                "DescribeDBClusters",
                                "<DBClusters>" + cluster("bare", "docdb", "")
                                        + cluster("full", "docdb", """
                        <EngineVersion>5.0.0</EngineVersion><Status>available</Status><StorageEncrypted>true</StorageEncrypted>
                        <KmsKeyId>arn:aws:kms:us-east-1:111122223333:key/k</KmsKeyId><MultiAZ>true</MultiAZ>
                        <DeletionProtection>true</DeletionProtection><DBClusterParameterGroup>own</DBClusterParameterGroup>
                        <DBClusterMembers><DBClusterMember><DBInstanceIdentifier>full-1</DBInstanceIdentifier>
                        <DBClusterParameterGroupStatus>pending-reboot</DBClusterParameterGroupStatus></DBClusterMember></DBClusterMembers>
                        <VpcSecurityGroups><VpcSecurityGroupMembership><VpcSecurityGroupId>sg-1</VpcSecurityGroupId></VpcSecurityGroupMembership></VpcSecurityGroups>
                        <EnabledCloudwatchLogsExports><member>profiler</member><member>audit</member></EnabledCloudwatchLogsExports>""")
                                        + "</DBClusters>"))
                .xml("Action=ListTagsForResource", tags())) {
            List<DbCluster> clusters = aws.collect(DbCluster.class).resources().stream()
                    .map(DbCluster.class::cast)
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
            DbCluster bare = clusters.get(0);
            assertThat(bare.storageEncrypted() || bare.multiAz() || bare.deletionProtection())
                    .isFalse();
            assertThat(bare.logExports()).isEmpty();
            assertThat(bare.customParameterGroups()).isEmpty();
            assertThat(bare.isInSync()).isTrue();
            DbCluster full = clusters.get(1);
            assertThat(full.storageEncrypted() && full.multiAz() && full.deletionProtection())
                    .isTrue();
            assertThat(full.backupRetentionDays()).isEqualTo(3);
            assertThat(full.logExports()).containsExactly("audit", "profiler");
            assertThat(full.isInSync()).isFalse();
            assertThat(full.tags().asOptional()).contains(Map.of("Owner", "me"));
            assertThat(full.edges())
                    .extracting(edge -> edge.relation() + " " + edge.to())
                    .containsExactly(
                            Relation.ENCRYPTED_BY + " arn:aws:kms:us-east-1:111122223333:key/k",
                            Relation.CONTAINS + " arn:aws:rds:us-east-1:111122223333:db:full-1",
                            Relation.PROTECTED_BY + " arn:aws:ec2:us-east-1:111122223333:security-group/sg-1",
                            Relation.CONFIGURED_BY + " arn:aws:rds:us-east-1:111122223333:cluster-pg:own");
        }
    }

    @Test
    void aGraphClusterTellsWhetherIamGuardsItAndItsSnapshotsGetItsTags() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeDBClusters",
                        answer(
                                "DescribeDBClusters",
                                "<DBClusters>"
                                        + cluster(
                                                "graph",
                                                "neptune",
                                                "<IAMDatabaseAuthenticationEnabled>true</IAMDatabaseAuthenticationEnabled>"
                                                        + "<CopyTagsToSnapshot>true</CopyTagsToSnapshot>")
                                        + "</DBClusters>"))
                .xml("Action=ListTagsForResource", tags())) {
            assertThat(aws.collect(io.awsaudit.inventory.neptune.DbCluster.class)
                            .resources())
                    .singleElement()
                    .isInstanceOfSatisfying(io.awsaudit.inventory.neptune.DbCluster.class, cluster -> {
                        assertThat(cluster.iamAuthentication()).isTrue();
                        assertThat(cluster.copyTagsToSnapshot()).isTrue();
                        assertThat(cluster.multiAz()).isFalse();
                    });
        }
    }

    @Test
    void eachSnapshotIsOneOfItsOwnServiceAndAutomatedOnesAreNone() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeDBClusterSnapshots",
                        answer(
                                "DescribeDBClusterSnapshots",
                                "<DBClusterSnapshots>" + snapshot("documents", "docdb", "manual")
                                        + snapshot("nightly", "docdb", "automated")
                                        + snapshot("graph", "neptune", "manual")
                                        + snapshot("relations", "aurora-postgresql", "manual")
                                        + "</DBClusterSnapshots>"))
                .xml("Action=DescribeDBClusterSnapshotAttributes", answer("DescribeDBClusterSnapshotAttributes", """
                        <DBClusterSnapshotAttributesResult><DBClusterSnapshotAttributes><DBClusterSnapshotAttribute>
                        <AttributeName>restore</AttributeName><AttributeValues><AttributeValue>all</AttributeValue></AttributeValues>
                        </DBClusterSnapshotAttribute></DBClusterSnapshotAttributes></DBClusterSnapshotAttributesResult>"""))
                .xml("Action=ListTagsForResource", tags())) {
            Inventory inventory = aws.collect(
                    DbClusterSnapshot.class,
                    io.awsaudit.inventory.neptune.DbClusterSnapshot.class,
                    io.awsaudit.inventory.rds.DbClusterSnapshot.class);
            assertThat(inventory.resources())
                    .extracting(resource -> resource.type() + " " + resource.name())
                    .containsExactlyInAnyOrder(
                            "AWS::DocDB::DBClusterSnapshot documents",
                            "AWS::Neptune::DBClusterSnapshot graph",
                            "AWS::RDS::DBClusterSnapshot relations");
            assertThat(inventory.resources())
                    .filteredOn(DbClusterSnapshot.class::isInstance)
                    .allMatch(snapshot -> ((DbClusterSnapshot) snapshot).isPublic());
            assertThat(inventory.resources())
                    .filteredOn(io.awsaudit.inventory.neptune.DbClusterSnapshot.class::isInstance)
                    .allMatch(snapshot -> ((io.awsaudit.inventory.neptune.DbClusterSnapshot) snapshot).isPublic());
        }
    }

    @Test
    void whoMayRestoreASnapshotIsUnknownWhereThatIsRefused() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeDBClusterSnapshots",
                        answer(
                                "DescribeDBClusterSnapshots",
                                "<DBClusterSnapshots>" + snapshot("documents", "docdb", "manual")
                                        + "</DBClusterSnapshots>"))
                .answer(
                        "Action=DescribeDBClusterSnapshotAttributes",
                        403,
                        "text/xml",
                        "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>")
                .xml("Action=ListTagsForResource", tags())) {
            DbClusterSnapshot snapshot = (DbClusterSnapshot)
                    aws.collect(DbClusterSnapshot.class).resources().get(0);
            assertThat(snapshot.isPublic()).isFalse();
            assertThat(snapshot.sharing().unknownBecause().orElseThrow().cause())
                    .isEqualTo(Gap.Cause.DENIED);
        }
    }

    @Test
    void parametersAreReadWhoeverHasSetThem() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeDBClusterParameterGroups",
                        answer(
                                "DescribeDBClusterParameterGroups",
                                """
                        <DBClusterParameterGroups>""" + group("own", "docdb5.0") + group("default.docdb5.0", "docdb5.0")
                                        + group("graph", "neptune1.4") + group("relations", "aurora-mysql8.0")
                                        + "</DBClusterParameterGroups>"))
                .xml("Action=DescribeDBClusterParameters&", answer("DescribeDBClusterParameters", """
                        <Parameters><Parameter><ParameterName>tls</ParameterName><ParameterValue>disabled</ParameterValue>
                        <Source>system</Source></Parameter></Parameters><Marker>rest</Marker>"""))
                .xml("Marker=rest", answer("DescribeDBClusterParameters", """
                        <Parameters><Parameter><ParameterName>audit_logs</ParameterName><ParameterValue>enabled</ParameterValue></Parameter>
                        <Parameter><ParameterName>profiler</ParameterName></Parameter></Parameters>"""))
                .xml("Action=ListTagsForResource", tags())) {
            DbClusterParameterGroup group =
                    (DbClusterParameterGroup) aws.collect(DbClusterParameterGroup.class).resources().stream()
                            .reduce((one, other) -> {
                                throw new AssertionError("more than one: " + one.name() + " and " + other.name());
                            })
                            .orElseThrow();
            assertThat(group.name()).isEqualTo("own");
            assertThat(group.parameters().asOptional()).contains(Map.of("audit_logs", "enabled", "tls", "disabled"));
            assertThat(group.allowsOtherThan(List.of("tls1.2+"))).isTrue();
            assertThat(group.leavesAuditOff()).isFalse();
            assertThat(aws.collect(io.awsaudit.inventory.neptune.DbClusterParameterGroup.class)
                            .resources())
                    .extracting(Resource::name)
                    .containsExactly("graph");
        }
    }

    @Test
    void instancesTellTheirClusterAndCertificate() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeDBInstances",
                        answer(
                                "DescribeDBInstances",
                                "<DBInstances>" + instance("one", "docdb", """
                        <DBInstanceClass>db.r6g.large</DBInstanceClass><DBClusterIdentifier>c</DBClusterIdentifier>
                        <CACertificateIdentifier>rds-ca-2019</CACertificateIdentifier>
                        <CertificateDetails><ValidTill>2024-08-22T00:00:00Z</ValidTill></CertificateDetails>""")
                                        + instance("gone", "docdb", "<DBInstanceStatus>deleting</DBInstanceStatus>")
                                        + instance(
                                                "graph",
                                                "neptune",
                                                "<DBInstanceClass>db.serverless</DBInstanceClass>"
                                                        + "<PubliclyAccessible>true</PubliclyAccessible>")
                                        + instance("relations", "postgres", "") + "</DBInstances>"))
                .xml("Action=ListTagsForResource", tags())) {
            assertThat(aws.collect(DbInstance.class).resources())
                    .singleElement()
                    .isInstanceOfSatisfying(DbInstance.class, instance -> {
                        assertThat(instance.family()).isEqualTo("r6g");
                        assertThat(instance.certificateValidUntil()).contains(Instant.parse("2024-08-22T00:00:00Z"));
                        assertThat(instance.isCertificateExpired(Instant.parse("2026-01-01T00:00:00Z"), List.of()))
                                .isTrue();
                        assertThat(instance.edges())
                                .extracting(edge -> edge.relation() + " " + edge.to())
                                .containsExactly(Relation.MEMBER_OF + " arn:aws:rds:us-east-1:111122223333:cluster:c");
                    });
            assertThat(aws.collect(io.awsaudit.inventory.neptune.DbInstance.class)
                            .resources())
                    .singleElement()
                    .isInstanceOfSatisfying(io.awsaudit.inventory.neptune.DbInstance.class, instance -> {
                        assertThat(instance.publiclyAccessible()).isTrue();
                        assertThat(instance.autoMinorVersionUpgrade()).isFalse();
                        assertThat(instance.family()).isEqualTo("serverless");
                    });
        }
    }

    private static String answer(String operation, String result) {
        return "<" + operation + "Response><" + operation + "Result>" + result + "</" + operation + "Result></"
                + operation + "Response>";
    }

    private static String cluster(String name, String engine, String more) {
        return "<DBCluster><DBClusterIdentifier>" + name + "</DBClusterIdentifier><Engine>" + engine
                + "</Engine><BackupRetentionPeriod>3</BackupRetentionPeriod>"
                + "<DBClusterArn>arn:aws:rds:us-east-1:111122223333:cluster:" + name + "</DBClusterArn>" + more
                + "</DBCluster>";
    }

    private static String instance(String name, String engine, String more) {
        return "<DBInstance><DBInstanceIdentifier>" + name + "</DBInstanceIdentifier><Engine>" + engine + "</Engine>"
                + "<DBInstanceArn>arn:aws:rds:us-east-1:111122223333:db:" + name + "</DBInstanceArn>" + more
                + "</DBInstance>";
    }

    private static String snapshot(String name, String engine, String type) {
        return "<DBClusterSnapshot><DBClusterSnapshotIdentifier>" + name + "</DBClusterSnapshotIdentifier><Engine>"
                + engine + "</Engine><DBClusterIdentifier>c</DBClusterIdentifier><SnapshotType>" + type
                + "</SnapshotType><DBClusterSnapshotArn>arn:aws:rds:us-east-1:111122223333:cluster-snapshot:" + name
                + "</DBClusterSnapshotArn></DBClusterSnapshot>";
    }

    private static String group(String name, String family) {
        return "<DBClusterParameterGroup><DBClusterParameterGroupName>" + name
                + "</DBClusterParameterGroupName><DBParameterGroupFamily>" + family + "</DBParameterGroupFamily>"
                + "<DBClusterParameterGroupArn>arn:aws:rds:us-east-1:111122223333:cluster-pg:" + name
                + "</DBClusterParameterGroupArn></DBClusterParameterGroup>";
    }

    private static String tags() {
        return answer("ListTagsForResource", "<TagList><Tag><Key>Owner</Key><Value>me</Value></Tag></TagList>");
    }
}

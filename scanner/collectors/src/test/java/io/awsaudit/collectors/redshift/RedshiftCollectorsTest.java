package io.awsaudit.collectors.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.redshift.Cluster;
import io.awsaudit.inventory.redshift.ClusterParameterGroup;
import io.awsaudit.inventory.redshift.ClusterSnapshot;
import io.awsaudit.inventory.redshift.ClusterSubnetGroup;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of data warehouses, with AWS's documented responses. */
class RedshiftCollectorsTest {
    @Test
    void clustersComePageByPageAndThoseBeingDeletedAreLeftOut() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeClusters",
                        answer(
                                "DescribeClusters",
                                "<Clusters>" + cluster("one", "available", "")
                                        + cluster("gone", "deleting", "")
                                        + cluster("going", "final-snapshot", "") + "</Clusters><Marker>more</Marker>"))
                .xml(
                        "Marker=more",
                        answer("DescribeClusters", "<Clusters>" + cluster("two", "paused", "") + "</Clusters>"))
                .xml("Action=DescribeLoggingStatus", logging("false"))) {
            assertThat(aws.collect(Cluster.class).resources())
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void aClusterTellsWhereItIsWhoKeepsItAndWhatIsNotInForce() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeClusters",
                        answer("DescribeClusters", "<Clusters>" + cluster("one", "available", """
                        <NodeType>ra3.xlplus</NodeType><NumberOfNodes>2</NumberOfNodes><MasterUsername>keeper</MasterUsername>
                        <Endpoint><Address>one.example</Address><Port>5439</Port></Endpoint>
                        <AutomatedSnapshotRetentionPeriod>14</AutomatedSnapshotRetentionPeriod>
                        <Encrypted>true</Encrypted><KmsKeyId>arn:aws:kms:us-east-1:111122223333:key/k</KmsKeyId>
                        <AllowVersionUpgrade>true</AllowVersionUpgrade><PubliclyAccessible>true</PubliclyAccessible>
                        <EnhancedVpcRouting>true</EnhancedVpcRouting><MultiAZ>Enabled</MultiAZ>
                        <ClusterSubnetGroupName>subnets</ClusterSubnetGroupName>
                        <VpcSecurityGroups><VpcSecurityGroup><VpcSecurityGroupId>sg-1</VpcSecurityGroupId></VpcSecurityGroup></VpcSecurityGroups>
                        <ClusterParameterGroups><ClusterParameterGroup><ParameterGroupName>own</ParameterGroupName>
                        <ParameterApplyStatus>pending-reboot</ParameterApplyStatus><ClusterParameterStatusList>
                        <member><ParameterName>require_ssl</ParameterName><ParameterApplyStatus>pending-reboot</ParameterApplyStatus></member>
                        <member><ParameterName>statement_timeout</ParameterName><ParameterApplyStatus>in-sync</ParameterApplyStatus></member>
                        </ClusterParameterStatusList></ClusterParameterGroup></ClusterParameterGroups>
                        <Tags><Tag><Key>Owner</Key><Value>me</Value></Tag></Tags>""") + "</Clusters>"))
                .xml("Action=DescribeLoggingStatus", logging("true"))) {
            Cluster cluster = only(aws, Cluster.class);
            assertThat(cluster.arn()).isEqualTo(new Arn("arn:aws:redshift:us-east-1:111122223333:cluster:one"));
            assertThat(cluster.port()).hasValue(5439);
            assertThat(cluster.multiAz()).isTrue();
            assertThat(cluster.automatedSnapshotRetentionDays()).isEqualTo(14);
            assertThat(cluster.auditLogging().knownToBe(true)).isTrue();
            assertThat(cluster.awaits("require_ssl")).isTrue();
            assertThat(cluster.awaits("statement_timeout")).isFalse();
            assertThat(cluster.isAdministeredBy(java.util.List.of("KEEPER"))).isTrue();
            assertThat(cluster.tags().asOptional()).contains(Map.of("Owner", "me"));
            assertThat(cluster.edges())
                    .extracting(edge -> edge.relation() + " " + edge.to())
                    .containsExactly(
                            Relation.ENCRYPTED_BY + " arn:aws:kms:us-east-1:111122223333:key/k",
                            Relation.IN + " arn:aws:redshift:us-east-1:111122223333:subnetgroup:subnets",
                            Relation.PROTECTED_BY + " arn:aws:ec2:us-east-1:111122223333:security-group/sg-1",
                            Relation.CONFIGURED_BY + " arn:aws:redshift:us-east-1:111122223333:parametergroup:own");
        }
    }

    @Test
    void aClusterOfOneZoneSaysDisabledOrNothing() {
        for (String word : new String[] {"<MultiAZ>Disabled</MultiAZ>", ""}) {
            try (CannedAws aws = new CannedAws()
                    .xml(
                            "Action=DescribeClusters",
                            answer("DescribeClusters", "<Clusters>" + cluster("one", "creating", word) + "</Clusters>"))
                    .xml("Action=DescribeLoggingStatus", logging("false"))) {
                Cluster cluster = only(aws, Cluster.class);
                assertThat(cluster.multiAz()).isFalse();
                assertThat(cluster.port()).isEmpty();
                assertThat(cluster.auditLogging().knownToBe(false)).isTrue();
            }
        }
    }

    @Test
    void loggingThatMayNotBeReadIsUnknown() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeClusters",
                        answer("DescribeClusters", "<Clusters>" + cluster("one", "available", "") + "</Clusters>"))
                .answer("Action=DescribeLoggingStatus", 403, "text/xml", """
                        <ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>""")) {
            assertThat(only(aws, Cluster.class)
                            .auditLogging()
                            .unknownBecause()
                            .orElseThrow()
                            .cause())
                    .isEqualTo(Gap.Cause.DENIED);
        }
    }

    @Test
    void anAnswerThatDoesNotSayWhetherThereIsLoggingIsNone() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeClusters",
                        answer("DescribeClusters", "<Clusters>" + cluster("one", "available", "") + "</Clusters>"))
                .xml(
                        "Action=DescribeLoggingStatus",
                        answer("DescribeLoggingStatus", "<BucketName>logs</BucketName>"))) {
            assertThat(only(aws, Cluster.class).auditLogging().isKnown()).isFalse();
        }
    }

    @Test
    void parametersComePageByPageThoseOfAwsOwnGroupsIncluded() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeClusterParameterGroups", answer("DescribeClusterParameterGroups", """
                        <ParameterGroups><ClusterParameterGroup><ParameterGroupName>default.redshift-2.0</ParameterGroupName>
                        <ParameterGroupFamily>redshift-2.0</ParameterGroupFamily></ClusterParameterGroup></ParameterGroups>"""))
                .xml(
                        "Action=DescribeClusterParameters&",
                        answer(
                                "DescribeClusterParameters",
                                "<Parameters>" + parameter("require_ssl", "true")
                                        + "</Parameters><Marker>more</Marker>"))
                .xml(
                        "Marker=more",
                        answer(
                                "DescribeClusterParameters",
                                "<Parameters>" + parameter("enable_user_activity_logging", "false")
                                        + "</Parameters>"))) {
            ClusterParameterGroup group = only(aws, ClusterParameterGroup.class);
            assertThat(group.isServiceOwned()).isTrue();
            assertThat(group.leavesOff("require_ssl")).isFalse();
            assertThat(group.leavesOff("enable_user_activity_logging")).isTrue();
            assertThat(group.leavesOff("something_else")).isTrue();
        }
    }

    @Test
    void aSubnetGroupTellsItsZonesOnce() {
        try (CannedAws aws =
                new CannedAws().xml("Action=DescribeClusterSubnetGroups", answer("DescribeClusterSubnetGroups", """
                        <ClusterSubnetGroups><ClusterSubnetGroup><ClusterSubnetGroupName>subnets</ClusterSubnetGroupName><Subnets>
                        <Subnet><SubnetIdentifier>subnet-2</SubnetIdentifier><SubnetAvailabilityZone><Name>us-east-1b</Name></SubnetAvailabilityZone></Subnet>
                        <Subnet><SubnetIdentifier>subnet-1</SubnetIdentifier><SubnetAvailabilityZone><Name>us-east-1a</Name></SubnetAvailabilityZone></Subnet>
                        <Subnet><SubnetIdentifier>subnet-3</SubnetIdentifier><SubnetAvailabilityZone><Name>us-east-1a</Name></SubnetAvailabilityZone></Subnet>
                        </Subnets></ClusterSubnetGroup></ClusterSubnetGroups>"""))) {
            ClusterSubnetGroup group = only(aws, ClusterSubnetGroup.class);
            assertThat(group.availabilityZones()).containsExactly("us-east-1a", "us-east-1b");
            assertThat(group.subnets()).hasSize(3);
            assertThat(group.tags().asOptional()).contains(Map.of());
        }
    }

    @Test
    void onlyTheAccountsOwnManualSnapshotsAreAskedFor() {
        try (CannedAws aws =
                new CannedAws().xml("Action=DescribeClusterSnapshots", answer("DescribeClusterSnapshots", """
                        <Snapshots><Snapshot><SnapshotIdentifier>s</SnapshotIdentifier><ClusterIdentifier>one</ClusterIdentifier>
                        <SnapshotType>manual</SnapshotType><Encrypted>true</Encrypted>
                        <AccountsWithRestoreAccess><AccountWithRestoreAccess><AccountId>444455556666</AccountId></AccountWithRestoreAccess></AccountsWithRestoreAccess>
                        </Snapshot></Snapshots>"""))) {
            ClusterSnapshot snapshot = only(aws, ClusterSnapshot.class);
            assertThat(snapshot.arn()).isEqualTo(new Arn("arn:aws:redshift:us-east-1:111122223333:snapshot:one/s"));
            assertThat(snapshot.encrypted()).isTrue();
            assertThat(snapshot.sharing()).containsExactly("444455556666");
            assertThat(aws.requests())
                    .anyMatch(request ->
                            request.contains("SnapshotType=manual") && request.contains("OwnerAccount=111122223333"));
        }
    }

    private static <R extends Resource> R only(CannedAws aws, Class<R> type) {
        return type.cast(aws.collect(type).resources().get(0));
    }

    private static String answer(String operation, String result) {
        return "<" + operation + "Response><" + operation + "Result>" + result + "</" + operation + "Result></"
                + operation + "Response>";
    }

    private static String cluster(String name, String status, String more) {
        return "<Cluster><ClusterIdentifier>" + name + "</ClusterIdentifier><ClusterStatus>" + status
                + "</ClusterStatus>" + more + "</Cluster>";
    }

    private static String logging(String enabled) {
        return answer("DescribeLoggingStatus", "<LoggingEnabled>" + enabled + "</LoggingEnabled>");
    }

    private static String parameter(String name, String value) {
        return "<Parameter><ParameterName>" + name + "</ParameterName><ParameterValue>" + value
                + "</ParameterValue></Parameter>";
    }
}

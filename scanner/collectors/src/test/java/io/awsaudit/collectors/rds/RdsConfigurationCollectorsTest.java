package io.awsaudit.collectors.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.rds.DbCluster;
import io.awsaudit.inventory.rds.DbClusterParameterGroup;
import io.awsaudit.inventory.rds.DbInstance;
import io.awsaudit.inventory.rds.DbParameterGroup;
import io.awsaudit.inventory.rds.DbProxy;
import io.awsaudit.inventory.rds.EventSubscription;
import io.awsaudit.inventory.rds.GlobalCluster;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What configures databases and watches them, with AWS's documented responses where the emulator has none of its own. */
class RdsConfigurationCollectorsTest {
    private static final String DENIED =
            "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>";

    @Test
    void anInstanceTellsItsPortLogsCertificateAndParameterGroups() {
        try (CannedAws aws = new CannedAws().xml("Action=DescribeDBInstances", answer("DescribeDBInstances", """
                <DBInstances><DBInstance><DBInstanceIdentifier>one</DBInstanceIdentifier><Engine>postgres</Engine>
                <DBInstanceStatus>available</DBInstanceStatus>
                <DBInstanceArn>arn:aws:rds:us-east-1:111122223333:db:one</DBInstanceArn>
                <DbInstancePort>0</DbInstancePort><Endpoint><Address>one.example</Address><Port>5433</Port></Endpoint>
                <MasterUsername>keeper</MasterUsername><CopyTagsToSnapshot>true</CopyTagsToSnapshot>
                <MonitoringInterval>30</MonitoringInterval>
                <EnabledCloudwatchLogsExports><member>upgrade</member><member>postgresql</member></EnabledCloudwatchLogsExports>
                <CACertificateIdentifier>rds-ca-rsa2048-g1</CACertificateIdentifier>
                <CertificateDetails><CAIdentifier>rds-ca-rsa2048-g1</CAIdentifier><ValidTill>2026-08-22T00:00:00Z</ValidTill></CertificateDetails>
                <DBParameterGroups>
                <DBParameterGroup><DBParameterGroupName>own</DBParameterGroupName><ParameterApplyStatus>pending-reboot</ParameterApplyStatus></DBParameterGroup>
                </DBParameterGroups>
                <DBSubnetGroup><VpcId>vpc-1</VpcId><Subnets><Subnet><SubnetIdentifier>subnet-1</SubnetIdentifier></Subnet></Subnets></DBSubnetGroup>
                </DBInstance></DBInstances>"""))) {
            DbInstance instance = only(aws, DbInstance.class);
            assertThat(instance.port()).hasValue(5433);
            assertThat(instance.administrator()).contains("keeper");
            assertThat(instance.copyTagsToSnapshot()).isTrue();
            assertThat(instance.monitoringIntervalSeconds()).isEqualTo(30);
            assertThat(instance.logExports()).containsExactly("postgresql", "upgrade");
            assertThat(instance.certificateValidUntil()).contains(Instant.parse("2026-08-22T00:00:00Z"));
            assertThat(instance.parameterGroups()).singleElement().satisfies(group -> {
                assertThat(group.isInSync()).isFalse();
                assertThat(group.isDefault()).isFalse();
            });
            assertThat(instance.edges())
                    .extracting(edge -> edge.relation() + " " + edge.to())
                    .containsExactly(
                            Relation.IN + " arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1",
                            Relation.CONFIGURED_BY + " arn:aws:rds:us-east-1:111122223333:pg:own");
        }
    }

    @Test
    void anInstanceInTheMakingHasNoPortAndWhatIsBeingDeletedIsLeftOut() {
        try (CannedAws aws = new CannedAws().xml("Action=DescribeDBInstances", answer("DescribeDBInstances", """
                <DBInstances><DBInstance><DBInstanceIdentifier>young</DBInstanceIdentifier><Engine>mysql</Engine>
                <DBInstanceStatus>creating</DBInstanceStatus>
                <DBInstanceArn>arn:aws:rds:us-east-1:111122223333:db:young</DBInstanceArn></DBInstance>
                <DBInstance><DBInstanceIdentifier>gone</DBInstanceIdentifier><Engine>mysql</Engine>
                <DBInstanceStatus>deleting</DBInstanceStatus>
                <DBInstanceArn>arn:aws:rds:us-east-1:111122223333:db:gone</DBInstanceArn></DBInstance></DBInstances>"""))) {
            assertThat(aws.collect(DbInstance.class).resources())
                    .singleElement()
                    .satisfies(instance -> {
                        assertThat(instance.name()).isEqualTo("young");
                        assertThat(((DbInstance) instance).port()).isEmpty();
                        assertThat(((DbInstance) instance).logExports()).isEmpty();
                    });
        }
    }

    @Test
    void aClusterTellsItsWindowItsGroupAndWhetherThatIsInForce() {
        try (CannedAws aws = new CannedAws().xml("Action=DescribeDBClusters", answer("DescribeDBClusters", """
                <DBClusters><DBCluster><DBClusterIdentifier>c</DBClusterIdentifier><Engine>aurora-mysql</Engine><Status>available</Status>
                <DBClusterArn>arn:aws:rds:us-east-1:111122223333:cluster:c</DBClusterArn>
                <BacktrackWindow>86400</BacktrackWindow><Port>3306</Port><MasterUsername>admin</MasterUsername>
                <GlobalClusterIdentifier>global</GlobalClusterIdentifier>
                <DBClusterParameterGroup>own</DBClusterParameterGroup>
                <DBClusterMembers><DBClusterMember><DBInstanceIdentifier>c-1</DBInstanceIdentifier>
                <DBClusterParameterGroupStatus>pending-reboot</DBClusterParameterGroupStatus></DBClusterMember>
                <DBClusterMember><DBInstanceIdentifier>c-2</DBInstanceIdentifier>
                <DBClusterParameterGroupStatus>in-sync</DBClusterParameterGroupStatus></DBClusterMember></DBClusterMembers>
                <EnabledCloudwatchLogsExports><member>audit</member></EnabledCloudwatchLogsExports></DBCluster>
                <DBCluster><DBClusterIdentifier>gone</DBClusterIdentifier><Engine>aurora-mysql</Engine><Status>deleting</Status>
                <DBClusterArn>arn:aws:rds:us-east-1:111122223333:cluster:gone</DBClusterArn></DBCluster></DBClusters>"""))) {
            assertThat(aws.collect(DbCluster.class).resources()).hasSize(1);
            DbCluster cluster = only(aws, DbCluster.class);
            assertThat(cluster.backtrackWindowSeconds()).isEqualTo(86_400);
            assertThat(cluster.port()).hasValue(3306);
            assertThat(cluster.administrator()).contains("admin");
            assertThat(cluster.globalCluster()).contains("global");
            assertThat(cluster.logExports()).containsExactly("audit");
            assertThat(cluster.parameterApplyStatuses()).containsExactly("in-sync", "pending-reboot");
            assertThat(cluster.edges())
                    .extracting(edge -> edge.relation() + " " + edge.to())
                    .contains(Relation.CONFIGURED_BY + " arn:aws:rds:us-east-1:111122223333:cluster-pg:own");
        }
    }

    @Test
    void parameterGroupsComePageByPageWithoutThoseThatAwsMakesAndThoseOfOtherServices() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeDBParameterGroups",
                        answer(
                                "DescribeDBParameterGroups",
                                "<DBParameterGroups>" + group("one", "postgres16")
                                        + group("default.postgres16", "postgres16")
                                        + group("documents", "docdb5.0") + group("graph", "neptune1.3")
                                        + "</DBParameterGroups><Marker>more</Marker>"))
                .xml(
                        "Marker=more",
                        answer(
                                "DescribeDBParameterGroups",
                                "<DBParameterGroups>" + group("two", "mysql8.4") + "</DBParameterGroups>"))
                .xml(
                        "Action=DescribeDBParameters&",
                        answer(
                                "DescribeDBParameters",
                                "<Parameters>" + parameter("rds.force_ssl", "1")
                                        + "<Parameter><ParameterName>log_statement</ParameterName></Parameter></Parameters>"
                                        + "<Marker>rest</Marker>"))
                .xml(
                        "Marker=rest",
                        answer(
                                "DescribeDBParameters",
                                "<Parameters>" + parameter("shared_buffers", "10") + "</Parameters>"))
                .xml("Action=ListTagsForResource", tags())) {
            assertThat(aws.collect(DbParameterGroup.class).resources())
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
            DbParameterGroup group = only(aws, DbParameterGroup.class);
            assertThat(group.parameters().asOptional()).contains(Map.of("rds.force_ssl", "1", "shared_buffers", "10"));
            assertThat(group.tags().asOptional()).contains(Map.of("Owner", "me"));
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("Action=DescribeDBParameters&"))
                    .isNotEmpty()
                    .allMatch(request -> request.contains("Source=user"))
                    .noneMatch(request -> request.contains("default"));
        }
    }

    @Test
    void aGroupInWhichNothingWasSetHasNoParameters() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeDBClusterParameterGroups", answer("DescribeDBClusterParameterGroups", """
                        <DBClusterParameterGroups><DBClusterParameterGroup><DBClusterParameterGroupName>own</DBClusterParameterGroupName>
                        <DBParameterGroupFamily>aurora-mysql8.0</DBParameterGroupFamily>
                        <DBClusterParameterGroupArn>arn:aws:rds:us-east-1:111122223333:cluster-pg:own</DBClusterParameterGroupArn>
                        </DBClusterParameterGroup></DBClusterParameterGroups>"""))
                .xml("Action=DescribeDBClusterParameters&", answer("DescribeDBClusterParameters", "<Parameters/>"))
                .xml("Action=ListTagsForResource", tags())) {
            DbClusterParameterGroup group = only(aws, DbClusterParameterGroup.class);
            assertThat(group.parameters().asOptional()).contains(Map.of());
            assertThat(group.leavesAuditOff()).isTrue();
        }
    }

    @Test
    void parametersThatMayNotBeReadAreUnknown() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeDBParameterGroups",
                        answer(
                                "DescribeDBParameterGroups",
                                "<DBParameterGroups>" + group("one", "postgres16") + "</DBParameterGroups>"))
                .answer("Action=DescribeDBParameters&", 403, "text/xml", DENIED)
                .xml("Action=ListTagsForResource", tags())) {
            assertThat(only(aws, DbParameterGroup.class)
                            .parameters()
                            .unknownBecause()
                            .orElseThrow()
                            .cause())
                    .isEqualTo(Gap.Cause.DENIED);
        }
    }

    @Test
    void proxiesComePageByPageAndThoseBeingDeletedAreLeftOut() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeDBProxies",
                        answer(
                                "DescribeDBProxies",
                                "<DBProxies>" + proxy("one", "available", "<RequireTLS>true</RequireTLS>")
                                        + proxy("gone", "deleting", "") + "</DBProxies><Marker>more</Marker>"))
                .xml(
                        "Marker=more",
                        answer("DescribeDBProxies", "<DBProxies>" + proxy("two", "available", "") + "</DBProxies>"))
                .xml("Action=ListTagsForResource", tags())) {
            assertThat(aws.collect(DbProxy.class).resources())
                    .extracting(Resource::name, proxy -> ((DbProxy) proxy).requiresTls())
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("one", true),
                            org.assertj.core.groups.Tuple.tuple("two", false));
            assertThat(only(aws, DbProxy.class).edges())
                    .extracting(edge -> edge.relation() + " " + edge.to())
                    .containsExactly(
                            Relation.RUNS_AS + " arn:aws:iam::111122223333:role/proxy",
                            Relation.IN + " arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1",
                            Relation.PROTECTED_BY + " arn:aws:ec2:us-east-1:111122223333:security-group/sg-1");
        }
    }

    @Test
    void aSubscriptionWithoutTypeAndCategoriesTellsEverything() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeEventSubscriptions",
                        answer(
                                "DescribeEventSubscriptions",
                                "<EventSubscriptionsList>" + subscription("all", "") + "</EventSubscriptionsList>"
                                        + "<Marker>more</Marker>"))
                .xml(
                        "Marker=more",
                        answer(
                                "DescribeEventSubscriptions",
                                "<EventSubscriptionsList>" + subscription("some", """
                                <SourceType>db-instance</SourceType><SourceIdsList><SourceId>one</SourceId></SourceIdsList>
                                <EventCategoriesList><EventCategory>failure</EventCategory></EventCategoriesList>""") + "</EventSubscriptionsList>"))
                .xml("Action=ListTagsForResource", tags())) {
            assertThat(aws.collect(EventSubscription.class).resources())
                    .extracting(
                            Resource::name, resource -> ((EventSubscription) resource).tells("failure", "db-cluster"))
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("all", true),
                            org.assertj.core.groups.Tuple.tuple("some", false));
        }
    }

    @Test
    void aGlobalClusterIsReadWhereItIsWrittenOnly() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "Action=DescribeGlobalClusters",
                        answer(
                                "DescribeGlobalClusters",
                                "<GlobalClusters>" + global("here", "aurora-mysql", "us-east-1")
                                        + global("there", "aurora-mysql", "eu-west-1")
                                        + global("documents", "docdb", "us-east-1") + "</GlobalClusters>"
                                        + "<Marker>more</Marker>"))
                .xml("Marker=more", answer("DescribeGlobalClusters", """
                        <GlobalClusters><GlobalClusterMember><GlobalClusterIdentifier>empty</GlobalClusterIdentifier>
                        <Engine>aurora-mysql</Engine><GlobalClusterArn>arn:aws:rds::111122223333:global-cluster:empty</GlobalClusterArn>
                        </GlobalClusterMember></GlobalClusters>"""))) {
            assertThat(aws.collect(GlobalCluster.class).resources())
                    .singleElement()
                    .satisfies(cluster -> {
                        assertThat(cluster.arn()).isEqualTo(new Arn("arn:aws:rds::111122223333:global-cluster:here"));
                        assertThat(cluster.region()).isEqualTo("us-east-1");
                        assertThat(((GlobalCluster) cluster).members()).hasSize(2);
                    });
        }
    }

    private static <R extends Resource> R only(CannedAws aws, Class<R> type) {
        return aws.collect(type).resources().stream()
                .map(type::cast)
                .min((one, other) -> one.name().compareTo(other.name()))
                .orElseThrow();
    }

    private static String answer(String operation, String result) {
        return "<" + operation + "Response><" + operation + "Result>" + result + "</" + operation + "Result></"
                + operation + "Response>";
    }

    private static String group(String name, String family) {
        return "<DBParameterGroup><DBParameterGroupName>" + name + "</DBParameterGroupName><DBParameterGroupFamily>"
                + family + "</DBParameterGroupFamily><DBParameterGroupArn>arn:aws:rds:us-east-1:111122223333:pg:" + name
                + "</DBParameterGroupArn></DBParameterGroup>";
    }

    private static String parameter(String name, String value) {
        return "<Parameter><ParameterName>" + name + "</ParameterName><ParameterValue>" + value
                + "</ParameterValue></Parameter>";
    }

    private static String proxy(String name, String status, String more) {
        return "<member><DBProxyName>" + name + "</DBProxyName><Status>" + status + "</Status>"
                + "<DBProxyArn>arn:aws:rds:us-east-1:111122223333:db-proxy:" + name + "</DBProxyArn>"
                + "<RoleArn>arn:aws:iam::111122223333:role/proxy</RoleArn>"
                + "<VpcSubnetIds><member>subnet-1</member></VpcSubnetIds>"
                + "<VpcSecurityGroupIds><member>sg-1</member></VpcSecurityGroupIds>" + more + "</member>";
    }

    private static String subscription(String name, String more) {
        return "<EventSubscription><CustSubscriptionId>" + name + "</CustSubscriptionId><Enabled>true</Enabled>"
                + "<Status>active</Status><SnsTopicArn>arn:aws:sns:us-east-1:111122223333:events</SnsTopicArn>"
                + "<EventSubscriptionArn>arn:aws:rds:us-east-1:111122223333:es:" + name + "</EventSubscriptionArn>"
                + more + "</EventSubscription>";
    }

    private static String global(String name, String engine, String written) {
        return "<GlobalClusterMember><GlobalClusterIdentifier>" + name + "</GlobalClusterIdentifier><Engine>" + engine
                + "</Engine><EngineVersion>8.0.mysql_aurora.3.10.1</EngineVersion><Status>available</Status>"
                + "<GlobalClusterArn>arn:aws:rds::111122223333:global-cluster:" + name + "</GlobalClusterArn>"
                + "<GlobalClusterMembers><GlobalClusterMember><DBClusterArn>arn:aws:rds:" + written
                + ":111122223333:cluster:one</DBClusterArn><IsWriter>true</IsWriter></GlobalClusterMember>"
                + "<GlobalClusterMember><DBClusterArn>arn:aws:rds:ap-south-1:111122223333:cluster:two</DBClusterArn>"
                + "<IsWriter>false</IsWriter></GlobalClusterMember></GlobalClusterMembers></GlobalClusterMember>";
    }

    private static String tags() {
        return answer("ListTagsForResource", "<TagList><Tag><Key>Owner</Key><Value>me</Value></Tag></TagList>");
    }
}

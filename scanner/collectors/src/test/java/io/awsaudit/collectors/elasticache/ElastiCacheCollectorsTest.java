package io.awsaudit.collectors.elasticache;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.elasticache.CacheCluster;
import io.awsaudit.inventory.elasticache.Engine;
import io.awsaudit.inventory.elasticache.ReplicationGroup;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of caches, with AWS's documented responses. */
class ElastiCacheCollectorsTest {
    private static final String ARN = "arn:aws:elasticache:us-east-1:111122223333:";
    private static final String CLUSTERS = "Action=DescribeCacheClusters";
    private static final String GROUPS = "Action=DescribeReplicationGroups";

    @Test
    void clustersComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = tagged().xml(
                        CLUSTERS,
                        clusters(
                                cluster("one", "available", "") + cluster("old", "deleting", ""),
                                "<Marker>more</Marker>"))
                .xml("Marker=more", clusters(cluster("two", "available", ""), ""))) {
            assertThat(aws.collect(CacheCluster.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void groupsComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = tagged().xml(
                        GROUPS,
                        groups(group("one", "available", "") + group("old", "deleting", ""), "<Marker>more</Marker>"))
                .xml("Marker=more", groups(group("two", "available", ""), ""))) {
            assertThat(aws.collect(ReplicationGroup.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void aNodeNamesItsGroup() {
        try (CannedAws aws = tagged().xml(
                        CLUSTERS,
                        clusters(
                                cluster(
                                        "one",
                                        "available",
                                        "<ReplicationGroupId>group</ReplicationGroupId><EngineVersion>5.0.6</EngineVersion>"
                                                + "<CacheSubnetGroupName>default</CacheSubnetGroupName>"),
                                ""))) {
            CacheCluster node =
                    (CacheCluster) aws.collect(CacheCluster.class).resources().get(0);
            assertThat(node.replicationGroup()).contains(new Arn(ARN + "replicationgroup:group"));
            assertThat(node.isAwareOfUsers()).isFalse();
            assertThat(node.nodeType()).isEqualTo("cache.r5.large");
            assertThat(node.graviton()).contains("cache.r7g.large");
            assertThat(node.isInDefaultSubnetGroup()).isTrue();
            assertThat(node.tags().knownToBe(Map.of("Owner", "me"))).isTrue();
            assertThat(node.edges())
                    .containsExactly(new Edge(node.arn(), Relation.MEMBER_OF, new Arn(ARN + "replicationgroup:group")));
        }
    }

    @Test
    void whatIsLeftOutIsOff() {
        try (CannedAws aws = tagged().xml(GROUPS, groups(group("one", "available", ""), ""))
                .xml(CLUSTERS, clusters(cluster("one", "available", ""), ""))) {
            ReplicationGroup group = (ReplicationGroup)
                    aws.collect(ReplicationGroup.class).resources().get(0);
            assertThat(group.engine()).isEqualTo(Engine.REDIS);
            assertThat(group.atRestEncryption()).isFalse();
            assertThat(group.isTakingPlainConnections()).isTrue();
            assertThat(group.isAuthenticating()).isFalse();
            assertThat(group.snapshotRetentionDays()).isZero();
            assertThat(group.multiAz()).isFalse();
            assertThat(group.isUnreplicatedSomewhere()).isFalse();
            CacheCluster cluster =
                    (CacheCluster) aws.collect(CacheCluster.class).resources().get(0);
            assertThat(cluster.autoMinorVersionUpgrade()).isFalse();
            assertThat(cluster.isReplicated()).isFalse();
        }
    }

    @Test
    void whatWasSetIsRead() {
        try (CannedAws aws = tagged().xml(GROUPS, groups(group("one", "available", """
                        <Engine>valkey</Engine><AutomaticFailover>enabling</AutomaticFailover>
                        <AtRestEncryptionEnabled>true</AtRestEncryptionEnabled><KmsKeyId>arn:aws:kms:us-east-1:111122223333:key/k</KmsKeyId>
                        <TransitEncryptionEnabled>true</TransitEncryptionEnabled><TransitEncryptionMode>preferred</TransitEncryptionMode>
                        <UserGroupIds><member>app</member></UserGroupIds><SnapshotRetentionLimit>3</SnapshotRetentionLimit>
                        <MultiAZ>enabled</MultiAZ><NodeGroups>
                        <NodeGroup><NodeGroupId>0001</NodeGroupId><NodeGroupMembers><NodeGroupMember/><NodeGroupMember/></NodeGroupMembers></NodeGroup>
                        <NodeGroup><NodeGroupId>0002</NodeGroupId><NodeGroupMembers><NodeGroupMember/></NodeGroupMembers></NodeGroup>
                        </NodeGroups><MemberClusters><ClusterId>one-001</ClusterId></MemberClusters>"""), ""))) {
            ReplicationGroup group = (ReplicationGroup)
                    aws.collect(ReplicationGroup.class).resources().get(0);
            assertThat(group.engine()).isEqualTo(Engine.VALKEY);
            assertThat(group.failsOver()).isTrue();
            assertThat(group.isTakingPlainConnections()).isTrue();
            assertThat(group.isAuthenticating()).isTrue();
            assertThat(group.snapshotRetentionDays()).isEqualTo(3);
            assertThat(group.multiAz()).isTrue();
            assertThat(group.nodesOfShards()).containsExactly(2, 1);
            assertThat(group.isUnreplicatedSomewhere()).isTrue();
            assertThat(group.edges())
                    .containsExactly(
                            new Edge(
                                    group.arn(),
                                    Relation.ENCRYPTED_BY,
                                    new Arn("arn:aws:kms:us-east-1:111122223333:key/k")),
                            new Edge(group.arn(), Relation.CONTAINS, new Arn(ARN + "cluster:one-001")));
        }
    }

    private static CannedAws tagged() {
        return new CannedAws().xml("Action=ListTagsForResource", """
                <ListTagsForResourceResponse xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/"><ListTagsForResourceResult>
                <TagList><Tag><Key>Owner</Key><Value>me</Value></Tag></TagList>
                </ListTagsForResourceResult></ListTagsForResourceResponse>""");
    }

    private static String clusters(String clusters, String more) {
        return """
                <DescribeCacheClustersResponse xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/"><DescribeCacheClustersResult>
                <CacheClusters>%s</CacheClusters>%s</DescribeCacheClustersResult></DescribeCacheClustersResponse>""".formatted(clusters, more);
    }

    private static String cluster(String name, String status, String members) {
        return """
                <CacheCluster><CacheClusterId>%s</CacheClusterId><ARN>%scluster:%s</ARN><Engine>redis</Engine>
                <CacheNodeType>cache.r5.large</CacheNodeType><CacheClusterStatus>%s</CacheClusterStatus>%s</CacheCluster>""".formatted(name, ARN, name, status, members);
    }

    private static String groups(String groups, String more) {
        return """
                <DescribeReplicationGroupsResponse xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/">
                <DescribeReplicationGroupsResult><ReplicationGroups>%s</ReplicationGroups>%s</DescribeReplicationGroupsResult>
                </DescribeReplicationGroupsResponse>""".formatted(groups, more);
    }

    private static String group(String name, String status, String members) {
        return """
                <ReplicationGroup><ReplicationGroupId>%s</ReplicationGroupId><ARN>%sreplicationgroup:%s</ARN><Status>%s</Status>%s
                </ReplicationGroup>""".formatted(name, ARN, name, status, members);
    }
}

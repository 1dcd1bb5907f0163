package io.awsaudit.collectors.eks;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.eks.Cluster;
import io.awsaudit.inventory.eks.ClusterDescription;
import io.awsaudit.inventory.eks.Nodegroup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of Kubernetes clusters, with AWS's documented responses. */
class EksCollectorsTest {
    private static final String ARN = "arn:aws:eks:us-east-1:111122223333:";

    @Test
    void clustersComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json("GET /clusters ", "{\"clusters\":[\"one\",\"two\"],\"nextToken\":\"more\"}")
                .json("nextToken=more", "{\"clusters\":[\"three\"]}")
                .json("GET /clusters/one ", cluster("one", ""))
                .json("GET /clusters/two ", cluster("two", "").replace("ACTIVE", "DELETING"))
                .json("GET /clusters/three ", cluster("three", ""))) {
            assertThat(aws.collect(Cluster.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one", "three");
            assertThat(aws.requests()).noneMatch(request -> request.contains("include="));
        }
    }

    @Test
    void whatAClusterLeavesOutIsAsAwsMakesIt() {
        try (CannedAws aws = listed("")) {
            ClusterDescription cluster = only(aws);
            assertThat(ClusterDescription.OPEN).accepts(cluster);
            assertThat(cluster.endpointPrivateAccess()).isFalse();
            assertThat(cluster.logTypes()).isEmpty();
            assertThat(cluster.secretsEncrypted()).isFalse();
            assertThat(cluster.deletionProtection()).isFalse();
        }
    }

    @Test
    void whatWasSetOfAClusterIsRead() {
        try (CannedAws aws = new CannedAws()
                .json("GET /clusters ", "{\"clusters\":[\"one\"]}")
                .json("GET /clusters/one ", """
                        {"cluster":{"name":"one","arn":"%scluster/one","version":"1.33","status":"UPDATING","roleArn":"arn:aws:iam::111122223333:role/r",
                        "resourcesVpcConfig":{"vpcId":"vpc-1","securityGroupIds":["sg-2"],"clusterSecurityGroupId":"sg-1",
                        "endpointPublicAccess":true,"endpointPrivateAccess":true,"publicAccessCidrs":["203.0.113.0/24"]},
                        "logging":{"clusterLogging":[{"types":["audit","api"],"enabled":true},{"types":["scheduler"],"enabled":false}]},
                        "encryptionConfig":[{"resources":["secrets"],"provider":{"keyArn":"arn:aws:kms:us-east-1:111122223333:key/k"}}],
                        "deletionProtection":true,"tags":{"Owner":"me"}}}""".formatted(ARN))) {
            Cluster cluster = (Cluster) aws.collect(Cluster.class).resources().get(0);
            ClusterDescription description = cluster.description().asOptional().orElseThrow();
            assertThat(ClusterDescription.OPEN).rejects(description);
            assertThat(ClusterDescription.PUBLIC).accepts(description);
            assertThat(description.logTypes()).containsExactly("api", "audit");
            assertThat(description.deletionProtection()).isTrue();
            assertThat(cluster.lacksLogs(List.of("scheduler"))).isTrue();
            assertThat(cluster.lacksLogs(List.of("audit"))).isFalse();
            assertThat(cluster.tags().asOptional().orElseThrow()).containsEntry("Owner", "me");
            assertThat(cluster.edges())
                    .extracting(edge -> edge.relation() + " " + edge.to().lastSegment())
                    .containsExactly(
                            Relation.RUNS_AS + " r",
                            Relation.ENCRYPTED_BY + " k",
                            Relation.PROTECTED_BY + " sg-1",
                            Relation.PROTECTED_BY + " sg-2");
        }
    }

    @Test
    void aClusterWhoseDescriptionIsRefusedIsUnknown() {
        try (CannedAws aws = new CannedAws()
                .json("GET /clusters ", "{\"clusters\":[\"one\",\"two\"]}")
                .json("GET /clusters/two ", cluster("two", ""))
                .answer(
                        "GET /clusters/one ",
                        403,
                        "application/json",
                        "{\"__type\":\"AccessDeniedException\",\"message\":\"no\"}")) {
            List<Resource> clusters = aws.collect(Cluster.class).resources();
            assertThat(clusters).extracting(Resource::name).containsExactly("one", "two");
            assertThat(clusters)
                    .extracting(cluster -> ((Cluster) cluster).description().isKnown())
                    .containsExactly(false, true);
            assertThat(clusters.get(0).tags().unknownBecause().flatMap(Gap::action))
                    .contains("eks:DescribeCluster");
        }
    }

    @Test
    void nodeGroupsComePageByPageOfEachClusterAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json("GET /clusters ", "{\"clusters\":[\"one\",\"two\"]}")
                .json("GET /clusters/one/node-groups ", "{\"nodegroups\":[\"a\"],\"nextToken\":\"more\"}")
                .json("/one/node-groups?nextToken=more", "{\"nodegroups\":[\"b\"]}")
                .json("GET /clusters/two/node-groups ", "{\"nodegroups\":[\"c\"]}")
                .json("/node-groups/a ", nodegroup("one", "a", ""))
                .json("/node-groups/b ", nodegroup("one", "b", "").replace("ACTIVE", "DELETING"))
                .json("/node-groups/c ", nodegroup("two", "c", ""))) {
            assertThat(aws.collect(Nodegroup.class).resources())
                    .extracting(
                            Resource::name,
                            group -> ((Nodegroup) group).cluster().lastSegment())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("a", "one"),
                            org.assertj.core.groups.Tuple.tuple("c", "two"));
        }
    }

    @Test
    void remoteAccessWithoutSourcesIsOpen() {
        try (CannedAws aws = oneNodeGroup("\"version\":\"1.33\",\"remoteAccess\":{\"ec2SshKey\":\"admin\"},")) {
            Nodegroup nodes =
                    (Nodegroup) aws.collect(Nodegroup.class).resources().get(0);
            assertThat(nodes.opensRemoteAccess()).isTrue();
            assertThat(nodes.isFromLaunchTemplate()).isFalse();
        }
        try (CannedAws aws =
                oneNodeGroup("\"remoteAccess\":{\"ec2SshKey\":\"admin\",\"sourceSecurityGroups\":[\"sg-1\"]},")) {
            assertThat(((Nodegroup) aws.collect(Nodegroup.class).resources().get(0)).opensRemoteAccess())
                    .isFalse();
        }
    }

    @Test
    void aNodeGroupOfAnOwnImageHasNoVersion() {
        try (CannedAws aws = oneNodeGroup(
                "\"amiType\":\"CUSTOM\",\"launchTemplate\":{\"name\":\"t\",\"version\":\"1\",\"id\":\"lt-1\"},")) {
            Nodegroup nodes =
                    (Nodegroup) aws.collect(Nodegroup.class).resources().get(0);
            assertThat(nodes.isVersioned()).isFalse();
            assertThat(nodes.launchTemplate()).contains("lt-1");
            assertThat(nodes.opensRemoteAccess()).isFalse();
        }
    }

    private static CannedAws oneNodeGroup(String more) {
        return new CannedAws()
                .json("GET /clusters ", "{\"clusters\":[\"one\"]}")
                .json("GET /clusters/one/node-groups ", "{\"nodegroups\":[\"a\"]}")
                .json("/node-groups/a ", nodegroup("one", "a", more));
    }

    private static CannedAws listed(String more) {
        return new CannedAws()
                .json("GET /clusters ", "{\"clusters\":[\"one\"]}")
                .json("GET /clusters/one ", cluster("one", more));
    }

    private static ClusterDescription only(CannedAws aws) {
        return ((Cluster) aws.collect(Cluster.class).resources().get(0))
                .description()
                .asOptional()
                .orElseThrow();
    }

    private static String cluster(String name, String more) {
        return "{\"cluster\":{" + more + "\"name\":\"" + name + "\",\"arn\":\"" + ARN + "cluster/" + name
                + "\",\"version\":\"1.34\",\"status\":\"ACTIVE\",\"resourcesVpcConfig\":{}}}";
    }

    private static String nodegroup(String cluster, String name, String more) {
        return "{\"nodegroup\":{" + more + "\"nodegroupName\":\"" + name + "\",\"clusterName\":\"" + cluster
                + "\",\"nodegroupArn\":\"" + ARN + "nodegroup/" + cluster + "/" + name
                + "/0a\",\"status\":\"ACTIVE\"}}";
    }
}

package io.awsaudit.collectors.emr;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.emr.BlockPublicAccess;
import io.awsaudit.inventory.emr.Cluster;
import io.awsaudit.inventory.emr.SecurityConfiguration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the emulator cannot be brought to say of EMR, with AWS's documented responses: it does not list security configurations,
 * knows no idle time, and blocks public access whatever it is told.
 */
class EmrCollectorsTest {
    private static final String JSON = "application/x-amz-json-1.1";

    @Test
    void clustersThatLiveComePageByPageWithTheirPrimaryNodes() {
        try (CannedAws aws = new CannedAws()
                .json("ElasticMapReduce.ListClusters", "{\"Clusters\": [" + summary("j-1") + "], \"Marker\": \"more\"}")
                .json("\"Marker\":\"more\"", "{\"Clusters\": [" + summary("j-2") + "]}")
                .json("ElasticMapReduce.DescribeCluster", """
                    {"Cluster": {"Id": "j-1", "InstanceCollectionType": "INSTANCE_GROUP", "ReleaseLabel": "emr-7.5.0",
                    "LogUri": "s3://logs/", "AutoTerminate": false, "TerminationProtected": true,
                    "SecurityConfiguration": "all", "Ec2InstanceAttributes": {"Ec2SubnetId": "subnet-0a"},
                    "KerberosAttributes": {"Realm": "EC2.INTERNAL", "KdcAdminPassword": "hunter2"},
                    "Tags": [{"Key": "Owner", "Value": "me"}]}}\
                    """)
                .json("ElasticMapReduce.ListInstances", """
                    {"Instances": [{"Ec2InstanceId": "i-0a", "PublicIpAddress": "198.51.100.7"}], "Marker": "nodes"}\
                    """)
                .json(
                        "\"Marker\":\"nodes\"",
                        "{\"Instances\": [{\"Ec2InstanceId\": \"i-0b\", \"PublicIpAddress\": \"\"}]}")
                .json(
                        "ElasticMapReduce.GetAutoTerminationPolicy",
                        "{\"AutoTerminationPolicy\": {\"IdleTimeout\": 3600}}")) {
            List<Cluster> clusters = clusters(aws);
            assertThat(clusters).extracting(Resource::name).containsExactly("name of j-1", "name of j-2");
            Cluster cluster = clusters.get(0);
            assertThat(cluster.isAtWork()).isTrue();
            assertThat(cluster.tags().knownToBe(Map.of("Owner", "me"))).isTrue();
            assertThat(cluster.settings().knownNotTo(Cluster.UNPROTECTED)).isTrue();
            assertThat(cluster.settings().knownNotTo(Cluster.WITHOUT_LOGS)).isTrue();
            assertThat(cluster.settings().knownNotTo(Cluster.WITHOUT_KERBEROS)).isTrue();
            assertThat(cluster.settings().knownNotTo(Cluster.WITHOUT_SECURITY_CONFIGURATION))
                    .isTrue();
            assertThat(cluster.primaryNodes().map(Cluster.ADDRESSES).knownToBe(List.of("198.51.100.7")))
                    .isTrue();
            assertThat(cluster.primaryNodes().asOptional().orElseThrow()).hasSize(2);
            assertThat(cluster.idleTimeout().knownNotTo(Cluster.NEVER_ENDS)).isTrue();
            assertThat(cluster.edges()).hasSize(4);
            assertThat(cluster.toString()).doesNotContain("hunter2");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("ListClusters"))
                    .allMatch(request -> request.contains("WAITING") && !request.contains("TERMINATED"));
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("ListInstances"))
                    .allMatch(request -> request.contains("\"InstanceGroupTypes\":[\"MASTER\"]"));
        }
    }

    @Test
    void whatAClusterNeverHadIsKnownAndFleetsAreAskedForAsSuch() {
        try (CannedAws aws = new CannedAws()
                .json("ElasticMapReduce.ListClusters", "{\"Clusters\": [" + summary("j-1") + "]}")
                .json(
                        "ElasticMapReduce.DescribeCluster",
                        "{\"Cluster\": {\"Id\": \"j-1\", \"InstanceCollectionType\": \"INSTANCE_FLEET\","
                                + " \"KerberosAttributes\": {}}}")
                .json("ElasticMapReduce.ListInstances", "{\"Instances\": []}")
                .json("ElasticMapReduce.GetAutoTerminationPolicy", "{}")) {
            Cluster cluster = clusters(aws).get(0);
            assertThat(cluster.settings().knownTo(Cluster.UNPROTECTED)).isTrue();
            assertThat(cluster.settings().knownTo(Cluster.WITHOUT_LOGS)).isTrue();
            assertThat(cluster.settings().knownTo(Cluster.WITHOUT_KERBEROS)).isTrue();
            assertThat(cluster.settings().knownTo(Cluster.WITHOUT_SECURITY_CONFIGURATION))
                    .isTrue();
            assertThat(cluster.primaryNodes().knownTo(Cluster.WITHOUT_PRIMARY)).isTrue();
            assertThat(cluster.idleTimeout().knownTo(Cluster.NEVER_ENDS)).isTrue();
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("ListInstances"))
                    .allMatch(request -> request.contains("\"InstanceFleetType\":\"MASTER\""));
        }
    }

    @Test
    void nodesOfAClusterThatCannotBeDescribedAreUnknown() {
        try (CannedAws aws = new CannedAws()
                .json("ElasticMapReduce.ListClusters", "{\"Clusters\": [" + summary("j-1") + "]}")
                .answer("ElasticMapReduce.DescribeCluster", 400, JSON, "{\"__type\": \"AccessDeniedException\"}")
                .json("ElasticMapReduce.GetAutoTerminationPolicy", "{}")) {
            Cluster cluster = clusters(aws).get(0);
            assertThat(cluster.settings().isKnown()).isFalse();
            assertThat(cluster.tags().isKnown()).isFalse();
            assertThat(cluster.primaryNodes().isKnown()).isFalse();
            assertThat(aws.requests()).noneMatch(request -> request.contains("ListInstances"));
        }
    }

    @Test
    void securityConfigurationsComePageByPageAndAskForWhatTheyMention() {
        try (CannedAws aws = new CannedAws()
                .json(
                        "ElasticMapReduce.ListSecurityConfigurations",
                        "{\"SecurityConfigurations\": [{\"Name\": \"all\"}], \"Marker\": \"more\"}")
                .json("\"Marker\":\"more\"", "{\"SecurityConfigurations\": [{\"Name\": \"kerberos\"}]}")
                .json("\"Name\":\"all\"", """
                    {"Name": "all", "SecurityConfiguration": "{\\"EncryptionConfiguration\\": {\\"EnableAtRestEncryption\\": true,\
                    \\"EnableInTransitEncryption\\": true}, \\"InstanceMetadataServiceConfiguration\\":\
                    {\\"MinimumInstanceMetadataServiceVersion\\": 2}}"}\
                    """)
                .json("\"Name\":\"kerberos\"", """
                    {"Name": "kerberos", "SecurityConfiguration":
                    "{\\"AuthenticationConfiguration\\": {\\"KerberosConfiguration\\": {}}}"}\
                    """)) {
            List<Observed> observed = new java.util.ArrayList<>();
            for (Resource resource : aws.collect(SecurityConfiguration.class).resources()) {
                SecurityConfiguration.Settings settings = ((SecurityConfiguration) resource)
                        .settings()
                        .asOptional()
                        .orElseThrow();
                observed.add(new Observed(
                        resource.name(),
                        settings.encryptedAtRest(),
                        settings.encryptedInTransit(),
                        settings.metadataV2Required()));
            }
            assertThat(observed)
                    .containsExactly(
                            new Observed("all", true, true, true), new Observed("kerberos", false, false, false));
        }
    }

    @Test
    void aConfigurationThatIsNoObjectIsUnknown() {
        try (CannedAws aws = new CannedAws()
                .json(
                        "ElasticMapReduce.ListSecurityConfigurations",
                        "{\"SecurityConfigurations\": [{\"Name\": \"all\"}]}")
                .json("\"Name\":\"all\"", "{\"Name\": \"all\", \"SecurityConfiguration\": \"[]\"}")) {
            assertThat(((SecurityConfiguration) aws.collect(SecurityConfiguration.class)
                                    .resources()
                                    .get(0))
                            .settings()
                            .isKnown())
                    .isFalse();
        }
    }

    @Test
    void permittedPortsAreReadAsRanges() {
        try (CannedAws aws = new CannedAws().json("ElasticMapReduce.GetBlockPublicAccessConfiguration", """
            {"BlockPublicAccessConfiguration": {"BlockPublicSecurityGroupRules": true,
            "PermittedPublicSecurityGroupRuleRanges": [{"MinRange": 22}, {"MinRange": 8088, "MaxRange": 8090}]},
            "BlockPublicAccessConfigurationMetadata": {"CreatedByArn": "arn:aws:iam::111122223333:root"}}\
            """)) {
            BlockPublicAccess block = (BlockPublicAccess)
                    aws.collect(BlockPublicAccess.class).resources().get(0);
            assertThat(block.configuration().asOptional().orElseThrow().permitted())
                    .extracting(range -> range.words())
                    .containsExactly("22", "8088-8090");
            assertThat(block.isOpenBeyond(List.of("22"))).isTrue();
        }
    }

    @Test
    void anAnswerWithoutWhetherItBlocksIsNone() {
        try (CannedAws aws = new CannedAws()
                .json(
                        "ElasticMapReduce.GetBlockPublicAccessConfiguration",
                        "{\"BlockPublicAccessConfiguration\": {}}")) {
            assertThat(((BlockPublicAccess) aws.collect(BlockPublicAccess.class)
                                    .resources()
                                    .get(0))
                            .configuration()
                            .isKnown())
                    .isFalse();
        }
    }

    /** What a configuration asks for. */
    private record Observed(String name, boolean atRest, boolean inTransit, boolean metadata) {}

    private static List<Cluster> clusters(CannedAws aws) {
        return aws.collect(Cluster.class).resources().stream()
                .map(Cluster.class::cast)
                .toList();
    }

    private static String summary(String id) {
        return "{\"Id\": \"" + id + "\", \"Name\": \"name of " + id
                + "\", \"Status\": {\"State\": \"WAITING\"}, \"ClusterArn\":"
                + " \"arn:aws:elasticmapreduce:us-east-1:111122223333:cluster/" + id + "\"}";
    }
}

package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.CreateClusterRequest;
import software.amazon.awssdk.services.redshift.model.Tag;

/**
 * Data warehouses.
 *
 * <p>The hardened account has no cluster: moto knows none in two zones, and lets nobody change a parameter, so that none
 * requires TLS.
 */
final class RedshiftSeeds implements Seeds {
    private static final Tag OWNER = Tag.builder().key("Owner").value("data").build();

    @Override
    public void insecure(EmulatedAccount account) {
        RedshiftClient redshift = account.client(RedshiftClient.builder());
        redshift.createClusterSubnetGroup(request -> request.clusterSubnetGroupName("insecure-one-zone")
                .description("one zone")
                .subnetIds(VpcSeeds.insecureSubnet(account)));
        redshift.createClusterParameterGroup(request -> request.parameterGroupName("insecure-untagged")
                .parameterGroupFamily("redshift-1.0")
                .description("no tags"));
        redshift.createCluster(bare("insecure-bare")
                .nodeType("dc2.large")
                .clusterType("single-node")
                .numberOfNodes(null)
                .masterUsername("awsuser")
                .clusterSubnetGroupName("insecure-one-zone")
                .vpcSecurityGroupIds(VpcSeeds.insecureGroup(account))
                .port(22) // that of the rule that the group has
                .publiclyAccessible(true)
                .encrypted(false)
                .enhancedVpcRouting(false)
                .allowVersionUpgrade(false)
                .automatedSnapshotRetentionPeriod(1)
                .build());
        redshift.createCluster(bare("insecure-plain-connections-and-one-zone")
                .masterUsername("keeper")
                .clusterSubnetGroupName("insecure-one-zone")
                .publiclyAccessible(false)
                .encrypted(true)
                .enhancedVpcRouting(true)
                .allowVersionUpgrade(true)
                .automatedSnapshotRetentionPeriod(14)
                .tags(OWNER)
                .build());
        redshift.enableLogging(request -> request.clusterIdentifier("insecure-plain-connections-and-one-zone")
                .logDestinationType("cloudwatch")
                .logExports("connectionlog", "useractivitylog", "userlog"));
        redshift.createClusterSnapshot(
                request -> request.clusterIdentifier("insecure-bare").snapshotIdentifier("insecure-plain-snapshot"));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        RedshiftClient redshift = account.client(RedshiftClient.builder());
        redshift.createClusterSubnetGroup(request -> request.clusterSubnetGroupName("hardened-private")
                .description("two zones")
                .subnetIds(VpcSeeds.hardenedSubnets(account))
                .tags(OWNER));
        redshift.createClusterParameterGroup(request -> request.parameterGroupName("hardened-parameters")
                .parameterGroupFamily("redshift-2.0")
                .description("ours")
                .tags(OWNER));
    }

    private static CreateClusterRequest.Builder bare(String name) {
        return CreateClusterRequest.builder()
                .clusterIdentifier(name)
                .nodeType("ra3.xlplus")
                .clusterType("multi-node")
                .numberOfNodes(2)
                .masterUserPassword("Not-a-secret-1");
    }
}

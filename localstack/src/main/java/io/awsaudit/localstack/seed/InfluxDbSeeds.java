package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.timestreaminfluxdb.TimestreamInfluxDbClient;
import software.amazon.awssdk.services.timestreaminfluxdb.model.CreateDbClusterRequest;
import software.amazon.awssdk.services.timestreaminfluxdb.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.timestreaminfluxdb.model.DbInstanceType;
import software.amazon.awssdk.services.timestreaminfluxdb.model.DeploymentType;
import software.amazon.awssdk.services.timestreaminfluxdb.model.FailoverMode;

/** Instances and clusters of Timestream for InfluxDB. */
final class InfluxDbSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        create(
                account,
                instance("insecure-measurements", VpcSeeds.insecureSubnets(account), VpcSeeds.insecureGroup(account))
                        .publiclyAccessible(true)
                        .deploymentType(DeploymentType.SINGLE_AZ));
        create(
                account,
                cluster("insecure-replicas", VpcSeeds.insecureSubnets(account), VpcSeeds.insecureGroup(account))
                        .publiclyAccessible(true)
                        .failoverMode(FailoverMode.NO_FAILOVER));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        create(
                account,
                instance("hardened-measurements", VpcSeeds.hardenedSubnets(account), VpcSeeds.hardenedGroup(account))
                        .publiclyAccessible(false)
                        .deploymentType(DeploymentType.WITH_MULTIAZ_STANDBY)
                        .logDeliveryConfiguration(logs -> logs.s3Configuration(bucket ->
                                bucket.bucketName("hardened-measurement-logs").enabled(true)))
                        .tags(Map.of("Owner", "data")));
        create(
                account,
                cluster("hardened-replicas", VpcSeeds.hardenedSubnets(account), VpcSeeds.hardenedGroup(account))
                        .publiclyAccessible(false)
                        .failoverMode(FailoverMode.AUTOMATIC)
                        .logDeliveryConfiguration(logs -> logs.s3Configuration(bucket ->
                                bucket.bucketName("hardened-measurement-logs").enabled(true)))
                        .tags(Map.of("Owner", "data")));
    }

    private static CreateDbInstanceRequest.Builder instance(String name, List<String> subnets, String group) {
        return CreateDbInstanceRequest.builder()
                .name(name)
                .password("not-a-secret")
                .dbInstanceType(DbInstanceType.DB_INFLUX_LARGE)
                .allocatedStorage(20)
                .vpcSubnetIds(subnets)
                .vpcSecurityGroupIds(group);
    }

    private static CreateDbClusterRequest.Builder cluster(String name, List<String> subnets, String group) {
        return CreateDbClusterRequest.builder()
                .name(name)
                .password("not-a-secret")
                .dbInstanceType(DbInstanceType.DB_INFLUX_LARGE)
                .allocatedStorage(20)
                .vpcSubnetIds(subnets)
                .vpcSecurityGroupIds(group);
    }

    private static void create(EmulatedAccount account, CreateDbClusterRequest.Builder request) {
        account.client(TimestreamInfluxDbClient.builder()).createDbCluster(request.build());
    }

    private static void create(EmulatedAccount account, CreateDbInstanceRequest.Builder request) {
        account.client(TimestreamInfluxDbClient.builder()).createDbInstance(request.build());
    }
}

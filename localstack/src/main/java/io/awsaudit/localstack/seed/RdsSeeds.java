package io.awsaudit.localstack.seed;

import java.util.List;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.ApplyMethod;
import software.amazon.awssdk.services.rds.model.AuthScheme;
import software.amazon.awssdk.services.rds.model.CreateDbClusterRequest;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.EngineFamily;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.rds.model.UserAuthConfig;

/**
 * Databases, their parameters, proxies and event subscriptions, and their snapshots.
 *
 * <p>moto says of a cluster that it is in several zones once it has members in them; it tells of no certificate when that
 * expires.
 */
final class RdsSeeds implements Seeds {
    private static final List<Tag> OWNER =
            List.of(Tag.builder().key("Owner").value("data").build());

    @Override
    public void insecure(EmulatedAccount account) {
        RdsClient rds = account.client(RdsClient.builder());
        subnetGroup(rds, "insecure-public", List.of(VpcSeeds.insecureSubnet(account)));
        parameterGroup(rds, "insecure-plain-connections", "postgres16", "rds.force_ssl", "0");
        rds.createDBInstance(instance("insecure-bare", "postgres")
                .dbInstanceClass("db.m4.large")
                .storageType("gp2")
                .publiclyAccessible(true)
                .dbSubnetGroupName("insecure-public")
                .vpcSecurityGroupIds(VpcSeeds.insecureGroup(account))
                .dbParameterGroupName("insecure-plain-connections")
                .caCertificateIdentifier("rds-ca-2019")
                .multiAZ(false)
                .storageEncrypted(false)
                .autoMinorVersionUpgrade(false)
                .backupRetentionPeriod(0)
                .deletionProtection(false)
                .build());
        plain(account, rds, "insecure-mariadb", "mariadb", "10.11.14");
        plain(account, rds, "insecure-mysql", "mysql", "8.4.6");
        plain(account, rds, "insecure-sqlserver", "sqlserver-se", "16.00.4215.2.v1");
        rds.createDBSnapshot(request ->
                request.dbInstanceIdentifier("insecure-bare").dbSnapshotIdentifier("insecure-public-snapshot"));
        rds.modifyDBSnapshotAttribute(request -> request.dbSnapshotIdentifier("insecure-public-snapshot")
                .attributeName("restore")
                .valuesToAdd("all"));
        rds.createDBCluster(bareCluster("insecure-cluster", "aurora-mysql"));
        rds.createDBCluster(bareCluster("insecure-postgres-cluster", "aurora-postgresql"));
        rds.createDBCluster(bareCluster("insecure-first-serverless", "aurora-mysql").toBuilder()
                .engineMode("serverless")
                .build());
        rds.createDBCluster(bareCluster("insecure-multi-az", "postgres").toBuilder()
                .dbClusterInstanceClass("db.m7g.large")
                .allocatedStorage(100)
                .autoMinorVersionUpgrade(false)
                .build());
        rds.createDBClusterSnapshot(request -> request.dbClusterIdentifier("insecure-cluster")
                .dbClusterSnapshotIdentifier("insecure-public-cluster-snapshot"));
        rds.modifyDBClusterSnapshotAttribute(
                request -> request.dbClusterSnapshotIdentifier("insecure-public-cluster-snapshot")
                        .attributeName("restore")
                        .valuesToAdd("all"));
        rds.createGlobalCluster(request ->
                request.globalClusterIdentifier("insecure-old-global").engine("aurora-mysql"));
        rds.createDBCluster(bareCluster("insecure-global-writer", "aurora-mysql").toBuilder()
                .globalClusterIdentifier("insecure-old-global")
                .build());
        rds.createDBProxy(request -> request.dbProxyName("insecure-plain-proxy")
                .engineFamily(EngineFamily.POSTGRESQL)
                .auth(secret(account))
                .roleArn(role(account, "rds-proxy"))
                .vpcSubnetIds(VpcSeeds.insecureSubnet(account))
                .requireTLS(false)
                .debugLogging(true));
        rds.createEventSubscription(request -> request.subscriptionName("insecure-disabled")
                .snsTopicArn(topic(account))
                .enabled(false));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        RdsClient rds = account.client(RdsClient.builder());
        subnetGroup(rds, "hardened-private", VpcSeeds.hardenedSubnets(account));
        parameterGroup(rds, "hardened-parameters", "postgres17", "rds.force_ssl", "1");
        rds.createDBInstance(watched(account, "hardened-database", "postgres")
                .engineVersion("17.6")
                .port(15432)
                .allocatedStorage(20)
                .maxAllocatedStorage(100)
                .storageType("gp3")
                .masterUsername("keeper")
                .masterUserPassword("not-a-secret")
                .publiclyAccessible(false)
                .multiAZ(true)
                .dbSubnetGroupName("hardened-private")
                .vpcSecurityGroupIds(VpcSeeds.hardenedGroup(account))
                .dbParameterGroupName("hardened-parameters")
                .enableCloudwatchLogsExports("postgresql", "upgrade")
                .enableIAMDatabaseAuthentication(true)
                .copyTagsToSnapshot(true)
                .storageEncrypted(true)
                .kmsKeyId(KmsSeeds.hardenedKey(account))
                .backupRetentionPeriod(14)
                .deletionProtection(true)
                .build());
        rds.createDBSnapshot(request -> request.dbInstanceIdentifier("hardened-database")
                .dbSnapshotIdentifier("hardened-snapshot")
                .tags(OWNER));
        hardenedCluster(account, rds);
        rds.createDBProxy(request -> request.dbProxyName("hardened-proxy")
                .engineFamily(EngineFamily.POSTGRESQL)
                .auth(secret(account))
                .roleArn(role(account, "rds-proxy"))
                .vpcSubnetIds(VpcSeeds.hardenedSubnets(account))
                .vpcSecurityGroupIds(VpcSeeds.hardenedGroup(account))
                .requireTLS(true)
                .debugLogging(false));
        rds.createEventSubscription(request -> request.subscriptionName("hardened-all-events")
                .snsTopicArn(topic(account))
                .enabled(true));
    }

    private static void hardenedCluster(EmulatedAccount account, RdsClient rds) {
        rds.createDBClusterParameterGroup(request -> request.dbClusterParameterGroupName("hardened-cluster-parameters")
                .dbParameterGroupFamily("aurora-mysql8.0")
                .description("audited, and with TLS"));
        rds.modifyDBClusterParameterGroup(request -> request.dbClusterParameterGroupName("hardened-cluster-parameters")
                .parameters(
                        parameter("require_secure_transport", "ON"),
                        parameter("server_audit_logging", "1"),
                        parameter("server_audit_events", "CONNECT,QUERY_DCL")));
        rds.createDBCluster(request -> request.dbClusterIdentifier("hardened-cluster")
                .engine("aurora-mysql")
                .engineVersion("8.0.mysql_aurora.3.10.1")
                .port(13306)
                .masterUsername("keeper")
                .masterUserPassword("not-a-secret")
                .dbSubnetGroupName("hardened-private")
                .vpcSecurityGroupIds(VpcSeeds.hardenedGroup(account))
                .dbClusterParameterGroupName("hardened-cluster-parameters")
                .enableCloudwatchLogsExports("audit", "error", "general", "slowquery")
                .enableIAMDatabaseAuthentication(true)
                .backtrackWindow(86_400L)
                .copyTagsToSnapshot(true)
                .storageEncrypted(true)
                .kmsKeyId(KmsSeeds.hardenedKey(account))
                .backupRetentionPeriod(14)
                .deletionProtection(true)
                .tags(OWNER));
        for (String zone : List.of("a", "b")) {
            rds.createDBInstance(watched(account, "hardened-member-" + zone, "aurora-mysql")
                    .dbClusterIdentifier("hardened-cluster")
                    .availabilityZone(EmulatedAccount.HOME.id() + zone)
                    .publiclyAccessible(false)
                    .build());
        }
    }

    /** With nothing but connections without TLS and unpublished logs wrong with it, as far as the engine has either. */
    private static void plain(EmulatedAccount account, RdsClient rds, String name, String engine, String version) {
        rds.createDBInstance(watched(account, name, engine)
                .dbInstanceClass("db.m5.large")
                .engineVersion(version)
                .port(10000)
                .allocatedStorage(20)
                .storageType("gp3")
                .masterUsername("keeper")
                .masterUserPassword("not-a-secret")
                .publiclyAccessible(false)
                .multiAZ(true)
                .vpcSecurityGroupIds(VpcSeeds.insecureGroup(account))
                .enableIAMDatabaseAuthentication(true)
                .copyTagsToSnapshot(true)
                .storageEncrypted(true)
                .backupRetentionPeriod(14)
                .deletionProtection(true)
                .build());
    }

    private static CreateDbInstanceRequest.Builder instance(String name, String engine) {
        return CreateDbInstanceRequest.builder()
                .dbInstanceIdentifier(name)
                .engine(engine)
                .allocatedStorage(20)
                .storageType("gp3")
                .masterUsername("postgres")
                .masterUserPassword("not-a-secret");
    }

    private static CreateDbInstanceRequest.Builder watched(EmulatedAccount account, String name, String engine) {
        return CreateDbInstanceRequest.builder()
                .dbInstanceIdentifier(name)
                .engine(engine)
                .dbInstanceClass("db.m7g.large")
                .caCertificateIdentifier("rds-ca-rsa2048-g1")
                .autoMinorVersionUpgrade(true)
                .monitoringInterval(60)
                .monitoringRoleArn(role(account, "rds-monitoring"))
                .tags(OWNER);
    }

    private static CreateDbClusterRequest bareCluster(String name, String engine) {
        return CreateDbClusterRequest.builder()
                .dbClusterIdentifier(name)
                .engine(engine)
                .masterUsername("admin")
                .masterUserPassword("not-a-secret")
                .storageEncrypted(false)
                .backupRetentionPeriod(1)
                .deletionProtection(false)
                .build();
    }

    private static void subnetGroup(RdsClient rds, String name, List<String> subnets) {
        rds.createDBSubnetGroup(request ->
                request.dbSubnetGroupName(name).dbSubnetGroupDescription(name).subnetIds(subnets));
    }

    private static void parameterGroup(RdsClient rds, String name, String family, String parameter, String value) {
        rds.createDBParameterGroup(request -> request.dbParameterGroupName(name)
                .dbParameterGroupFamily(family)
                .description(name));
        rds.modifyDBParameterGroup(
                request -> request.dbParameterGroupName(name).parameters(parameter(parameter, value)));
    }

    static Parameter parameter(String name, String value) {
        return Parameter.builder()
                .parameterName(name)
                .parameterValue(value)
                .applyMethod(ApplyMethod.IMMEDIATE)
                .build();
    }

    private static UserAuthConfig secret(EmulatedAccount account) {
        return UserAuthConfig.builder()
                .authScheme(AuthScheme.SECRETS)
                .secretArn("arn:aws:secretsmanager:%s:%s:secret:database".formatted(EmulatedAccount.HOME, account.id()))
                .build();
    }

    private static String role(EmulatedAccount account, String name) {
        return "arn:aws:iam::%s:role/%s".formatted(account.id(), name);
    }

    private static String topic(EmulatedAccount account) {
        return "arn:aws:sns:%s:%s:database-events".formatted(EmulatedAccount.HOME, account.id());
    }
}

package io.awsaudit.localstack.seed;

import java.util.List;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * Databases and their snapshots.
 *
 * <p>The hardened account has no cluster: moto says of each that it is in one zone.
 */
final class RdsSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        RdsClient rds = account.client(RdsClient.builder());
        rds.createDBInstance(instance("insecure-bare")
                .dbInstanceClass("db.m4.large")
                .publiclyAccessible(true)
                .vpcSecurityGroupIds(VpcSeeds.insecureGroup(account))
                .multiAZ(false)
                .storageEncrypted(false)
                .autoMinorVersionUpgrade(false)
                .backupRetentionPeriod(0)
                .deletionProtection(false)
                .build());
        rds.createDBSnapshot(request ->
                request.dbInstanceIdentifier("insecure-bare").dbSnapshotIdentifier("insecure-public-snapshot"));
        rds.modifyDBSnapshotAttribute(request -> request.dbSnapshotIdentifier("insecure-public-snapshot")
                .attributeName("restore")
                .valuesToAdd("all"));
        rds.createDBCluster(request -> request.dbClusterIdentifier("insecure-cluster")
                .engine("aurora-mysql")
                .masterUsername("admin")
                .masterUserPassword("not-a-secret")
                .storageEncrypted(false)
                .backupRetentionPeriod(1)
                .deletionProtection(false));
        rds.createDBClusterSnapshot(request -> request.dbClusterIdentifier("insecure-cluster")
                .dbClusterSnapshotIdentifier("insecure-public-cluster-snapshot"));
        rds.modifyDBClusterSnapshotAttribute(
                request -> request.dbClusterSnapshotIdentifier("insecure-public-cluster-snapshot")
                        .attributeName("restore")
                        .valuesToAdd("all"));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        RdsClient rds = account.client(RdsClient.builder());
        rds.createDBInstance(instance("hardened-database")
                .dbInstanceClass("db.m7g.large")
                .publiclyAccessible(false)
                .multiAZ(true)
                .vpcSecurityGroupIds(VpcSeeds.hardenedGroup(account))
                .storageEncrypted(true)
                .kmsKeyId(KmsSeeds.hardenedKey(account))
                .autoMinorVersionUpgrade(true)
                .backupRetentionPeriod(14)
                .deletionProtection(true)
                .tags(List.of(Tag.builder().key("Owner").value("data").build()))
                .build());
        rds.createDBSnapshot(
                request -> request.dbInstanceIdentifier("hardened-database").dbSnapshotIdentifier("hardened-snapshot"));
    }

    private static CreateDbInstanceRequest.Builder instance(String name) {
        return CreateDbInstanceRequest.builder()
                .dbInstanceIdentifier(name)
                .engine("postgres")
                .allocatedStorage(20)
                .storageType("gp3")
                .masterUsername("postgres")
                .masterUserPassword("not-a-secret");
    }
}

package io.awsaudit.localstack.seed;

import java.util.List;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.CreateDbClusterRequest;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * Graph databases, through RDS's API; moto has no DocumentDB.
 *
 * <p>moto refuses sign-in with IAM to whatever is not Aurora, so that no graph database there has nothing wrong with it.
 */
final class NeptuneSeeds implements Seeds {
    private static final List<Tag> OWNER =
            List.of(Tag.builder().key("Owner").value("data").build());

    @Override
    public void insecure(EmulatedAccount account) {
        RdsClient rds = account.client(RdsClient.builder());
        rds.createDBCluster(cluster("insecure-graph")
                .storageEncrypted(false)
                .backupRetentionPeriod(1)
                .deletionProtection(false)
                .copyTagsToSnapshot(false)
                .build());
        rds.createDBClusterSnapshot(request -> request.dbClusterIdentifier("insecure-graph")
                .dbClusterSnapshotIdentifier("insecure-public-graph-snapshot"));
        rds.modifyDBClusterSnapshotAttribute(
                request -> request.dbClusterSnapshotIdentifier("insecure-public-graph-snapshot")
                        .attributeName("restore")
                        .valuesToAdd("all"));
        rds.createDBClusterParameterGroup(request -> request.dbClusterParameterGroupName("insecure-audited-graph")
                .dbParameterGroupFamily("neptune1.3")
                .description("audited")
                .tags(OWNER));
        rds.modifyDBClusterParameterGroup(request -> request.dbClusterParameterGroupName("insecure-audited-graph")
                .parameters(RdsSeeds.parameter("neptune_enable_audit_log", "1")));
        rds.createDBCluster(cluster("insecure-graph-without-iam")
                .dbClusterParameterGroupName("insecure-audited-graph")
                .enableCloudwatchLogsExports("audit")
                .storageEncrypted(true)
                .backupRetentionPeriod(14)
                .deletionProtection(true)
                .copyTagsToSnapshot(true)
                .tags(OWNER)
                .build());
        for (String zone : List.of("a", "b")) {
            rds.createDBInstance(request -> request.dbInstanceIdentifier("insecure-graph-" + zone)
                    .engine("neptune")
                    .dbClusterIdentifier("insecure-graph-without-iam")
                    .dbInstanceClass(zone.equals("a") ? "db.r5.large" : "db.r6g.large")
                    .availabilityZone(EmulatedAccount.HOME.id() + zone)
                    .publiclyAccessible(zone.equals("a"))
                    .autoMinorVersionUpgrade(zone.equals("b"))
                    .tags(zone.equals("a") ? List.of() : OWNER));
        }
    }

    @Override
    public void hardened(EmulatedAccount account) {}

    private static CreateDbClusterRequest.Builder cluster(String name) {
        return CreateDbClusterRequest.builder().dbClusterIdentifier(name).engine("neptune");
    }
}

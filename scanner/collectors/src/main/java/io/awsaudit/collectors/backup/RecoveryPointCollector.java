package io.awsaudit.collectors.backup;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.backup.RecoveryPoint;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;
import software.amazon.awssdk.services.backup.model.RecoveryPointByBackupVault;
import software.amazon.awssdk.services.backup.model.RecoveryPointStatus;

/**
 * Reads what is in the backup vaults of a region, vault after vault. The number of recovery points that the listing of vaults
 * gives is, AWS says, approximate, and spares no call.
 */
final class RecoveryPointCollector implements Collector<RecoveryPoint> {
    private static final Detail TAGS = Detail.of(RecoveryPoint.class, "tags", Backup.LIST_TAGS);
    private static final Operation LIST_RECOVERY_POINTS = Operation.of("backup:ListRecoveryPointsByBackupVault")
            .pages(Backup.PAGE)
            .per("vault");

    @Override
    public Set<Class<? extends RecoveryPoint>> yields() {
        return Set.of(RecoveryPoint.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Backup.LIST_VAULTS, LIST_RECOVERY_POINTS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<RecoveryPoint> collect(Reads reads) {
        BackupClient backup = reads.client(Backup.BACKUP);
        Stream<RecoveryPointByBackupVault> points = Backup.vaults(reads)
                .map(BackupVaultListMember::backupVaultName)
                .flatMap(vault -> reads.pages(
                        LIST_RECOVERY_POINTS,
                        () -> backup.listRecoveryPointsByBackupVaultPaginator(request ->
                                        request.backupVaultName(vault).maxResults(Backup.PAGE))
                                .recoveryPoints()))
                .filter(point -> point.status() != RecoveryPointStatus.DELETING);
        return reads.each(
                RecoveryPoint.class,
                points,
                point -> new Arn(point.recoveryPointArn()),
                point -> read(point, backup, reads));
    }

    private static RecoveryPoint read(RecoveryPointByBackupVault point, BackupClient backup, Reads reads) {
        Arn arn = new Arn(point.recoveryPointArn());
        return new RecoveryPoint(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        arn.lastSegment(),
                        reads.observe(TAGS, arn, () -> Backup.tags(arn, backup))),
                new Arn(point.backupVaultArn()),
                Backup.arn(point.resourceArn()),
                Backup.orEmpty(point.resourceType()),
                Backup.orEmpty(point.statusAsString()),
                Boolean.TRUE.equals(point.isEncrypted()),
                Backup.arn(point.encryptionKeyArn()),
                Backup.deleteAfterDays(point.lifecycle()),
                Backup.arn(point.parentRecoveryPointArn()));
    }
}

package io.awsaudit.collectors.backup;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.backup.BackupVault;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;

/** Reads backup vaults, and of each its policy and its tags. */
final class BackupVaultCollector implements Collector<BackupVault> {
    private static final Detail POLICY = Detail.of(BackupVault.class, "policy", "backup:GetBackupVaultAccessPolicy");
    private static final Detail TAGS = Detail.of(BackupVault.class, "tags", Backup.LIST_TAGS);

    @Override
    public Set<Class<? extends BackupVault>> yields() {
        return Set.of(BackupVault.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Backup.LIST_VAULTS);
    }

    @Override
    public List<Detail> details() {
        return List.of(POLICY, TAGS);
    }

    @Override
    public Stream<BackupVault> collect(Reads reads) {
        BackupClient backup = reads.client(Backup.BACKUP);
        return reads.each(
                BackupVault.class,
                Backup.vaults(reads),
                vault -> new Arn(vault.backupVaultArn()),
                vault -> read(vault, backup, reads));
    }

    private static BackupVault read(BackupVaultListMember vault, BackupClient backup, Reads reads) {
        Arn arn = new Arn(vault.backupVaultArn());
        String name = vault.backupVaultName();
        return new BackupVault(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        name,
                        reads.observe(TAGS, arn, () -> Backup.tags(arn, backup))),
                Backup.arn(vault.encryptionKeyArn()),
                Backup.orEmpty(vault.vaultTypeAsString()),
                Boolean.TRUE.equals(vault.locked()),
                reads.observe(POLICY, arn, () -> policyOf(name, backup)));
    }

    private static Policy policyOf(String name, BackupClient backup) {
        return Answers.orIfAbsent(
                        () -> Optional.of(backup.getBackupVaultAccessPolicy(request -> request.backupVaultName(name))
                                .policy()),
                        Optional.<String>empty(),
                        "ResourceNotFoundException")
                .map(Policies::parse)
                .orElse(Policy.NONE);
    }
}

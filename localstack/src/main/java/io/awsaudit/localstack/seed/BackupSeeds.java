package io.awsaudit.localstack.seed;

import java.util.Map;
import software.amazon.awssdk.services.backup.BackupClient;

/** Backup vaults. moto knows neither their policies nor what is in them. */
final class BackupSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        vault(account, "insecure-unlocked", "arn:aws:kms:" + EmulatedAccount.HOME.id() + ":" + account.id() + ":key/0a");
    }

    @Override
    public void hardened(EmulatedAccount account) {
        vault(account, "hardened-vault", KmsSeeds.hardenedKey(account));
        account.client(BackupClient.builder())
                .putBackupVaultLockConfiguration(request -> request.backupVaultName("hardened-vault")
                        .minRetentionDays(7L)
                        .maxRetentionDays(365L));
    }

    private static void vault(EmulatedAccount account, String name, String key) {
        account.client(BackupClient.builder())
                .createBackupVault(request -> request.backupVaultName(name)
                        .encryptionKeyArn(key)
                        .backupVaultTags(Map.of("Owner", "data")));
    }
}

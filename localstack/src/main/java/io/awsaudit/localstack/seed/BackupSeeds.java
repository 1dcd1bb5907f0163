package io.awsaudit.localstack.seed;

import java.util.Map;
import software.amazon.awssdk.services.backup.BackupClient;

/** Backup vaults and plans. Of vaults moto knows neither their policies nor what is in them. */
final class BackupSeeds implements Seeds {
    private static final Map<String, String> TAGS = Map.of("Owner", "data");

    @Override
    public void insecure(EmulatedAccount account) {
        String key = "arn:aws:kms:" + EmulatedAccount.HOME.id() + ":" + account.id() + ":key/0a";
        vault(account, "insecure-unlocked", key, TAGS);
        vault(account, "insecure-untagged", key, Map.of());
        lock(account, "insecure-untagged");
        plan(account, "insecure-weekly", "cron(0 5 ? * SUN *)", EmulatedAccount.HOME.id());
    }

    @Override
    public void hardened(EmulatedAccount account) {
        vault(account, "hardened-vault", KmsSeeds.hardenedKey(account), TAGS);
        lock(account, "hardened-vault");
        plan(account, "hardened-daily", "cron(0 5 ? * * *)", "eu-west-1");
    }

    private static void plan(EmulatedAccount account, String name, String schedule, String copiedTo) {
        account.client(BackupClient.builder())
                .createBackupPlan(request -> request.backupPlanTags(TAGS)
                        .backupPlan(plan -> plan.backupPlanName(name)
                                .rules(rule -> rule.ruleName(name)
                                        .targetBackupVaultName("vault")
                                        .scheduleExpression(schedule)
                                        .lifecycle(lifecycle -> lifecycle.deleteAfterDays(35L))
                                        .copyActions(copy -> copy.destinationBackupVaultArn("arn:aws:backup:" + copiedTo
                                                + ":" + account.id() + ":backup-vault:copies")))));
    }

    private static void lock(EmulatedAccount account, String name) {
        account.client(BackupClient.builder())
                .putBackupVaultLockConfiguration(request ->
                        request.backupVaultName(name).minRetentionDays(7L).maxRetentionDays(365L));
    }

    private static void vault(EmulatedAccount account, String name, String key, Map<String, String> tags) {
        account.client(BackupClient.builder())
                .createBackupVault(request ->
                        request.backupVaultName(name).encryptionKeyArn(key).backupVaultTags(tags));
    }
}

package io.awsaudit.inventory.backup;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A backup vault, read by {@code backup:ListBackupVaults} but for its policy and its tags.
 *
 * @param kmsKey the key that encrypts what of its content AWS Backup itself encrypts
 * @param vaultType such as {@code BACKUP_VAULT} or {@code LOGICALLY_AIR_GAPPED_BACKUP_VAULT}; empty where AWS names none
 * @param locked whether nobody, or nobody but a few, can delete what is in it before its time
 * @param policy {@link Policy#NONE} where it has none
 * @see <a href="https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupVaultListMember.html">BackupVaultListMember</a>
 */
@CloudFormationType("AWS::Backup::BackupVault")
public record BackupVault(
        Identity identity, Optional<Arn> kmsKey, String vaultType, boolean locked, Observed<Policy> policy)
        implements Governed {
    /** Holds of policies that do not keep everybody, or all but those named, from deleting backups before their time. */
    public static final Predicate<Policy> DELETABLE = policy -> !policy.keepsFromAll("backup:DeleteRecoveryPoint")
            || !policy.keepsFromAll("backup:UpdateRecoveryPointLifecycle");

    private static final String AIR_GAPPED = "LOGICALLY_AIR_GAPPED_BACKUP_VAULT";

    /** {@return whether it is apart from the account, where AWS locks every vault in compliance mode} */
    public boolean isAirGapped() {
        return vaultType.equals(AIR_GAPPED);
    }

    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }

    @Override
    public Stream<Edge> edges() {
        return kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key));
    }
}

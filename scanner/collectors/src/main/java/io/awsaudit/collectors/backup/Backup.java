package io.awsaudit.collectors.backup;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;
import software.amazon.awssdk.services.backup.model.Lifecycle;

/** The client of AWS Backup, and what several of its collectors need. */
final class Backup {
    static final AwsService<BackupClient> BACKUP = AwsService.of("backup", BackupClient::builder);
    static final Operation LIST_VAULTS =
            Operation.of("backup:ListBackupVaults").pages(1000).shared();

    static final String LIST_TAGS = "backup:ListTags";

    /** The most that AWS gives in a page. */
    static final int PAGE = 1000;

    private Backup() {}

    /** Lists the vaults of a region. */
    static Stream<BackupVaultListMember> vaults(Reads reads) {
        return reads.sharedPages(
                LIST_VAULTS,
                () -> reads.client(BACKUP)
                        .listBackupVaultsPaginator(request -> request.maxResults(PAGE))
                        .backupVaultList());
    }

    static Map<String, String> tags(Arn arn, BackupClient backup) {
        Map<String, String> tags = new HashMap<>();
        backup.listTagsPaginator(request -> request.resourceArn(arn.value())).forEach(page -> tags.putAll(page.tags()));
        return Map.copyOf(tags);
    }

    static Optional<Arn> arn(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(value -> value.startsWith("arn:"))
                .map(Arn::new);
    }

    /** Empty where backups are kept for ever, for which AWS sends nothing, or a number below one. */
    static OptionalInt deleteAfterDays(@Nullable Lifecycle lifecycle) {
        return lifecycle == null || lifecycle.deleteAfterDays() == null || lifecycle.deleteAfterDays() < 1
                ? OptionalInt.empty()
                : OptionalInt.of(Math.toIntExact(lifecycle.deleteAfterDays()));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

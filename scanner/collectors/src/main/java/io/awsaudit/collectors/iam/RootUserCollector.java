package io.awsaudit.collectors.iam;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.account.Account;
import io.awsaudit.inventory.iam.RootUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what IAM says of the root user. */
final class RootUserCollector implements Collector<RootUser> {
    private static final Detail SUMMARY = Detail.of(RootUser.class, "summary", "iam:GetAccountSummary");
    private static final List<Detail> LAST_USED = CredentialReport.details(RootUser.class, "lastUsed");

    @Override
    public Set<Class<? extends RootUser>> yields() {
        return Set.of(RootUser.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(); // there is always exactly one
    }

    @Override
    public List<Detail> details() {
        return Stream.concat(Stream.of(SUMMARY), LAST_USED.stream()).toList();
    }

    @Override
    public Stream<RootUser> collect(Reads reads) {
        Arn arn = reads.globalArn("iam", "root-user");
        return Stream.of(new RootUser(
                Identity.untagged(arn, reads.account(), Identity.GLOBAL, "root user"),
                reads.observe(SUMMARY, arn, () -> summary(reads)),
                CredentialReport.read(reads, LAST_USED)
                        .of(Account.arnOf(reads.partition(), reads.account()), CredentialReport.Row::lastUsed)));
    }

    private static RootUser.Summary summary(Reads reads) {
        Map<String, Integer> counts =
                reads.client(Iam.IAM).getAccountSummary(request -> {}).summaryMapAsStrings();
        return new RootUser.Summary(
                flag(counts, "AccountMFAEnabled").orElseThrow(() -> new IllegalStateException("no AccountMFAEnabled")),
                flag(counts, "AccountAccessKeysPresent")
                        .orElseThrow(() -> new IllegalStateException("no AccountAccessKeysPresent")),
                flag(counts, "AccountPasswordPresent"));
    }

    private static Optional<Boolean> flag(Map<String, Integer> counts, String key) {
        return Optional.ofNullable(counts.get(key)).map(count -> count > 0);
    }
}

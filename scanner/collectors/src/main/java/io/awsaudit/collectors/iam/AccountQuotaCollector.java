package io.awsaudit.collectors.iam;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.iam.AccountQuota;
import io.awsaudit.inventory.servicequotas.Usage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads how many entities an account has in IAM of how many it may have, as IAM counts them. */
final class AccountQuotaCollector implements Collector<AccountQuota> {
    private static final Operation GET_SUMMARY = Operation.of("iam:GetAccountSummary");

    /** Those that IAM counts for the account, and not for each entity. */
    private static final List<String> KINDS =
            List.of("Groups", "InstanceProfiles", "Policies", "Roles", "ServerCertificates", "Users");

    @Override
    public Set<Class<? extends AccountQuota>> yields() {
        return Set.of(AccountQuota.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_SUMMARY);
    }

    @Override
    public Stream<AccountQuota> collect(Reads reads) {
        Map<String, Integer> counts = reads.list(
                GET_SUMMARY,
                () -> reads.client(Iam.IAM).getAccountSummary(request -> {}).summaryMapAsStrings());
        return KINDS.stream()
                .map(kind -> new AccountQuota(
                        Identity.untagged(
                                reads.globalArn("iam", "quota/" + kind), reads.account(), Identity.GLOBAL, kind),
                        new Usage(
                                Answers.sent(counts.get(kind), kind),
                                Answers.sent(counts.get(kind + "Quota"), kind + "Quota"))));
    }
}

package io.awsaudit.collectors.rds;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.rds.AccountQuota;
import io.awsaudit.inventory.servicequotas.Usage;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads how much an account has in RDS of how much it may have in a region, as RDS counts it. The operation has no pages. */
final class AccountQuotaCollector implements Collector<AccountQuota> {
    private static final Operation DESCRIBE = Operation.of("rds:DescribeAccountAttributes");

    @Override
    public Set<Class<? extends AccountQuota>> yields() {
        return Set.of(AccountQuota.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<AccountQuota> collect(Reads reads) {
        return reads
                .list(DESCRIBE, () -> reads.client(Rds.RDS).describeAccountAttributes(request -> {}))
                .accountQuotas()
                .stream()
                .map(quota -> read(quota, reads));
    }

    private static AccountQuota read(software.amazon.awssdk.services.rds.model.AccountQuota quota, Reads reads) {
        String kind = Answers.sent(quota.accountQuotaName(), "AccountQuotaName");
        return new AccountQuota(
                Identity.untagged(reads.arn("rds", "account-quota:" + kind), reads.account(), reads.region(), kind),
                new Usage(Answers.sent(quota.used(), "Used"), Answers.sent(quota.max(), "Max")));
    }
}

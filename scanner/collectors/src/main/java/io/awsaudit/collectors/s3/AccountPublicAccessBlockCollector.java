package io.awsaudit.collectors.s3;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.s3.AccountPublicAccessBlock;
import io.awsaudit.inventory.s3.PublicAccessBlock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads S3 Block Public Access of the account. */
final class AccountPublicAccessBlockCollector implements Collector<AccountPublicAccessBlock> {
    private static final Detail SETTINGS = Detail.of(
                    AccountPublicAccessBlock.class, "settings", "s3control:GetPublicAccessBlock")
            .needing("s3:GetAccountPublicAccessBlock");

    @Override
    public Set<Class<? extends AccountPublicAccessBlock>> yields() {
        return Set.of(AccountPublicAccessBlock.class);
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
        return List.of(SETTINGS);
    }

    @Override
    public Stream<AccountPublicAccessBlock> collect(Reads reads) {
        Arn arn = reads.globalArn("s3", "account-public-access-block");
        return Stream.of(new AccountPublicAccessBlock(
                Identity.untagged(arn, reads.account(), Identity.GLOBAL, "S3 Block Public Access of the account"),
                reads.observe(SETTINGS, arn, () -> settings(reads))));
    }

    private static PublicAccessBlock settings(Reads reads) {
        return Answers.orIfAbsent(
                () -> S3.block(reads.client(S3.CONTROL)
                        .getPublicAccessBlock(request -> request.accountId(reads.account()))
                        .publicAccessBlockConfiguration()),
                PublicAccessBlock.OFF,
                "NoSuchPublicAccessBlockConfiguration");
    }
}

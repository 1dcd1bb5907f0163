package io.awsaudit.collectors.inspector2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.inspector2.AccountState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.ResourceState;
import software.amazon.awssdk.services.inspector2.model.State;

/** Reads which scans of Inspector are on in a region; where it was never switched on AWS says that all are disabled. */
final class AccountStateCollector implements Collector<AccountState> {
    private static final AwsService<Inspector2Client> INSPECTOR =
            AwsService.of("inspector2", Inspector2Client::builder);
    private static final Detail SCANS = Detail.of(AccountState.class, "scans", "inspector2:BatchGetAccountStatus");

    private static final Map<String, AccountState.Status> NONE = Map.of(
            "ec2", AccountState.Status.DISABLED,
            "ecr", AccountState.Status.DISABLED,
            "lambda", AccountState.Status.DISABLED,
            "lambdaCode", AccountState.Status.DISABLED);

    @Override
    public Set<Class<? extends AccountState>> yields() {
        return Set.of(AccountState.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(); // there is always exactly one
    }

    @Override
    public List<Detail> details() {
        return List.of(SCANS);
    }

    @Override
    public Stream<AccountState> collect(Reads reads) {
        Arn arn = reads.arn("inspector2", "account-state");
        return Stream.of(new AccountState(
                Identity.untagged(arn, reads.account(), reads.region(), "Amazon Inspector"),
                reads.observe(SCANS, arn, () -> scans(reads))));
    }

    /** An account that Inspector cannot answer for is among the failed ones; of one that is in neither it never heard. */
    private static @Nullable Map<String, AccountState.Status> scans(Reads reads) {
        var answer = reads.client(INSPECTOR).batchGetAccountStatus(request -> request.accountIds(reads.account()));
        if (answer.failedAccounts().stream().anyMatch(account -> reads.account().equals(account.accountId()))) {
            return null;
        }
        return answer.accounts().stream()
                .filter(account -> reads.account().equals(account.accountId()))
                .findFirst()
                .map(account -> scans(Answers.sent(account.resourceState(), "resourceState")))
                .orElse(NONE);
    }

    private static Map<String, AccountState.Status> scans(ResourceState state) {
        Map<String, AccountState.Status> scans = new HashMap<>();
        put(scans, "ec2", Answers.sent(state.ec2(), "ec2"));
        put(scans, "ecr", Answers.sent(state.ecr(), "ecr"));
        put(scans, "lambda", state.lambda());
        put(scans, "lambdaCode", state.lambdaCode());
        return scans;
    }

    private static void put(Map<String, AccountState.Status> scans, String name, @Nullable State state) {
        if (state != null) {
            scans.put(name, new AccountState.Status(Answers.sent(state.statusAsString(), "status of " + name)));
        }
    }
}

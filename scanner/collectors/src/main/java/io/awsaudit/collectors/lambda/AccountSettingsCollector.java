package io.awsaudit.collectors.lambda;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.lambda.AccountSettings;
import io.awsaudit.inventory.servicequotas.Usage;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AccountLimit;
import software.amazon.awssdk.services.lambda.model.AccountUsage;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;

/** Reads what an account may use of Lambda in a region. */
final class AccountSettingsCollector implements Collector<AccountSettings> {
    private static final AwsService<LambdaClient> CLIENT = AwsService.of("lambda", LambdaClient::builder);
    private static final Operation GET_ACCOUNT_SETTINGS = Operation.of("lambda:GetAccountSettings");

    @Override
    public Set<Class<? extends AccountSettings>> yields() {
        return Set.of(AccountSettings.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_ACCOUNT_SETTINGS);
    }

    @Override
    public Stream<AccountSettings> collect(Reads reads) {
        GetAccountSettingsResponse answer =
                reads.list(GET_ACCOUNT_SETTINGS, () -> reads.client(CLIENT).getAccountSettings(request -> {}));
        AccountLimit limit = Answers.sent(answer.accountLimit(), "AccountLimit");
        AccountUsage usage = Answers.sent(answer.accountUsage(), "AccountUsage");
        int executions = Answers.sent(limit.concurrentExecutions(), "AccountLimit.ConcurrentExecutions");
        int unreserved =
                Answers.sent(limit.unreservedConcurrentExecutions(), "AccountLimit.UnreservedConcurrentExecutions");
        return Stream.of(new AccountSettings(
                Identity.untagged(
                        reads.arn("lambda", "account-settings"), reads.account(), reads.region(), reads.region()),
                new Usage(executions - unreserved, executions),
                new Usage(
                        Answers.sent(usage.totalCodeSize(), "AccountUsage.TotalCodeSize"),
                        Answers.sent(limit.totalCodeSize(), "AccountLimit.TotalCodeSize"))));
    }
}

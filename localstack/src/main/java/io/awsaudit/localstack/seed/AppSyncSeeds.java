package io.awsaudit.localstack.seed;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.appsync.AppSyncClient;
import software.amazon.awssdk.services.appsync.model.AuthenticationType;
import software.amazon.awssdk.services.appsync.model.CreateGraphqlApiRequest;
import software.amazon.awssdk.services.appsync.model.FieldLogLevel;
import software.amazon.awssdk.services.appsync.model.GraphQLApiVisibility;

/** GraphQL APIs. moto keeps neither web ACLs nor limits of queries, so that only a private API has nothing wrong with it. */
final class AppSyncSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        AppSyncClient appsync = account.client(AppSyncClient.builder());
        api(appsync, account, "insecure-api-key", api -> api.authenticationType(AuthenticationType.API_KEY));
        api(
                appsync,
                account,
                "insecure-without-log",
                api -> api.logConfig(
                        log -> log.fieldLogLevel(FieldLogLevel.NONE).cloudWatchLogsRoleArn(role(account))));
        api(appsync, account, "insecure-without-tracing", api -> api.xrayEnabled(false));
        api(appsync, account, "insecure-on-the-internet", api -> api.visibility(GraphQLApiVisibility.GLOBAL));
        api(appsync, account, "insecure-untagged", api -> api.tags(Map.of()));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        api(account.client(AppSyncClient.builder()), account, "hardened-api", api -> {});
    }

    /** Makes an API with nothing wrong with it but what is changed. */
    private static void api(
            AppSyncClient appsync,
            EmulatedAccount account,
            String name,
            Consumer<CreateGraphqlApiRequest.Builder> change) {
        appsync.createGraphqlApi(request -> change.accept(request.name(name)
                .authenticationType(AuthenticationType.AWS_IAM)
                .logConfig(log -> log.fieldLogLevel(FieldLogLevel.ERROR).cloudWatchLogsRoleArn(role(account)))
                .xrayEnabled(true)
                .visibility(GraphQLApiVisibility.PRIVATE)
                .tags(Map.of("Owner", "data"))));
    }

    private static String role(EmulatedAccount account) {
        return "arn:aws:iam::" + account.id() + ":role/appsync";
    }
}

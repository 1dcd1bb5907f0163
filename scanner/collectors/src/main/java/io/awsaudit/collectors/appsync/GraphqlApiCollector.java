package io.awsaudit.collectors.appsync;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.appsync.GraphqlApi;
import io.awsaudit.inventory.appsync.GraphqlApi.Authorization;
import io.awsaudit.inventory.appsync.GraphqlApi.FieldLogLevel;
import io.awsaudit.inventory.appsync.GraphqlApi.Introspection;
import io.awsaudit.inventory.appsync.GraphqlApi.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.appsync.AppSyncClient;
import software.amazon.awssdk.services.appsync.model.AdditionalAuthenticationProvider;
import software.amazon.awssdk.services.appsync.model.ListGraphqlApisResponse;
import software.amazon.awssdk.services.appsync.model.LogConfig;

/** Reads GraphQL APIs, of which the listing tells all; not those that other accounts share. Their keys are not read. */
final class GraphqlApiCollector implements Collector<GraphqlApi> {
    private static final AwsService<AppSyncClient> APPSYNC = AwsService.of("appsync", AppSyncClient::builder);
    private static final Operation LIST =
            Operation.of("appsync:ListGraphqlApis").pages(25);

    /** The most that a page takes. */
    private static final int PAGE = 25;

    @Override
    public Set<Class<? extends GraphqlApi>> yields() {
        return Set.of(GraphqlApi.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public Stream<GraphqlApi> collect(Reads reads) {
        AppSyncClient appsync = reads.client(APPSYNC);
        return reads.pages(
                        LIST,
                        () -> appsync.listGraphqlApisPaginator(request -> request.maxResults(PAGE)).stream()
                                .map(ListGraphqlApisResponse::graphqlApis)
                                .flatMap(List::stream)::iterator)
                .filter(api -> new Arn(api.arn()).account().equals(reads.account()))
                .map(api -> read(api, reads));
    }

    private static GraphqlApi read(software.amazon.awssdk.services.appsync.model.GraphqlApi api, Reads reads) {
        return new GraphqlApi(
                Identity.tagged(new Arn(api.arn()), reads.account(), reads.region(), api.name(), api.tags()),
                Stream.concat(
                                Stream.ofNullable(api.authenticationTypeAsString()),
                                api.additionalAuthenticationProviders().stream()
                                        .map(AdditionalAuthenticationProvider::authenticationTypeAsString))
                        .map(Authorization::new)
                        .toList(),
                Optional.ofNullable(api.logConfig())
                        .map(LogConfig::fieldLogLevelAsString)
                        .map(FieldLogLevel::new),
                Boolean.TRUE.equals(api.xrayEnabled()),
                Optional.ofNullable(api.wafWebAclArn())
                        .filter(acl -> !acl.isEmpty())
                        .map(Arn::new),
                Optional.ofNullable(api.visibilityAsString()).map(Visibility::new),
                Optional.ofNullable(api.introspectionConfigAsString()).map(Introspection::new),
                api.queryDepthLimit() == null ? 0 : api.queryDepthLimit());
    }
}

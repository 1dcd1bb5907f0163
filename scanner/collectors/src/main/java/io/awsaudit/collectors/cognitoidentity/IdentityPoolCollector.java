package io.awsaudit.collectors.cognitoidentity;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.cognitoidentity.IdentityPool;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityProvider;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityPoolResponse;
import software.amazon.awssdk.services.cognitoidentity.model.IdentityPoolShortDescription;

/** Reads the identity pools of a region. */
final class IdentityPoolCollector implements Collector<IdentityPool> {
    private static final AwsService<CognitoIdentityClient> COGNITO =
            AwsService.of("cognito-identity", CognitoIdentityClient::builder);
    private static final int PAGE = 60;
    private static final Operation LIST =
            Operation.of("cognito-identity:ListIdentityPools").pages(PAGE);
    private static final Detail SETTINGS =
            Detail.of(IdentityPool.class, "settings", "cognito-identity:DescribeIdentityPool");
    private static final Detail TAGS = Detail.of(IdentityPool.class, "tags", "cognito-identity:DescribeIdentityPool");

    @Override
    public Set<Class<? extends IdentityPool>> yields() {
        return Set.of(IdentityPool.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<IdentityPool> collect(Reads reads) {
        CognitoIdentityClient cognito = reads.client(COGNITO);
        return reads.each(
                IdentityPool.class,
                reads.pages(
                        LIST,
                        () -> cognito.listIdentityPoolsPaginator(request -> request.maxResults(PAGE)).stream()
                                .flatMap(page -> page.identityPools().stream())::iterator),
                pool -> arnOf(pool, reads),
                pool -> read(pool, cognito, reads));
    }

    private static Arn arnOf(IdentityPoolShortDescription listed, Reads reads) {
        return reads.arn("cognito-identity", "identitypool/" + listed.identityPoolId());
    }

    private static IdentityPool read(IdentityPoolShortDescription listed, CognitoIdentityClient cognito, Reads reads) {
        Arn arn = arnOf(listed, reads);
        // One answer holds both.
        record Answer(IdentityPool.Settings settings, Map<String, String> tags) {}
        Observed<Answer> described = reads.answer(reads.wants(SETTINGS) ? SETTINGS : TAGS, arn, () -> {
            DescribeIdentityPoolResponse pool =
                    cognito.describeIdentityPool(request -> request.identityPoolId(listed.identityPoolId()));
            return new Answer(settings(pool), pool.identityPoolTags());
        });
        return new IdentityPool(
                new Identity(
                        arn, reads.account(), reads.region(), listed.identityPoolName(), described.map(Answer::tags)),
                described.map(Answer::settings));
    }

    private static IdentityPool.Settings settings(DescribeIdentityPoolResponse pool) {
        return new IdentityPool.Settings(
                Answers.sent(pool.allowUnauthenticatedIdentities(), "AllowUnauthenticatedIdentities"),
                Boolean.TRUE.equals(pool.allowClassicFlow()),
                names(pool.cognitoIdentityProviders().stream()),
                names(pool.cognitoIdentityProviders().stream()
                        .filter(provider -> !Boolean.TRUE.equals(provider.serverSideTokenCheck()))));
    }

    /** Of several clients of one user pool each is a provider of the same name. */
    private static List<String> names(Stream<CognitoIdentityProvider> providers) {
        return providers
                .map(provider -> Answers.sent(provider.providerName(), "ProviderName"))
                .distinct()
                .sorted()
                .toList();
    }
}

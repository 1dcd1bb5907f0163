package io.awsaudit.collectors.iam;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.iam.OidcProvider;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;

/** Reads every OpenID Connect provider; IAM lists their ARNs in one answer. */
final class OidcProviderCollector implements Collector<OidcProvider> {
    private static final Operation LIST_PROVIDERS = Operation.of("iam:ListOpenIDConnectProviders");
    private static final Detail SETTINGS = Detail.of(OidcProvider.class, "settings", "iam:GetOpenIDConnectProvider");
    private static final Detail TAGS = Detail.of(OidcProvider.class, "tags", "iam:GetOpenIDConnectProvider");

    @Override
    public Set<Class<? extends OidcProvider>> yields() {
        return Set.of(OidcProvider.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_PROVIDERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<OidcProvider> collect(Reads reads) {
        List<OpenIDConnectProviderListEntry> providers = reads.list(
                LIST_PROVIDERS,
                () -> reads.client(Iam.IAM)
                        .listOpenIDConnectProviders(request -> {})
                        .openIDConnectProviderList());
        return reads.each(
                OidcProvider.class,
                providers.stream(),
                provider -> new Arn(provider.arn()),
                provider -> read(new Arn(provider.arn()), reads));
    }

    private static OidcProvider read(Arn arn, Reads reads) {
        // One answer holds both.
        Observed<GetOpenIdConnectProviderResponse> answer = reads.answer(
                reads.wants(SETTINGS) ? SETTINGS : TAGS,
                arn,
                () -> reads.client(Iam.IAM)
                        .getOpenIDConnectProvider(request -> request.openIDConnectProviderArn(arn.value())));
        String name = arn.resource().substring(arn.resource().indexOf('/') + 1);
        return new OidcProvider(
                new Identity(
                        arn, reads.account(), Identity.GLOBAL, name, answer.map(provider -> Iam.tags(provider.tags()))),
                answer.map(provider -> new OidcProvider.Settings(provider.clientIDList(), provider.thumbprintList())));
    }
}

package io.awsaudit.collectors.iam;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.iam.SamlProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.SAMLProviderListEntry;

/** Reads every SAML provider; IAM lists them in one answer. */
final class SamlProviderCollector implements Collector<SamlProvider> {
    private static final Operation LIST_SAML_PROVIDERS = Operation.of("iam:ListSAMLProviders");
    private static final Detail TAGS = Detail.of(SamlProvider.class, "tags", "iam:ListSAMLProviderTags");

    @Override
    public Set<Class<? extends SamlProvider>> yields() {
        return Set.of(SamlProvider.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_SAML_PROVIDERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<SamlProvider> collect(Reads reads) {
        List<SAMLProviderListEntry> providers = reads.list(
                LIST_SAML_PROVIDERS,
                () -> reads.client(Iam.IAM).listSAMLProviders(request -> {}).samlProviderList());
        return reads.each(
                SamlProvider.class,
                providers.stream(),
                provider -> new Arn(provider.arn()),
                provider -> read(provider, reads));
    }

    private static SamlProvider read(SAMLProviderListEntry provider, Reads reads) {
        Arn arn = new Arn(provider.arn());
        return new SamlProvider(
                new Identity(
                        arn,
                        reads.account(),
                        Identity.GLOBAL,
                        arn.lastSegment(),
                        reads.observe(
                                TAGS,
                                arn,
                                () -> Iam.tags(reads
                                        .client(Iam.IAM)
                                        .listSAMLProviderTagsPaginator(
                                                request -> request.samlProviderArn(provider.arn())
                                                        .maxItems(Iam.PAGE))
                                        .tags()
                                        .stream()
                                        .toList()))),
                Optional.ofNullable(provider.createDate()),
                Optional.ofNullable(provider.validUntil()));
    }
}

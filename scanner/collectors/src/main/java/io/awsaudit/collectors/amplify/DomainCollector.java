package io.awsaudit.collectors.amplify;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.amplify.Domain;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.amplify.model.App;
import software.amazon.awssdk.services.amplify.model.DomainAssociation;

/** Reads the domains of the apps of a region, app after app. */
final class DomainCollector implements Collector<Domain> {
    private static final Operation LIST_DOMAIN_ASSOCIATIONS =
            Operation.of("amplify:ListDomainAssociations").pages(Amplify.PAGE).per("app");

    @Override
    public Set<Class<? extends Domain>> yields() {
        return Set.of(Domain.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Amplify.LIST_APPS, LIST_DOMAIN_ASSOCIATIONS);
    }

    @Override
    public Stream<Domain> collect(Reads reads) {
        return Amplify.apps(reads)
                .flatMap(app -> reads.pages(
                                LIST_DOMAIN_ASSOCIATIONS,
                                () -> reads
                                        .client(Amplify.CLIENT)
                                        .listDomainAssociationsPaginator(request ->
                                                request.appId(app.appId()).maxResults(Amplify.PAGE))
                                        .stream()
                                        .flatMap(page -> page.domainAssociations().stream())::iterator)
                        .map(domain -> read(domain, app, reads)));
    }

    private static Domain read(DomainAssociation listed, App app, Reads reads) {
        return new Domain(
                Identity.untagged(
                        new Arn(listed.domainAssociationArn()), reads.account(), reads.region(), listed.domainName()),
                new Arn(app.appArn()),
                Answers.sent(listed.domainStatusAsString(), "domainStatus"),
                Optional.ofNullable(listed.statusReason()).filter(reason -> !reason.isBlank()));
    }
}

package io.awsaudit.collectors.codeartifact;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.codeartifact.Domain;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.codeartifact.model.DomainStatus;
import software.amazon.awssdk.services.codeartifact.model.DomainSummary;

/** Reads the domains of a region that are the account's own, and of each its policy. */
final class DomainCollector implements Collector<Domain> {
    private static final Operation LIST_DOMAINS =
            Operation.of("codeartifact:ListDomains").pages(CodeArtifact.PAGE);
    private static final Detail POLICY = Detail.of(Domain.class, "policy", "codeartifact:GetDomainPermissionsPolicy");
    private static final Detail TAGS = Detail.of(Domain.class, "tags", CodeArtifact.LIST_TAGS);

    @Override
    public Set<Class<? extends Domain>> yields() {
        return Set.of(Domain.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_DOMAINS);
    }

    @Override
    public List<Detail> details() {
        return List.of(POLICY, TAGS);
    }

    @Override
    public Stream<Domain> collect(Reads reads) {
        return reads.each(
                Domain.class,
                reads.pages(
                                LIST_DOMAINS,
                                () -> reads.client(CodeArtifact.CLIENT)
                                        .listDomainsPaginator(request -> request.maxResults(CodeArtifact.PAGE))
                                        .domains())
                        .filter(domain -> domain.status() != DomainStatus.DELETED),
                domain -> new Arn(domain.arn()),
                domain -> read(domain, reads));
    }

    private static Domain read(DomainSummary listed, Reads reads) {
        Arn arn = new Arn(listed.arn());
        return new Domain(
                CodeArtifact.identity(arn, listed.name(), TAGS, reads),
                Optional.ofNullable(listed.encryptionKey())
                        .filter(key -> key.startsWith("arn:"))
                        .map(Arn::new),
                reads.observe(
                        POLICY,
                        arn,
                        () -> CodeArtifact.policy(() -> reads.client(CodeArtifact.CLIENT)
                                .getDomainPermissionsPolicy(
                                        request -> request.domain(listed.name()).domainOwner(listed.owner()))
                                .policy())));
    }
}

package io.awsaudit.collectors.codeartifact;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.codeartifact.Repository;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.codeartifact.model.RepositorySummary;

/** Reads the repositories of a region that the account administers, and of each its policy. */
final class RepositoryCollector implements Collector<Repository> {
    private static final Operation LIST_REPOSITORIES =
            Operation.of("codeartifact:ListRepositories").pages(CodeArtifact.PAGE);
    private static final Detail POLICY =
            Detail.of(Repository.class, "policy", "codeartifact:GetRepositoryPermissionsPolicy");
    private static final Detail TAGS = Detail.of(Repository.class, "tags", CodeArtifact.LIST_TAGS);

    @Override
    public Set<Class<? extends Repository>> yields() {
        return Set.of(Repository.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_REPOSITORIES);
    }

    @Override
    public List<Detail> details() {
        return List.of(POLICY, TAGS);
    }

    @Override
    public Stream<Repository> collect(Reads reads) {
        return reads.each(
                Repository.class,
                reads.pages(
                                LIST_REPOSITORIES,
                                () -> reads.client(CodeArtifact.CLIENT)
                                        .listRepositoriesPaginator(request -> request.maxResults(CodeArtifact.PAGE))
                                        .repositories())
                        .filter(repository -> repository.administratorAccount() == null
                                || repository.administratorAccount().equals(reads.account())),
                repository -> new Arn(repository.arn()),
                repository -> read(repository, reads));
    }

    private static Repository read(RepositorySummary listed, Reads reads) {
        Arn arn = new Arn(listed.arn());
        return new Repository(
                CodeArtifact.identity(arn, listed.name(), TAGS, reads),
                Answers.sent(listed.domainName(), "domainName"),
                reads.observe(
                        POLICY,
                        arn,
                        () -> CodeArtifact.policy(() -> reads.client(CodeArtifact.CLIENT)
                                .getRepositoryPermissionsPolicy(request -> request.domain(listed.domainName())
                                        .domainOwner(listed.domainOwner())
                                        .repository(listed.name()))
                                .policy())));
    }
}

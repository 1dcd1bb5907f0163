package io.awsaudit.collectors.codecommit;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.codecommit.Repository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import software.amazon.awssdk.services.codecommit.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.codecommit.model.RepositoryNameIdPair;

/** Reads the repositories of a region; nothing of what is in them. */
final class RepositoryCollector implements Collector<Repository> {
    private static final AwsService<CodeCommitClient> CLIENT = AwsService.of("codecommit", CodeCommitClient::builder);

    /** AWS gives so many rules' templates at a time, and a repository has 25 of them at most. */
    private static final int TEMPLATES = 100;

    private static final Operation LIST_REPOSITORIES = Operation.of("codecommit:ListRepositories");
    private static final Detail APPROVAL_RULES =
            Detail.of(Repository.class, "approvalRules", "codecommit:ListAssociatedApprovalRuleTemplatesForRepository");
    private static final Detail TAGS = Detail.of(Repository.class, "tags", "codecommit:ListTagsForResource");

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
        return List.of(APPROVAL_RULES, TAGS);
    }

    @Override
    public Stream<Repository> collect(Reads reads) {
        return reads.each(
                Repository.class,
                reads.pages(
                        LIST_REPOSITORIES,
                        () -> reads.client(CLIENT)
                                .listRepositoriesPaginator(request -> {})
                                .repositories()),
                repository -> reads.arn("codecommit", repository.repositoryName()),
                repository -> read(repository, reads));
    }

    private static Repository read(RepositoryNameIdPair listed, Reads reads) {
        String name = listed.repositoryName();
        Arn arn = reads.arn("codecommit", name);
        return new Repository(
                new Identity(
                        arn, reads.account(), reads.region(), name, reads.observe(TAGS, arn, () -> tags(arn, reads))),
                reads.observe(APPROVAL_RULES, arn, () -> approvalRules(name, reads)));
    }

    private static List<String> approvalRules(String repository, Reads reads) {
        return reads
                .client(CLIENT)
                .listAssociatedApprovalRuleTemplatesForRepositoryPaginator(
                        request -> request.repositoryName(repository).maxResults(TEMPLATES))
                .stream()
                .flatMap(page -> page.approvalRuleTemplateNames().stream())
                .sorted()
                .toList();
    }

    private static Map<String, String> tags(Arn arn, Reads reads) {
        Map<String, String> tags = new HashMap<>();
        TokenPages.of(
                        token -> reads.client(CLIENT)
                                .listTagsForResource(request ->
                                        request.resourceArn(arn.value()).nextToken(token)),
                        (ListTagsForResourceResponse page) ->
                                List.copyOf(page.tags().entrySet()),
                        ListTagsForResourceResponse::nextToken)
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        return Map.copyOf(tags);
    }
}

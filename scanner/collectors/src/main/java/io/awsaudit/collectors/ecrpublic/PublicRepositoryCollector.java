package io.awsaudit.collectors.ecrpublic;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ecrpublic.PublicRepository;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecrpublic.EcrPublicClient;
import software.amazon.awssdk.services.ecrpublic.model.Repository;
import software.amazon.awssdk.services.ecrpublic.model.Tag;

/** Reads the public repositories of an account, which are all in one region. Other partitions have none. */
final class PublicRepositoryCollector implements Collector<PublicRepository> {
    private static final AwsService<EcrPublicClient> CLIENT = AwsService.of("ecr-public", EcrPublicClient::builder);

    /** The one region that has them. */
    private static final String HOME = "us-east-1";

    private static final String PARTITION = "aws";

    private static final int PAGE = 1000;

    private static final Operation DESCRIBE_REPOSITORIES =
            Operation.of("ecr-public:DescribeRepositories").pages(PAGE);
    private static final Detail POLICY = Detail.of(PublicRepository.class, "policy", "ecr-public:GetRepositoryPolicy");
    private static final Detail TAGS = Detail.of(PublicRepository.class, "tags", "ecr-public:ListTagsForResource");

    @Override
    public Set<Class<? extends PublicRepository>> yields() {
        return Set.of(PublicRepository.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_REPOSITORIES);
    }

    @Override
    public List<Detail> details() {
        return List.of(POLICY, TAGS);
    }

    @Override
    public Stream<PublicRepository> collect(Reads reads) {
        if (!reads.partition().equals(PARTITION)) {
            return Stream.empty();
        }
        EcrPublicClient ecr = reads.client(CLIENT, HOME);
        return reads.each(
                PublicRepository.class,
                reads.pages(
                        DESCRIBE_REPOSITORIES,
                        () -> ecr.describeRepositoriesPaginator(request -> request.maxResults(PAGE))
                                .repositories()),
                repository -> new Arn(repository.repositoryArn()),
                repository -> read(repository, ecr, reads));
    }

    private static PublicRepository read(Repository listed, EcrPublicClient ecr, Reads reads) {
        Arn arn = new Arn(listed.repositoryArn());
        String name = listed.repositoryName();
        return new PublicRepository(
                new Identity(
                        arn,
                        reads.account(),
                        Identity.GLOBAL,
                        name,
                        reads.observe(
                                TAGS,
                                arn,
                                () ->
                                        ecr
                                                .listTagsForResource(request -> request.resourceArn(arn.value()))
                                                .tags()
                                                .stream()
                                                .collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one)))),
                reads.observe(POLICY, arn, () -> policyOf(name, ecr)));
    }

    private static Policy policyOf(String repository, EcrPublicClient ecr) {
        return Answers.orIfAbsent(
                () -> Policies.parse(Answers.sent(
                        ecr.getRepositoryPolicy(request -> request.repositoryName(repository))
                                .policyText(),
                        "policyText")),
                Policy.NONE,
                "RepositoryPolicyNotFoundException");
    }
}

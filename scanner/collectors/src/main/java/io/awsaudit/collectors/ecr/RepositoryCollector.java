package io.awsaudit.collectors.ecr;

import static io.awsaudit.collectors.ecr.Ecr.orEmpty;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ecr.Repository;
import io.awsaudit.inventory.ecr.Repository.EncryptionType;
import io.awsaudit.inventory.ecr.Repository.TagMutability;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.EncryptionConfiguration;
import software.amazon.awssdk.services.ecr.model.ImageScanningConfiguration;
import software.amazon.awssdk.services.ecr.model.ImageTagMutabilityExclusionFilter;
import software.amazon.awssdk.services.ecr.model.Tag;

/** Reads the private repositories of a region, and of each the settings that checks ask about. */
final class RepositoryCollector implements Collector<Repository> {
    private static final Operation DESCRIBE_REPOSITORIES =
            Operation.of("ecr:DescribeRepositories").pages(1000);

    private static final Detail LIFECYCLE_POLICY =
            Detail.of(Repository.class, "lifecyclePolicy", "ecr:GetLifecyclePolicy");
    private static final Detail POLICY = Detail.of(Repository.class, "policy", "ecr:GetRepositoryPolicy");
    private static final Detail TAGS = Detail.of(Repository.class, "tags", "ecr:ListTagsForResource");

    /** The most that a page takes. */
    private static final int PAGE = 1000;

    @Override
    public Set<Class<? extends Repository>> yields() {
        return Set.of(Repository.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_REPOSITORIES);
    }

    @Override
    public List<Detail> details() {
        return List.of(LIFECYCLE_POLICY, POLICY, TAGS);
    }

    @Override
    public Stream<Repository> collect(Reads reads) {
        EcrClient ecr = reads.client(Ecr.ECR);
        return reads.each(
                Repository.class,
                reads.pages(
                        DESCRIBE_REPOSITORIES,
                        () -> ecr.describeRepositoriesPaginator(request -> request.maxResults(PAGE))
                                .repositories()),
                repository -> new Arn(repository.repositoryArn()),
                repository -> read(repository, ecr, reads));
    }

    private static Repository read(
            software.amazon.awssdk.services.ecr.model.Repository listed, EcrClient ecr, Reads reads) {
        Arn arn = new Arn(listed.repositoryArn());
        String name = listed.repositoryName();
        Optional<EncryptionConfiguration> encryption = Optional.ofNullable(listed.encryptionConfiguration());
        return new Repository(
                new Identity(
                        arn, reads.account(), reads.region(), name, reads.observe(TAGS, arn, () -> tagsOf(arn, ecr))),
                new TagMutability(orEmpty(listed.imageTagMutabilityAsString())),
                listed.imageTagMutabilityExclusionFilters().stream()
                        .map(ImageTagMutabilityExclusionFilter::filter)
                        .sorted()
                        .toList(),
                Optional.ofNullable(listed.imageScanningConfiguration())
                        .map(ImageScanningConfiguration::scanOnPush)
                        .orElse(false),
                encryption
                        .map(EncryptionConfiguration::encryptionTypeAsString)
                        .map(EncryptionType::new)
                        .orElse(EncryptionType.AES256),
                encryption
                        .map(EncryptionConfiguration::kmsKey)
                        .filter(key -> key.startsWith("arn:"))
                        .map(Arn::new),
                reads.observe(LIFECYCLE_POLICY, arn, () -> hasLifecyclePolicy(name, ecr)),
                reads.observe(POLICY, arn, () -> policyOf(name, ecr)));
    }

    private static Map<String, String> tagsOf(Arn arn, EcrClient ecr) {
        return ecr.listTagsForResource(request -> request.resourceArn(arn.value())).tags().stream()
                .collect(Collectors.toMap(Tag::key, tag -> orEmpty(tag.value()), (one, other) -> other));
    }

    /** AWS takes no lifecycle policy without a rule. */
    private static boolean hasLifecyclePolicy(String name, EcrClient ecr) {
        return Answers.orIfAbsent(
                () -> !Answers.sent(
                                ecr.getLifecyclePolicy(request -> request.repositoryName(name))
                                        .lifecyclePolicyText(),
                                "lifecyclePolicyText")
                        .isBlank(),
                false,
                "LifecyclePolicyNotFoundException");
    }

    private static Policy policyOf(String name, EcrClient ecr) {
        return Answers.orIfAbsent(
                () -> Policies.parse(Answers.sent(
                        ecr.getRepositoryPolicy(request -> request.repositoryName(name))
                                .policyText(),
                        "policyText")),
                Policy.NONE,
                "RepositoryPolicyNotFoundException");
    }
}

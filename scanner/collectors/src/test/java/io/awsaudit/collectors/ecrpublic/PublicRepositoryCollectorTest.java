package io.awsaudit.collectors.ecrpublic;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ecrpublic.PublicRepository;
import io.awsaudit.inventory.policy.Policy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** ECR's public registry, which the emulator does not have, with AWS's documented responses. */
class PublicRepositoryCollectorTest {
    private static final String LIST = "SpencerFrontendService.DescribeRepositories";
    private static final String POLICY = "SpencerFrontendService.GetRepositoryPolicy";
    private static final String TAGS = "SpencerFrontendService.ListTagsForResource";

    @Test
    void repositoriesComePageByPageAndBelongToNoRegion() {
        try (CannedAws aws = tags().answer(
                        POLICY, 400, "application/json", "{\"__type\": \"RepositoryPolicyNotFoundException\"}")
                .json(LIST, "{\"repositories\": [" + repository("one") + "], \"nextToken\": \"more\"}")
                .json("\"nextToken\":\"more\"", "{\"repositories\": [" + repository("two") + "]}")) {
            assertThat(aws.collect(PublicRepository.class).resources())
                    .allMatch(repository -> repository.region().equals(Identity.GLOBAL))
                    .allMatch(repository -> repository.tags().knownToBe(Map.of("Owner", "me")))
                    .allMatch(repository ->
                            ((PublicRepository) repository).policy().knownToBe(Policy.NONE))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void aPolicyIsRead() {
        try (CannedAws aws = tags().json(LIST, "{\"repositories\": [" + repository("one") + "]}")
                .json(POLICY, """
                        {"repositoryName": "one", "policyText": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":{\\"Sid\\":\\"Open\\",\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\",\\"Action\\":\\"ecr-public:PutImage\\"}}"}""")) {
            assertThat(((PublicRepository) aws.collect(PublicRepository.class)
                                    .resources()
                                    .get(0))
                            .policy()
                            .knownTo(Policy.OPEN))
                    .isTrue();
        }
    }

    private static CannedAws tags() {
        return new CannedAws().json(TAGS, "{\"tags\": [{\"Key\": \"Owner\", \"Value\": \"me\"}]}");
    }

    private static String repository(String name) {
        return "{\"repositoryName\": \"" + name
                + "\", \"repositoryArn\": \"arn:aws:ecr-public::111122223333:repository/" + name + "\"}";
    }
}

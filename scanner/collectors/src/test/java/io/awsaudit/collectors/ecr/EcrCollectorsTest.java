package io.awsaudit.collectors.ecr;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ecr.RegistryPolicy;
import io.awsaudit.inventory.ecr.RegistryScanningConfiguration;
import io.awsaudit.inventory.ecr.RegistryScanningConfiguration.Rule;
import io.awsaudit.inventory.ecr.RegistryScanningConfiguration.ScanType;
import io.awsaudit.inventory.ecr.Repository;
import io.awsaudit.inventory.ecr.Repository.EncryptionType;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of image repositories, with AWS's documented responses. */
class EcrCollectorsTest {
    private static final String API = "AmazonEC2ContainerRegistry_V20150921.";
    private static final String POLICY =
            "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Sid\\\":\\\"Open\\\","
                    + "\\\"Effect\\\":\\\"Allow\\\",\\\"Principal\\\":\\\"*\\\",\\\"Action\\\":\\\"ecr:*\\\"%s}]}";

    @Test
    void repositoriesComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .json(
                        API + "DescribeRepositories",
                        "{\"repositories\":[" + repository("one", "") + "],\"nextToken\":\"more\"}")
                .json("\"nextToken\":\"more\"", "{\"repositories\":[" + repository("two", "") + "]}")) {
            assertThat(aws.collect(Repository.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void whatARepositoryNeverHadIsKnown() {
        try (CannedAws aws = listed("")
                .answer(API + "GetLifecyclePolicy", 400, "application/x-amz-json-1.1", error("LifecyclePolicyNotFound"))
                .answer(
                        API + "GetRepositoryPolicy",
                        400,
                        "application/x-amz-json-1.1",
                        error("RepositoryPolicyNotFound"))
                .json(API + "ListTagsForResource", "{\"tags\":[]}")) {
            Repository repository = only(aws);
            assertThat(repository.lifecyclePolicy().knownToBe(false)).isTrue();
            assertThat(repository.policy().knownToBe(Policy.NONE)).isTrue();
            assertThat(repository.encryptionType()).isEqualTo(EncryptionType.AES256);
            assertThat(repository.scanOnPush()).isFalse();
            assertThat(repository.tags().isKnown()).isTrue();
        }
    }

    @Test
    void whatARepositoryHasIsRead() {
        try (CannedAws aws = listed("""
                        "imageTagMutability":"IMMUTABLE_WITH_EXCLUSION","imageTagMutabilityExclusionFilters":[{"filterType":"WILDCARD","filter":"latest"}],
                        "imageScanningConfiguration":{"scanOnPush":true},
                        "encryptionConfiguration":{"encryptionType":"KMS","kmsKey":"arn:aws:kms:us-east-1:111122223333:key/k"},""")
                .json(
                        API + "GetLifecyclePolicy",
                        "{\"repositoryName\":\"one\",\"lifecyclePolicyText\":\"{\\\"rules\\\":[{}]}\"}")
                .json(
                        API + "GetRepositoryPolicy",
                        "{\"repositoryName\":\"one\",\"policyText\":\"" + POLICY.formatted("") + "\"}")
                .json(API + "ListTagsForResource", "{\"tags\":[{\"Key\":\"Owner\",\"Value\":\"me\"}]}")) {
            Repository repository = only(aws);
            assertThat(repository.hasImmutableTags()).isTrue();
            assertThat(repository.mutabilityExclusions()).containsExactly("latest");
            assertThat(repository.scanOnPush()).isTrue();
            assertThat(repository.lifecyclePolicy().knownToBe(true)).isTrue();
            assertThat(repository.policy().map(Policy.OPEN_LABELS).asOptional().orElseThrow())
                    .containsExactly("Open");
            assertThat(repository.tags().asOptional().orElseThrow()).containsEntry("Owner", "me");
            assertThat(repository.edges())
                    .extracting(edge -> edge.to().lastSegment())
                    .containsExactly("k");
        }
    }

    @Test
    void refusalsAreUnknownEachWithItsAction() {
        String refusal = "{\"__type\":\"AccessDeniedException\",\"message\":\"no\"}";
        try (CannedAws aws = listed("")
                .answer(API + "GetLifecyclePolicy", 400, "application/x-amz-json-1.1", refusal)
                .answer(API + "GetRepositoryPolicy", 400, "application/x-amz-json-1.1", refusal)
                .answer(API + "ListTagsForResource", 400, "application/x-amz-json-1.1", refusal)) {
            Repository repository = only(aws);
            assertThat(List.of(repository.lifecyclePolicy(), repository.policy(), repository.tags()))
                    .extracting(setting -> ((Observed<?>) setting)
                            .unknownBecause()
                            .flatMap(Gap::action)
                            .orElse("none"))
                    .containsExactly("ecr:GetLifecyclePolicy", "ecr:GetRepositoryPolicy", "ecr:ListTagsForResource");
        }
    }

    @Test
    void theRegistrySaysWhatScansAndByWhichRules() {
        try (CannedAws aws = new CannedAws().json(API + "GetRegistryScanningConfiguration", """
                        {"registryId":"111122223333","scanningConfiguration":{"scanType":"ENHANCED","rules":[{"scanFrequency":"CONTINUOUS_SCAN",
                        "repositoryFilters":[{"filter":"prod","filterType":"WILDCARD"}]}]}}""")) {
            RegistryScanningConfiguration registry = (RegistryScanningConfiguration)
                    aws.collect(RegistryScanningConfiguration.class).resources().get(0);
            assertThat(registry.scanType()).isEqualTo(ScanType.ENHANCED);
            assertThat(registry.rules()).containsExactly(new Rule("CONTINUOUS_SCAN", List.of("prod")));
        }
    }

    @Test
    void anAnswerWithoutAConfigurationIsAGap() {
        try (CannedAws aws =
                new CannedAws().json(API + "GetRegistryScanningConfiguration", "{\"registryId\":\"111122223333\"}")) {
            assertThat(aws.collect(RegistryScanningConfiguration.class)
                            .coverage()
                            .listings())
                    .singleElement()
                    .satisfies(listing -> assertThat(listing.gap()).isPresent());
        }
    }

    @Test
    void aRegistryWithoutAPolicyHasNone() {
        try (CannedAws aws = new CannedAws()
                .answer(
                        API + "GetRegistryPolicy",
                        400,
                        "application/x-amz-json-1.1",
                        error("RegistryPolicyNotFound"))) {
            var inventory = aws.collect(RegistryPolicy.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .singleElement()
                    .satisfies(listing -> assertThat(listing.gap()).isEmpty());
        }
        try (CannedAws aws = new CannedAws()
                .json(
                        API + "GetRegistryPolicy",
                        "{\"registryId\":\"111122223333\",\"policyText\":\""
                                + POLICY.formatted(",\\\"Resource\\\":\\\"*\\\"") + "\"}")) {
            assertThat(((RegistryPolicy) aws.collect(RegistryPolicy.class)
                                    .resources()
                                    .get(0))
                            .policy()
                            .openLabels())
                    .containsExactly("Open");
        }
    }

    private static CannedAws listed(String more) {
        return new CannedAws()
                .json(API + "DescribeRepositories", "{\"repositories\":[" + repository("one", more) + "]}");
    }

    private static Repository only(CannedAws aws) {
        return (Repository) aws.collect(Repository.class).resources().get(0);
    }

    private static String error(String code) {
        return "{\"__type\":\"" + code + "Exception\",\"message\":\"none\"}";
    }

    private static String repository(String name, String more) {
        return "{" + more + "\"repositoryName\":\"" + name + "\",\"registryId\":\"111122223333\",\"repositoryArn\":"
                + "\"arn:aws:ecr:us-east-1:111122223333:repository/" + name + "\"}";
    }
}

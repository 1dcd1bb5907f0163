package io.awsaudit.collectors.codeartifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.codeartifact.Domain;
import io.awsaudit.inventory.codeartifact.Repository;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** CodeArtifact, which the emulator does not have, with AWS's documented responses. */
class CodeArtifactCollectorsTest {
    private static final String ARN = "arn:aws:codeartifact:us-east-1:111122223333:";
    private static final String DOMAINS = "POST /v1/domains ";
    private static final String DOMAIN_POLICY =
            "GET /v1/domain/permissions/policy?domain=one&domain-owner=111122223333";
    private static final String REPOSITORIES = "POST /v1/repositories?max-results=1000";
    private static final String REPOSITORY_POLICY = "GET /v1/repository/permissions/policy?";
    private static final String NONE = "{\"__type\": \"ResourceNotFoundException\", \"message\": \"no policy\"}";

    @Test
    void domainsComePageByPageAndThoseThatWereDeletedAreNone() {
        try (CannedAws aws = tags().answer("/v1/domain/permissions/policy", 404, "application/json", NONE)
                .json(DOMAINS, "{\"domains\": [" + domain("one", "Active") + "], \"nextToken\": \"more\"}")
                .json(
                        "\"nextToken\":\"more\"",
                        "{\"domains\": [" + domain("two", "Active") + "," + domain("old", "Deleted") + "]}")) {
            assertThat(aws.collect(Domain.class).resources())
                    .allMatch(domain -> domain.tags().knownToBe(Map.of("Owner", "me")))
                    .allMatch(domain -> ((Domain) domain).policy().knownToBe(Policy.NONE))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void aDomainsPolicyIsRead() {
        try (CannedAws aws = tags().json(DOMAINS, "{\"domains\": [" + domain("one", "Active") + "]}")
                .json(DOMAIN_POLICY, policy())) {
            Domain domain = (Domain) aws.collect(Domain.class).resources().get(0);
            assertThat(domain.policy().knownTo(Policy.OPEN)).isTrue();
            assertThat(domain.edges()).extracting(Edge::relation).containsExactly(Relation.ENCRYPTED_BY);
        }
    }

    @Test
    void aRefusedPolicyIsUnknown() {
        try (CannedAws aws = tags().json(DOMAINS, "{\"domains\": [" + domain("one", "Active") + "]}")
                .answer(DOMAIN_POLICY, 403, "application/json", "{\"__type\": \"AccessDeniedException\"}")) {
            assertThat(((Domain) aws.collect(Domain.class).resources().get(0))
                            .policy()
                            .isKnown())
                    .isFalse();
        }
    }

    @Test
    void repositoriesThatTheAccountAdministersComePageByPage() {
        try (CannedAws aws = tags().answer(REPOSITORY_POLICY, 404, "application/json", NONE)
                .json(
                        REPOSITORIES,
                        "{\"repositories\": [" + repository("one", "111122223333") + "], \"nextToken\": \"more\"}")
                .json(
                        "next-token=more",
                        "{\"repositories\": [" + repository("two", "111122223333") + ","
                                + repository("others", "444455556666") + "]}")
                .json("repository=two", policy())) {
            List<Repository> repositories = aws.collect(Repository.class).resources().stream()
                    .map(Repository.class::cast)
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
            assertThat(repositories).extracting(Resource::name).containsExactly("one", "two");
            assertThat(repositories.get(0).policy().knownToBe(Policy.NONE)).isTrue();
            assertThat(repositories.get(1).policy().knownTo(Policy.OPEN)).isTrue();
        }
    }

    private static CannedAws tags() {
        return new CannedAws().json("/v1/tags?resourceArn=", "{\"tags\": [{\"key\": \"Owner\", \"value\": \"me\"}]}");
    }

    private static String policy() {
        return """
                {"policy": {"resourceArn": "a", "revision": "1", "document": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":{\\"Sid\\":\\"Open\\",\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\",\\"Action\\":\\"codeartifact:*\\",\\"Resource\\":\\"*\\"}}"}}""";
    }

    private static String domain(String name, String status) {
        return """
                {"name": "%s", "owner": "111122223333", "arn": "%sdomain/%s", "status": "%s",
                "encryptionKey": "arn:aws:kms:us-east-1:111122223333:key/0a"}""".formatted(name, ARN, name, status);
    }

    private static String repository(String name, String administrator) {
        return """
                {"name": "%s", "administratorAccount": "%s", "domainName": "one", "domainOwner": "111122223333",
                "arn": "%srepository/one/%s"}""".formatted(name, administrator, ARN, name);
    }
}

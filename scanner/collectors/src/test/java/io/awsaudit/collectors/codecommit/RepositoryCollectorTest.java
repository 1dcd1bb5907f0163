package io.awsaudit.collectors.codecommit;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.codecommit.Repository;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator, which lists no repositories, cannot be brought to say of CodeCommit. */
class RepositoryCollectorTest {
    private static final String LIST = "CodeCommit_20150413.ListRepositories";
    private static final String RULES = "CodeCommit_20150413.ListAssociatedApprovalRuleTemplatesForRepository";
    private static final String TAGS = "CodeCommit_20150413.ListTagsForResource";

    @Test
    void repositoriesRulesAndTagsComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .json(
                        LIST,
                        "{\"repositories\": [{\"repositoryName\": \"one\", \"repositoryId\": \"1\"}], \"nextToken\": \"more\"}")
                .json(
                        "\"nextToken\":\"more\"",
                        "{\"repositories\": [{\"repositoryName\": \"two\", \"repositoryId\": \"2\"}]}")
                .json(RULES, "{\"approvalRuleTemplateNames\": [\"b\"], \"nextToken\": \"rules\"}")
                .json("\"nextToken\":\"rules\"", "{\"approvalRuleTemplateNames\": [\"a\"]}")
                .json(TAGS, "{\"tags\": {\"a\": \"1\"}, \"nextToken\": \"tags\"}")
                .json("\"nextToken\":\"tags\"", "{\"tags\": {\"b\": \"2\"}}")) {
            assertThat(aws.collect(Repository.class).resources())
                    .allMatch(repository -> repository.tags().knownToBe(Map.of("a", "1", "b", "2")))
                    .allMatch(repository ->
                            ((Repository) repository).approvalRules().knownToBe(List.of("a", "b")))
                    .extracting(repository -> repository.arn().value())
                    .containsExactlyInAnyOrder(
                            "arn:aws:codecommit:us-east-1:111122223333:one",
                            "arn:aws:codecommit:us-east-1:111122223333:two");
        }
    }

    @Test
    void aRepositoryWithoutRulesIsKnownToHaveNone() {
        try (CannedAws aws = new CannedAws()
                .json(LIST, "{\"repositories\": [{\"repositoryName\": \"one\", \"repositoryId\": \"1\"}]}")
                .json(RULES, "{\"approvalRuleTemplateNames\": []}")
                .json(TAGS, "{\"tags\": {}}")) {
            assertThat(((Repository) aws.collect(Repository.class).resources().get(0))
                            .approvalRules()
                            .knownTo(Repository.WITHOUT_RULES))
                    .isTrue();
        }
    }

    @Test
    void rulesThatAreRefusedAreUnknown() {
        try (CannedAws aws = new CannedAws()
                .json(LIST, "{\"repositories\": [{\"repositoryName\": \"one\", \"repositoryId\": \"1\"}]}")
                .answer(RULES, 400, "application/json", "{\"__type\": \"EncryptionKeyDisabledException\"}")
                .json(TAGS, "{\"tags\": {}}")) {
            assertThat(((Repository) aws.collect(Repository.class).resources().get(0))
                            .approvalRules()
                            .isKnown())
                    .isFalse();
        }
    }
}

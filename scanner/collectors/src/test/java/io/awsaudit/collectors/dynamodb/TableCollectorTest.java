package io.awsaudit.collectors.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.dynamodb.Table;
import io.awsaudit.inventory.dynamodb.TableDescription;
import io.awsaudit.inventory.policy.Policy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the emulator cannot be brought to say of tables, with AWS's documented responses. */
class TableCollectorTest {
    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/k";

    @Test
    void tablesAndTagsComePageByPage() {
        try (CannedAws aws = tables().json(
                        "DynamoDB_20120810.ListTables",
                        "{\"TableNames\": [\"one\"], \"LastEvaluatedTableName\": \"one\"}")
                .json("{\"ExclusiveStartTableName\":\"one\"", "{\"TableNames\": [\"two\"]}")
                .json(
                        "DynamoDB_20120810.ListTagsOfResource",
                        "{\"Tags\": [{\"Key\": \"a\", \"Value\": \"1\"}], \"NextToken\": \"more\"}")
                .json("\"NextToken\":\"more\"", "{\"Tags\": [{\"Key\": \"b\", \"Value\": \"2\"}]}")) {
            assertThat(aws.collect(Table.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
            assertThat(only(aws).tags().knownToBe(Map.of("a", "1", "b", "2"))).isTrue();
        }
    }

    @Test
    void whatWasNeverSetHasAWSsOwnDefaults() {
        try (CannedAws aws = tables()) {
            Table table = only(aws);
            TableDescription description = table.description().asOptional().orElseThrow();
            assertThat(description.billingMode()).isEqualTo(TableDescription.BillingMode.PROVISIONED);
            assertThat(description.encryption()).isEqualTo(TableDescription.Encryption.AWS_OWNED);
            assertThat(description.deletionProtection()).isFalse();
            assertThat(table.pointInTimeRecovery().knownToBe(false)).isTrue();
            assertThat(table.policy().knownToBe(Policy.NONE)).isTrue();
        }
    }

    @Test
    void aTableUnderAKeyOfTheAccountNamesIt() {
        try (CannedAws aws = tables().json("DynamoDB_20120810.DescribeTable", """
                {"Table": {"TableName": "one", "TableStatus": "ACTIVE", "DeletionProtectionEnabled": true,
                 "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST"},
                 "SSEDescription": {"Status": "ENABLED", "SSEType": "KMS", "KMSMasterKeyArn": "%s"}}}""".formatted(KEY))) {
            Table table = only(aws);
            assertThat(table.edges()).containsExactly(new Edge(table.arn(), Relation.ENCRYPTED_BY, new Arn(KEY)));
            assertThat(table.description().knownTo(TableDescription.UNPROTECTED))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeTable, description",
        "DescribeContinuousBackups, pointInTimeRecovery",
        "GetResourcePolicy, policy",
        "ListTagsOfResource, tags"
    })
    void aRefusedDetailIsUnknownAndTheOthersAreKnown(String operation, String component) {
        try (CannedAws aws = tables().answer(
                        "DynamoDB_20120810." + operation,
                        400,
                        "application/x-amz-json-1.0",
                        "{\"__type\": \"com.amazon.coral.service#AccessDeniedException\", \"message\": \"no\"}")) {
            Table table = only(aws);
            Map<String, Boolean> known = Map.of(
                    "description",
                    table.description().isKnown(),
                    "pointInTimeRecovery",
                    table.pointInTimeRecovery().isKnown(),
                    "policy",
                    table.policy().isKnown(),
                    "tags",
                    table.tags().isKnown());
            known.forEach((name, isKnown) -> assertThat(isKnown).as(name).isEqualTo(!name.equals(component)));
        }
    }

    private static CannedAws tables() {
        return new CannedAws()
                .json("DynamoDB_20120810.ListTables", "{\"TableNames\": [\"one\"]}")
                .json(
                        "DynamoDB_20120810.DescribeTable",
                        "{\"Table\": {\"TableName\": \"one\", \"TableStatus\": \"ACTIVE\"}}")
                .json("DynamoDB_20120810.DescribeContinuousBackups", """
                        {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED",
                         "PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "DISABLED"}}}""")
                .json("DynamoDB_20120810.ListTagsOfResource", "{\"Tags\": []}")
                .answer(
                        "DynamoDB_20120810.GetResourcePolicy",
                        400,
                        "application/x-amz-json-1.0",
                        "{\"__type\": \"com.amazonaws.dynamodb.v20120810#PolicyNotFoundException\", \"message\": \"none\"}");
    }

    private static Table only(CannedAws aws) {
        return (Table) aws.collect(Table.class).resources().get(0);
    }
}

package io.awsaudit.collectors.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.dynamodb.Limits;
import io.awsaudit.inventory.dynamodb.Table;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of capacity, with AWS's documented responses. */
class LimitsCollectorTest {
    private static final String API = "DynamoDB_20120810.";

    @Test
    void aRegionHasTwoQuotas() {
        try (CannedAws aws = new CannedAws().json(API + "DescribeLimits", """
                {"AccountMaxReadCapacityUnits": 80000, "AccountMaxWriteCapacityUnits": 70000, "TableMaxReadCapacityUnits": 40000,
                "TableMaxWriteCapacityUnits": 40000}""")) {
            Limits limits = (Limits) aws.collect(Limits.class).resources().get(0);
            assertThat(limits.accountMaxReadCapacityUnits()).isEqualTo(80_000);
            assertThat(limits.accountMaxWriteCapacityUnits()).isEqualTo(70_000);
            assertThat(limits.isNearlyReadAway(64_000, 80)).isFalse();
            assertThat(limits.isNearlyReadAway(64_001, 80)).isTrue();
            assertThat(limits.isNearlyWrittenAway(64_000, 80)).isTrue();
        }
    }

    @Test
    void aRefusalIsAGap() {
        try (CannedAws aws = new CannedAws()
                .answer(
                        API + "DescribeLimits",
                        400,
                        "application/x-amz-json-1.0",
                        "{\"__type\": \"com.amazon.coral.service#AccessDeniedException\", \"Message\": \"no\"}")) {
            var inventory = aws.collect(Limits.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .anyMatch(listing -> listing.gap().isPresent());
        }
    }

    @Test
    void aTablesIndexesHaveCapacityOfTheirOwn() {
        try (CannedAws aws = new CannedAws()
                .json(API + "ListTables", "{\"TableNames\": [\"orders\"]}")
                .json(API + "DescribeTable", """
                        {"Table": {"TableName": "orders", "TableStatus": "ACTIVE",
                        "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 6, "NumberOfDecreasesToday": 0},
                        "GlobalSecondaryIndexes": [{"IndexName": "a", "ProvisionedThroughput": {"ReadCapacityUnits": 10,
                        "WriteCapacityUnits": 20}}, {"IndexName": "b"}]}}""")) {
            Table table = (Table) aws.collect(Table.class).resources().get(0);
            assertThat(table.readCapacityUnits()).isEqualTo(15);
            assertThat(table.writeCapacityUnits()).isEqualTo(26);
        }
    }

    @Test
    void aTableThatWasNotReadCountsForNothing() {
        try (CannedAws aws = new CannedAws().json(API + "ListTables", "{\"TableNames\": [\"orders\"]}")) {
            Table table = (Table) aws.collect(Table.class).resources().get(0);
            assertThat(table.description()).isInstanceOf(Observed.Unknown.class);
            assertThat(table.readCapacityUnits()).isZero();
        }
    }
}

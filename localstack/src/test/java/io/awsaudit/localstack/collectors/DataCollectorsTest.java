package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Collects tables of a seeded account, over HTTP. */
final class DataCollectorsTest {
    @Test
    void nothingIsAskedForThatNoCheckReads() {
        assertThat(Collected.from(
                                Emulators.with(SeededAccount.HARDENED),
                                "us-east-1",
                                List.of(Catalog.builtIn()
                                        .check("dynamodb-table-point-in-time-recovery-enabled")
                                        .orElseThrow()))
                        .coverage()
                        .calls())
                .extracting(Coverage.Calls::operation)
                .contains("dynamodb:ListTables", "dynamodb:DescribeContinuousBackups")
                .doesNotContain("dynamodb:DescribeTable", "s3:ListBuckets", "kms:ListKeys");
    }
}

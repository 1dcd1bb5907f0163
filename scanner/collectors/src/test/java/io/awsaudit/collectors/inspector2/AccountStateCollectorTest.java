package io.awsaudit.collectors.inspector2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.inspector2.AccountState;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccountStateCollectorTest {
    private static final String STATUS = "POST /status/batch/get";

    @Test
    void aScanIsOnOnlyWhereItIsEnabled() {
        try (CannedAws aws = new CannedAws().json(STATUS, """
                {"accounts": [{"accountId": "111122223333", "state": {"status": "ENABLED"}, "resourceState": {
                  "ec2": {"status": "ENABLED"}, "ecr": {"status": "SUSPENDED"}, "lambda": {"status": "DISABLED"}}}],
                 "failedAccounts": []}""")) {
            AccountState state = only(aws);
            assertThat(Stream.of("ec2", "ecr", "lambda", "lambdaCode").filter(state::lacks))
                    .containsExactly("ecr", "lambda", "lambdaCode");
            assertThat(aws.requests())
                    .filteredOn(request -> request.startsWith(STATUS))
                    .singleElement()
                    .asString()
                    .contains("111122223333");
        }
    }

    @Test
    void anAccountThatFailedIsUnknown() {
        try (CannedAws aws = new CannedAws().json(STATUS, """
                {"accounts": [], "failedAccounts": [{"accountId": "111122223333", "errorCode": "INTERNAL_ERROR",
                 "errorMessage": "try again"}]}""")) {
            assertThat(only(aws).scans().isKnown()).isFalse();
        }
    }

    @Test
    void anAccountThatInspectorNeverHeardOfScansNothing() {
        try (CannedAws aws = new CannedAws().json(STATUS, "{\"accounts\": [], \"failedAccounts\": []}")) {
            assertThat(Stream.of("ec2", "ecr", "lambda", "lambdaCode").filter(only(aws)::lacks))
                    .hasSize(4);
        }
    }

    @Test
    void aRefusalIsUnknown() {
        try (CannedAws aws = new CannedAws()
                .answer(
                        STATUS,
                        403,
                        "application/json",
                        "{\"__type\": \"AccessDeniedException\", \"message\": \"no\"}")) {
            assertThat(only(aws).scans().unknownBecause().orElseThrow().cause()).isEqualTo(Gap.Cause.DENIED);
        }
    }

    private static AccountState only(CannedAws aws) {
        return (AccountState) aws.collect(AccountState.class).resources().get(0);
    }
}

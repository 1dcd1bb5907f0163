package io.awsaudit.collectors.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.secretsmanager.Secret;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of secrets, with AWS's documented responses. */
class SecretCollectorTest {
    private static final String ARN = "arn:aws:secretsmanager:us-east-1:111122223333:secret:";
    private static final String LIST = "secretsmanager.ListSecrets";
    private static final String POLICY = "secretsmanager.GetResourcePolicy";

    @Test
    void secretsComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .json(POLICY, "{\"ARN\": \"" + ARN + "one-AbCdEf\", \"Name\": \"one\"}")
                .json(LIST, "{\"SecretList\": [" + secret("one", "") + "], \"NextToken\": \"more\"}")
                .json("\"NextToken\":\"more\"", "{\"SecretList\": [" + secret("two", "") + "]}")) {
            assertThat(aws.collect(Secret.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void whatWasNeverSetIsKnown() {
        try (CannedAws aws = listing("")) {
            Secret secret = only(aws);
            assertThat(secret.rotationEnabled()).isFalse();
            assertThat(secret.usesAwsKey()).isTrue();
            assertThat(secret.lastAccessed()).isEmpty();
            assertThat(secret.isSelfManaged()).isTrue();
            assertThat(secret.policy().knownToBe(Policy.NONE)).isTrue();
        }
    }

    @Test
    void aSecretOfAServiceNamesIt() {
        try (CannedAws aws = listing(", \"OwningService\": \"rds\"")) {
            assertThat(only(aws).isSelfManaged()).isFalse();
        }
    }

    @Test
    void aReplicaIsToldFromItsPrimary() {
        try (CannedAws aws = listing(", \"PrimaryRegion\": \"eu-west-1\"")) {
            assertThat(only(aws).isReplica()).isTrue();
        }
        try (CannedAws aws = listing(", \"PrimaryRegion\": \"us-east-1\"")) {
            assertThat(only(aws).isReplica()).isFalse();
        }
    }

    @Test
    void aRotationThatFailedIsOverdue() {
        try (CannedAws aws = listing("""
                , "RotationEnabled": true, "RotationRules": {"AutomaticallyAfterDays": 30}, "LastRotatedDate": 1760000000,
                "NextRotationDate": 1762592000, "KmsKeyId": "alias/own\"""")) {
            Secret secret = only(aws);
            assertThat(secret.rotationOverdue(Instant.parse("2026-01-01T00:00:00Z")))
                    .isTrue();
            assertThat(secret.rotationOverdue(Instant.parse("2025-11-01T00:00:00Z")))
                    .isFalse();
            assertThat(secret.usesAwsKey()).isFalse();
        }
    }

    @Test
    void noCallIsMadeThatReturnsASecret() {
        try (CannedAws aws = listing("")) {
            only(aws);
            assertThat(aws.requests()).isNotEmpty().noneMatch(request -> request.contains("GetSecretValue"));
        }
    }

    private static CannedAws listing(String members) {
        return new CannedAws()
                .json(LIST, "{\"SecretList\": [" + secret("one", members) + "]}")
                .json(POLICY, "{\"ARN\": \"" + ARN + "one-AbCdEf\", \"Name\": \"one\"}");
    }

    private static String secret(String name, String members) {
        return "{\"ARN\": \"" + ARN + name + "-AbCdEf\", \"Name\": \"" + name + "\", \"CreatedDate\": 1700000000"
                + members + "}";
    }

    private static Secret only(CannedAws aws) {
        return (Secret) aws.collect(Secret.class).resources().get(0);
    }
}

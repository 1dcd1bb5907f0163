package io.awsaudit.collectors.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.kms.Key;
import io.awsaudit.inventory.kms.KeyMetadata;
import io.awsaudit.inventory.policy.Policy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the emulator cannot be brought to say of keys, with AWS's documented responses. */
class KeyCollectorTest {
    private static final String DENIED = "{\"__type\": \"AccessDeniedException\", \"message\": \"no\"}";

    @Test
    void keysAndAliasesComePageByPage() {
        try (CannedAws aws = keys("CUSTOMER", "SYMMETRIC_DEFAULT", "AWS_KMS", "Enabled")
                .json(
                        "TrentService.ListKeys",
                        "{\"Keys\": [%s], \"Truncated\": true, \"NextMarker\": \"more\"}".formatted(key("a")))
                .json(
                        "TrentService.ListKeys {\"Limit\":1000,\"Marker\":\"more\"",
                        "{\"Keys\": [%s], \"Truncated\": false}".formatted(key("b")))
                .json("TrentService.ListAliases", """
                        {"Aliases": [{"AliasName": "alias/aws/s3"}, {"AliasName": "alias/z", "TargetKeyId": "a"}],
                         "Truncated": true, "NextMarker": "more"}""")
                .json("TrentService.ListAliases {\"Limit\":100,\"Marker\":\"more\"", """
                        {"Aliases": [{"AliasName": "alias/y", "TargetKeyId": "a"}], "Truncated": false}""")) {
            assertThat(aws.collect(Key.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("alias/y", "b");
        }
    }

    @Test
    void aCustomerKeyIsReadWhole() {
        try (CannedAws aws = keys("CUSTOMER", "SYMMETRIC_DEFAULT", "AWS_KMS", "Enabled")) {
            Key key = only(aws);
            assertThat(key.rotation().knownToBe(true)).isTrue();
            assertThat(key.policy().knownTo(Policy.OPEN)).isTrue();
            assertThat(key.tags().knownToBe(Map.of("Owner", "me"))).isTrue();
            assertThat(key.metadata().knownTo(KeyMetadata.ROTATABLE)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RSA_4096, AWS_KMS, Enabled",
        "HMAC_256, AWS_KMS, Enabled",
        "SYMMETRIC_DEFAULT, EXTERNAL, Enabled",
        "SYMMETRIC_DEFAULT, AWS_CLOUDHSM, Enabled",
        "SYMMETRIC_DEFAULT, AWS_KMS, PendingDeletion",
    })
    void theRotationOfKeysThatCannotRotateIsNotAskedFor(String spec, String origin, String state) {
        try (CannedAws aws = keys("CUSTOMER", spec, origin, state)) {
            assertThat(only(aws).rotation().knownToBe(false)).isTrue();
            assertThat(aws.requests()).noneMatch(request -> request.contains("GetKeyRotationStatus"));
        }
    }

    @Test
    void ofAKeyThatAwsManagesOnlyTheDescriptionIsAskedFor() {
        try (CannedAws aws = keys("AWS", "SYMMETRIC_DEFAULT", "AWS_KMS", "Enabled")) {
            Key key = only(aws);
            assertThat(key.isAwsManaged()).isTrue();
            assertThat(key.rotation().knownToBe(true)).isTrue();
            assertThat(key.policy().unknownBecause().orElseThrow().cause()).isEqualTo(Gap.Cause.SKIPPED);
            assertThat(aws.requests())
                    .noneMatch(request -> request.contains("GetKey") || request.contains("ListResourceTags"));
        }
    }

    @Test
    void aKeyUnderAReservedAliasIsOfAwsWhateverItsDescriptionSays() {
        try (CannedAws aws = keys("CUSTOMER", "SYMMETRIC_DEFAULT", "AWS_KMS", "Enabled")
                .json("TrentService.ListKeys", "{\"Keys\": [%s], \"Truncated\": false}".formatted(key("a")))
                .json("TrentService.ListAliases", """
                        {"Aliases": [{"AliasName": "alias/aws/ebs", "TargetKeyId": "a"}], "Truncated": false}""")) {
            assertThat(only(aws).isAwsManaged()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeKey, metadata",
        "GetKeyRotationStatus, rotation",
        "GetKeyPolicy, policy",
        "ListResourceTags, tags"
    })
    void aRefusedDetailIsUnknownAndTheOthersAreKnown(String operation, String component) {
        try (CannedAws aws = keys("CUSTOMER", "SYMMETRIC_DEFAULT", "AWS_KMS", "Enabled")
                .answer("TrentService." + operation, 400, "application/x-amz-json-1.1", DENIED)) {
            Key key = only(aws);
            Map<String, Boolean> known = Map.of(
                    "metadata",
                    key.metadata().isKnown(),
                    "rotation",
                    key.rotation().isKnown(),
                    "policy",
                    key.policy().isKnown(),
                    "tags",
                    key.tags().isKnown());
            known.forEach((name, isKnown) -> assertThat(isKnown).as(name).isEqualTo(!name.equals(component)));
        }
    }

    @Test
    void aRegionWithoutKeysTakesOneCall() {
        try (CannedAws aws = new CannedAws().json("TrentService.ListKeys", "{\"Keys\": [], \"Truncated\": false}")) {
            assertThat(aws.collect(Key.class).resources()).isEmpty();
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("TrentService"))
                    .hasSize(1);
        }
    }

    private static CannedAws keys(String manager, String spec, String origin, String state) {
        return new CannedAws()
                .json("TrentService.ListKeys", "{\"Keys\": [%s], \"Truncated\": false}".formatted(key("a")))
                .json("TrentService.ListAliases", "{\"Aliases\": [], \"Truncated\": false}")
                .json("TrentService.DescribeKey", """
                        {"KeyMetadata": {"KeyId": "a", "KeyManager": "%s", "KeySpec": "%s", "KeyUsage": "ENCRYPT_DECRYPT",
                         "Origin": "%s", "KeyState": "%s", "MultiRegion": false, "CreationDate": 1.7e9}}""".formatted(manager, spec, origin, state))
                .json("TrentService.GetKeyRotationStatus", "{\"KeyRotationEnabled\": true}")
                .json("TrentService.GetKeyPolicy", """
                        {"Policy": "{\\"Statement\\": {\\"Effect\\": \\"Allow\\", \\"Principal\\": \\"*\\", \\"Action\\": \\"kms:*\\", \\"Resource\\": \\"*\\"}}"}""")
                .json("TrentService.ListResourceTags", """
                        {"Tags": [{"TagKey": "Owner", "TagValue": "me"}], "Truncated": false}""");
    }

    private static String key(String id) {
        return "{\"KeyId\": \"%s\", \"KeyArn\": \"arn:aws:kms:us-east-1:111122223333:key/%s\"}".formatted(id, id);
    }

    private static Key only(CannedAws aws) {
        return (Key) aws.collect(Key.class).resources().get(0);
    }
}
